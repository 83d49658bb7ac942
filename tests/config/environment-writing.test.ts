import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, expect, it } from 'vitest';
import { readEnvironmentFile } from '../../src/config/environment-file.js';
import { withSettings } from '../../src/config/environment-writing.js';

const folder = mkdtempSync(join(tmpdir(), 'ladder-env-writing-'));
afterAll(() => rmSync(folder, { recursive: true }));

function read(text: string) {
  const path = join(folder, '.env');
  writeFileSync(path, text);
  return readEnvironmentFile(path);
}

it.each([
  ['in its line', 'A=1\nB=2\nC=3\n', 'A=1\nB=new\nC=3\n'],
  ['in an empty line', '# b\nB=\n', '# b\nB=new\n'],
  ['at the end', 'A=1', 'A=1\nB=new\n'],
  ['in an empty file', '', 'B=new\n'],
  ['in place of several lines', 'B="one\ntwo"\nC=3\n', 'B=new\nC=3\n'],
  ['once', 'B=1\nA=1\nB=2\n', 'B=new\nA=1\n'],
  ['not in a remark', '#B=1\n', '#B=1\nB=new\n'],
  ['not in another value', 'A="\nB=1\n"\n', 'A="\nB=1\n"\nB=new\n'],
])('writes a value %s', (_, before, after) => {
  expect(withSettings(before, { B: 'new' })).toBe(after);
});

it('writes any value so that it is read as it was, and leaves the others', () => {
  const values = fc.string({ unit: fc.constantFrom(...'ab #\'"`\\n=$/%«“'), maxLength: 12 });
  fc.assert(
    fc.property(values, values, (a, b) => {
      const isWritable = (value: string) =>
        !value.includes("'") || !value.includes('`') || !/"|\\n/.test(value);
      fc.pre(isWritable(a) && isWritable(b));
      const text = withSettings(withSettings('X=1\n', { A: a.trim() }), { B: b.trim() });
      expect(read(text)).toEqual({ settings: { X: '1', A: a.trim(), B: b.trim() }, problems: [] });
    }),
    { numRuns: 1000 },
  );
});
