import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { changesBetween } from '../../../src/domain/text/changes.js';

/** The later sentence with its changed stretches in brackets. */
function marked(before: string, after: string): string {
  return changesBetween(before, after)
    .map(({ text, changed }) => (changed ? `[${text.trimEnd()}] ` : text))
    .join('')
    .trimEnd();
}

describe('What is new in a sentence', () => {
  test.each([
    ['Works alone on a task.', 'Works alone on any task.', 'Works alone on [any] task.'],
    ['Works alone.', 'Works alone and with others.', 'Works alone [and with others.]'],
    ['Works with close guidance', 'works, with guidance', 'works, with guidance'],
    ['The same words', 'The same words', 'The same words'],
    ['Asks in time', 'Before it is late, asks in time', '[Before it is late,] asks in time'],
  ])('after “%s”: “%s”', (before, after, expected) => {
    expect(marked(before, after)).toBe(expected);
  });

  test('is not marked where the two have little in common', () => {
    const after = 'Sees what a whole department needs before it is said';
    expect(changesBetween('Learns the trade', after)).toEqual([{ text: after, changed: false }]);
  });

  test('is always all of the later sentence, in few stretches', () => {
    const words = fc.array(fc.constantFrom('a', 'b', 'c', 'd', ' ', '\n'), { maxLength: 200 });
    fc.assert(
      fc.property(words, words, (one, other) => {
        const stretches = changesBetween(one.join(' '), other.join(' '));
        expect(stretches.map(({ text }) => text).join('')).toBe(other.join(' '));
        expect(stretches.length).toBeLessThanOrEqual(24);
      }),
    );
  });
});
