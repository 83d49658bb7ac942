import { describe, expect, it } from 'vitest';
import type { Framework, Role } from '../../../src/domain/framework/framework.js';
import {
  type Answer,
  emptyAnswer,
  openPages,
  textOf,
} from '../../../src/domain/questionnaire/answers.js';
import { checkInPages } from '../../../src/domain/questionnaire/pages.js';
import {
  minutesFor,
  progress,
  sheetAt,
  sheetsOf,
} from '../../../src/domain/questionnaire/sheets.js';
import { builtInFramework } from '../../support/built-in-framework.js';
import { groupedLadder } from '../../support/grouped-ladder.js';
import { largeFramework } from '../../support/large-framework.js';

const pagesOf = (framework: Framework) => checkInPages(framework, framework.roles[1] as Role);
const few = pagesOf(builtInFramework());
const many = pagesOf(groupedLadder());

describe('a check-in of five competencies', () => {
  it('has a sheet for each', () => {
    expect(sheetsOf(few).map(({ name }) => name)).toEqual(
      few.map(({ competency }) => competency.name),
    );
  });

  it('tells how far one is, but for the last page, which is not one of them', () => {
    expect(progress(1, few)).toBe('2 of 5');
    expect(progress(5, few)).toBeUndefined();
  });
});

describe('a check-in of twelve competencies', () => {
  it('has a sheet for each group, whose competencies follow each other', () => {
    expect(sheetsOf(many).map(({ name, first, pages }) => [name, first, pages.length])).toEqual([
      ['Craft', 0, 5],
      ['Team', 5, 4],
      ['Conduct', 9, 3],
    ]);
    expect(many.slice(0, 2).map(({ competency }) => competency.name)).toEqual([
      'Craft 1',
      'Craft 2',
    ]);
  });

  it('finds the sheet of any page, and none for the last page', () => {
    expect([0, 4, 5, 11, 12].map((page) => sheetAt(many, page)?.name)).toEqual([
      'Craft',
      'Craft',
      'Team',
      'Conduct',
      undefined,
    ]);
  });

  it('tells how far one is in sheets', () => {
    expect([4, 5, 12].map((page) => progress(page, many))).toEqual(['1 of 3', '2 of 3', undefined]);
  });

  it('is open where a competency has no choice, and takes one reason for the whole sheet', () => {
    const none: Answer = { ...emptyAnswer, choice: { kind: 'no_opportunity' } };
    const rated: Answer = { ...emptyAnswer, choice: { kind: 'rating', key: 'meeting' } };
    const answers = new Map(many.map(({ competency }) => [competency.key, rated]));
    const { scale } = groupedLadder();
    answers.set('craft-4', none);
    answers.delete('team-1');
    expect(openPages(many, answers, scale)).toEqual([3, 5]);
    answers.set('craft-1', { ...rated, text: 'No project with roses.' });
    expect(openPages(many, answers, scale)).toEqual([5]);
    const [craft] = sheetsOf(many);
    expect(craft && textOf(craft, answers)).toBe('No project with roses.');
  });
});

describe('a check-in of forty competencies without groups', () => {
  const forty = pagesOf(largeFramework());

  it('is split evenly, with a name for each part', () => {
    const sheets = sheetsOf(forty);
    expect(sheets.map(({ pages }) => pages.length)).toEqual([8, 8, 8, 8, 8]);
    expect(sheets.map(({ name }) => name)).toContain('Competencies · part 2 of 5');
  });
});

it.each([
  [few.slice(0, 1), 5],
  [few, 10],
  [many, 15],
])('the minutes that a check-in takes count choices and texts', (pages, minutes) => {
  expect(minutesFor(pages)).toBe(minutes);
});
