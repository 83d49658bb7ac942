import { describe, expect, test } from 'vitest';
import { formatProblem, parseFrameworkFiles } from '../../../src/domain/framework/file.js';
import { indexOf } from '../../../src/domain/role/position.js';
import { frameworkOf, guide, guideExamples } from './example.js';

const FILE = /^# file: (\S+)\n/;
const alone = guideExamples.filter(({ text }) => !FILE.test(text));
const inFolder = guideExamples.filter(({ text }) => FILE.test(text));
const withWords = (words: string) => alone.find(({ text }) => text.includes(words))?.text ?? '';

describe('the guide to the format', () => {
  test.each(alone)('has an example $nth that is a ladder', ({ text }) => {
    const framework = frameworkOf(text);
    for (const { key } of framework.roles) {
      expect(indexOf(framework).expectations(key)).not.toEqual([]);
    }
  });

  test('begins with ten lines', () => {
    expect(guideExamples[0]?.text.trim().split('\n')).toHaveLength(10);
  });

  test('has a folder whose files are one ladder', () => {
    const files = inFolder.map(({ text }) => ({ name: FILE.exec(text)?.[1] ?? '', text }));
    const result = parseFrameworkFiles(files);
    const problems = 'problems' in result ? result.problems : [];
    expect(problems.map((one) => formatProblem(one.file, one))).toEqual([]);
    expect(files.map(({ name }) => name)).toEqual(['all.yaml', 'growing.yaml']);
  });

  test('says truly what adds up and what a track shares', () => {
    const index = indexOf(frameworkOf(withWords('builds_up: true')));
    const texts = (competency: string) =>
      index.expectation('gardener', competency)?.behaviours.map(({ text }) => text);
    expect(texts('plants')).toEqual(['Chooses plants for a bed', 'Waters the beds']);
    expect(index.expectation('gardener', 'safety')?.definition).toMatch(/^Leaves tools clean/);
  });

  test('says truly that a level brings those before it', () => {
    const index = indexOf(frameworkOf(withWords('# lowest first')));
    expect(index.expectation('gardener', 'plants')?.behaviours.map(({ text }) => text)).toEqual([
      'Chooses plants for a bed',
      'Plans a season ahead',
      'Waters and weeds what others planted',
    ]);
  });

  test('names every key that a file can have', () => {
    for (const key of ['builds_up', 'rate', 'levels', 'all_roles', 'family', 'group', 'was']) {
      expect(guide).toContain(`\`${key}\``);
    }
  });
});
