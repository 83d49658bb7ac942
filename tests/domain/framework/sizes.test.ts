import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { startNode } from '../../support/node-process.js';

const folder = mkdtempSync(join(tmpdir(), 'ladder-sizes-'));
afterAll(() => rmSync(folder, { recursive: true }));

const many = (count: number, line: (number: number) => string) =>
  Array.from({ length: count }, (_, number) => line(number)).join('\n');
const behaviours = many(20_000, (number) => `          b${number}: x`);

/** Files that would take a naive parser minutes, with the expected problem. */
const shapes: [string, string, RegExp][] = [
  ['40,000 keys', many(40_000, (n) => `k${n}: x`), /is not a key that belongs here/],
  ['one key 40,000 times', many(40_000, () => 'a: 1'), /stands twice in the same group/],
  ['20,000 aliases', `a: &a x\nb:\n${many(20_000, () => '  - *a')}`, /repeats parts of itself/],
  ['20,000 aliases of nothing', many(20_000, () => '- *a'), /needs quotes around it/],
  [
    'aliases of aliases of aliases',
    `a: &a [x, x, x, x, x, x, x, x, x]\n${many(9, (n) => {
      const [before, own] = ['abcdefghij'[n], 'abcdefghij'[n + 1]];
      return `${own}: &${own} [${Array(9).fill(`*${before}`).join(', ')}]`;
    })}`,
    /repeats parts of itself/,
  ],
  ['5,000 merges', `a: &a {b: 1}\n${many(5000, (n) => `c${n}:\n  <<: *a`)}`, /repeats parts/],
  ['lists 300 deep', `a: ${'['.repeat(300)}${']'.repeat(300)}`, /nested too deep/],
  ['lists 1,500 deep', `a: ${'['.repeat(1500)}${']'.repeat(1500)}`, /nested too deep/],
  ['lists 20,000 deep', `a: ${'['.repeat(20_000)}${']'.repeat(20_000)}`, /nested too deep/],
  ['groups 3,000 deep', many(3000, (n) => `${' '.repeat(n)}a:`), /nested too deep/],
  [
    '10,000 roles',
    `roles:\n${many(10_000, (n) => `  - {key: r${n}}`)}`,
    /^10-000-roles\.yaml:1: "roles" has 10000 entries; it can have 500 at most/m,
  ],
  [
    '20,000 tracks in a row',
    `tracks:\n${many(20_000, (n) => `  - {key: t${n}, name: T, leads_to: [t${n + 1}]}`)}`,
    /it can have 100 at most/,
  ],
  [
    '20,000 behaviours',
    `roles:\n  - key: big\n    expectations:\n      execution:\n        behaviours:\n${behaviours}`,
    /There are 20000 behaviours here; at most 50 are possible/,
  ],
  ['20,000 broken lines', many(20_000, () => 'a: "x" y'), /20000 times; here is the first/],
  ['21 MB', `a: ${'x'.repeat(21 * 1024 * 1024)}`, /has more than 20 MB/],
];

describe('a framework file', () => {
  it.each(shapes)(
    'of %s is refused in the time of a start',
    async (name, text, message) => {
      const file = join(folder, `${name.replace(/\W+/g, '-')}.yaml`);
      writeFileSync(file, text);
      // Where the work grows with the square of the file this takes minutes, on any machine.
      const check = startNode('dist/src/cli.js', ['framework', 'check', file]);
      const tooLong = setTimeout(() => check.kill('SIGKILL'), 20_000);
      const { code, error } = await check.ended;
      clearTimeout(tooLong);
      expect(error).toMatch(message);
      expect(code).toBe(1);
      expect(error.split('\n').length).toBeLessThan(510);
    },
    40_000,
  );
});
