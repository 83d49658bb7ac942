import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseFrameworkFile } from '../../../src/domain/framework/file.js';
import { DEFAULT_SCALE } from '../../../src/domain/framework/file-document.js';
import { example, frameworkOf, lineOf, problemsOf } from './example.js';

const builtIn = readFileSync('ladders/business-operations.yaml', 'utf8');

describe('a file without problems', () => {
  test('is read as its writer meant it', () => {
    const framework = frameworkOf(example);
    expect(framework).toMatchObject({
      key: 'support',
      name: 'Customer Support',
      tracks: [
        { key: 'professional', leadsTo: ['management'] },
        { key: 'management', leadsTo: [] },
      ],
      competencies: [{ key: 'answers', aliases: ['writing', 'replies'] }],
    });
    expect(framework.scale.map(({ label }) => label)).toEqual(['Learning', 'Doing', 'Leading']);
    expect(framework.roles.map(({ years }) => years)).toEqual([
      { from: 0, to: 1.5 },
      { from: 1.5, to: null },
    ]);
    expect(framework.roles[1]?.expectations[0]).toEqual({
      competency: 'answers',
      definition: 'Answers hard questions and improves the answers of others.',
      behaviours: [
        {
          key: 'clear-words',
          text: 'Explains even involved matters so that a customer understands them',
        },
        {
          key: 'reviewing',
          text: "Reads through colleagues' drafts and helps to make them better",
        },
      ],
      opportunities: [],
      skills: [],
      links: [],
    });
  });

  test('has the five usual rating points if it brings no scale', () => {
    const withoutScale = example.replace(/scale:\n(?: {2}-.*\n)+/, '');
    expect(frameworkOf(withoutScale).scale).toEqual(DEFAULT_SCALE);
  });

  test('may leave optional lists empty', () => {
    expect(frameworkOf(example.replace('aliases: [junior]', 'aliases:')).roles[0]?.aliases).toEqual(
      [],
    );
  });

  test('may come from Windows, with a byte order mark', () => {
    const fromWindows = `\uFEFF${example.replaceAll('\n', '\r\n')}`;
    expect(frameworkOf(fromWindows)).toEqual(frameworkOf(example));
  });

  test('may have roles that ask nothing in a competency', () => {
    const more = example.replace(
      'competencies:\n',
      'competencies:\n  - key: calls\n    name: Calls\n',
    );
    expect(frameworkOf(more).roles[0]?.expectations.map(({ competency }) => competency)).toEqual([
      'answers',
    ]);
  });

  test('lists expectations in the order of the competencies, however they are written', () => {
    const swapped = builtIn.replace(
      /( {6}execution:\n[\s\S]*?)( {6}leadership:\n[\s\S]*?)\n\n/,
      '$2\n$1\n',
    );
    expect(swapped).not.toBe(builtIn);
    expect(frameworkOf(swapped)).toEqual(frameworkOf(builtIn));
  });
});

describe('a file that holds no framework', () => {
  test.each(['', '# nothing yet\n', '~'])('says that a file is empty: %j', (text) => {
    expect(problemsOf(text)).toEqual([
      'x.yaml:1: x.yaml is empty. Begin with the example in docs/ladder-format.md.',
    ]);
  });

  test.each(['just words', '- a\n- b\n', '42'])('says that a file is no framework: %j', (text) => {
    expect(problemsOf(text).join()).toMatch(/^x\.yaml:1: The file must be a group of/);
  });
});

describe('all problems of a file', () => {
  test('come at once, in the order of the lines', () => {
    const text = example
      .replace('key: support', 'key: Support')
      .replace('track: professional', 'track: sales')
      .replace('level: Senior', 'level: 3')
      .replace('https://handbook', 'handbook');
    const lines = problemsOf(text).map((problem) => Number(problem.split(':')[1]));
    expect(lines).toEqual([
      lineOf('key: support'),
      lineOf('track: professional'),
      lineOf('https://handbook'),
      lineOf('level: Senior'),
    ]);
  });

  test('stand at a line and column that exist, whatever was typed where', () => {
    const change = fc.record({
      at: fc.nat(example.length),
      remove: fc.nat(40),
      insert: fc.string({ unit: 'binary', maxLength: 8 }),
    });
    fc.assert(
      fc.property(change, ({ at, remove, insert }) => {
        const text = example.slice(0, at) + insert + example.slice(at + remove);
        const result = parseFrameworkFile(text, 'x.yaml');
        if ('framework' in result) return;
        const lines = text.split('\n').length;
        expect(result.problems.length).toBeGreaterThan(0);
        for (const { line, column, message } of result.problems) {
          expect(line).toBeGreaterThanOrEqual(1);
          expect(line).toBeLessThanOrEqual(lines);
          expect(column).toBeGreaterThanOrEqual(1);
          expect(message).toMatch(/\S/);
        }
      }),
      { numRuns: 200 },
    );
  });
});
