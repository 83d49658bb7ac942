import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { visibleText } from '../../../playground/slack/index.js';
import type { Framework } from '../../../src/domain/framework/framework.js';
import { answerAt } from '../../../src/slack/role/answers.js';
import type { Place } from '../../../src/slack/role/place.js';
import { pageMessage, pageModal } from '../../../src/slack/ui/page.js';
import { frameworkOf } from '../../domain/framework/example.js';
import { groupedLadder } from '../../support/grouped-ladder.js';
import { largeLadder } from '../../support/ladders/made-up.js';

const lighthouse = frameworkOf(
  readFileSync('tests/support/ladders/lighthouse-cumulative.yaml', 'utf8'),
);
const large = frameworkOf(largeLadder());

/** What is read at a place in a message, or in a window. */
function read(framework: Framework, place: Place, surface: 'message' | 'modal' = 'message') {
  const page = answerAt({ id: 'v', number: 1, hash: '', framework }, place, surface);
  const shown = surface === 'message' ? pageMessage(page) : pageModal(page, 'role.view');
  return { blocks: shown.blocks, text: visibleText({ text: '', ...shown } as never) };
}

describe('A role whose competencies have groups', () => {
  const headings = (place: Place, surface: 'message' | 'modal') =>
    read(groupedLadder(), place, surface).blocks.flatMap((block) =>
      block.type === 'header' ? [block.text.text] : [],
    );

  test.each(['message', 'modal'] as const)('shows them under their headings in a %s', (surface) => {
    const place: Place = { page: 'role', role: 'senior' };
    expect(headings(place, surface).slice(1)).toEqual(['Craft', 'Team', 'Conduct']);
    expect(read(groupedLadder(), place, surface).text).toMatch(/Craft 5[\s\S]*Team\n+Team 1/);
  });

  test('repeats the heading on a page that begins within a group', () => {
    const place: Place = { page: 'role', role: 'senior', at: { section: 7, piece: 0 } };
    expect(headings(place, 'message').slice(1)).toEqual(['Team', 'Conduct']);
  });

  test('has no heading above a single competency', () => {
    const place: Place = { page: 'role', role: 'senior', competency: 'team-1' };
    expect(headings(place, 'message')).toHaveLength(1);
  });
});

describe('On a ladder that builds up, the next rung', () => {
  const next: Place = { page: 'next', role: 'assistant' };

  test('shows what is new, and in a line what stays the same', () => {
    const { text } = read(lighthouse, next);
    expect(text).toContain('New: Finds out why the rotation slows · and 1 more');
    expect(text).toContain('Shows assistants the night watch.');
    expect(text).toContain('The same\nLogbook, Safety');
  });

  test('shows in one competency what is new, and counts what adds up', () => {
    const { text } = read(lighthouse, { ...next, competency: 'lamp' });
    expect(text).toContain('Orders oil a month ahead');
    expect(text).toContain('Carries on\n2 behaviours, as before');
    expect(text).not.toContain('Trims the wick on time');
  });

  test('leads from one competency to all that each role asks in it', () => {
    const { blocks } = read(lighthouse, { ...next, competency: 'lamp' });
    expect(JSON.stringify(blocks)).toContain('"role:keeper:lamp"');
    expect(read(lighthouse, { page: 'role', role: 'keeper', competency: 'lamp' }).text).toContain(
      'Trims the wick on time',
    );
  });

  test('compared the other way round is not the same', () => {
    const back: Place = { page: 'compare', from: 'keeper', to: 'assistant' };
    expect(read(lighthouse, back).text).toMatch(/\d no longer asked/);
  });
});

describe('A competency across rungs', () => {
  const competency = (key: string): Place => ({ page: 'competency', competency: key });

  test('stands under the names of its tracks, the lowest rung first in each', () => {
    const { text } = read(lighthouse, competency('crew'));
    expect(text).toContain('on 3 rungs of 2 tracks, lowest first in each');
    expect(text).toMatch(
      /The Light[\s\S]*Keeper[\s\S]*Head Keeper[\s\S]*The Coast[\s\S]*Superintendent/,
    );
  });

  test('has no heading where a single track asks it', () => {
    expect(read(lighthouse, competency('lamp')).text).not.toContain('The Light');
  });

  test('tells roles of one title apart among 52 tracks', () => {
    const { text } = read(large, competency('skill-12'), 'modal');
    expect(text).toMatch(/on \d+ rungs of \d+ tracks/);
    expect(text.match(/^Track \d+$/gm)?.length).toBeGreaterThan(5);
  });
});
