import fc from 'fast-check';
import { expect, it } from 'vitest';
import { plain } from '../../../src/domain/text/words.js';

it.each([
  ['Sr. Café', 'sr cafe'],
  ["Ines's  plan", 'ines plan'],
  ['Ines`s plan', 'ines plan'],
  ['Ines’s plan', 'ines plan'],
  ['  C++ / C#\t(new)\n', 'c c new'],
  ['R&D_team-2', 'r d team 2'],
])('%j is %j in plain words', (text, expected) => {
  expect(plain(text)).toBe(expected);
});

it('the words of a text are the same beside a letter with an accent', () => {
  const ascii = fc.string({ unit: 'grapheme-ascii' });
  fc.assert(
    fc.property(ascii, (text) => {
      expect(plain(`${text} é`)).toBe(`${plain(text)} e`.trim());
    }),
  );
});
