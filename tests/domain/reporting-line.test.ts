import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isInCircle } from '../../src/domain/reporting-line.js';

const lines = (...pairs: [string, string][]) => new Map(pairs);

describe('Managers go round in a circle', () => {
  test.each([
    ['where Ana is her own manager', lines(['Ana', 'Ana'])],
    ['where Ana and Ben are each other’s manager', lines(['Ana', 'Ben'], ['Ben', 'Ana'])],
    ['through a third person', lines(['Ana', 'Ben'], ['Ben', 'Cas'], ['Cas', 'Ana'])],
  ])('%s', (_, managerOf) => {
    expect(isInCircle(managerOf, 'Ana')).toBe(true);
  });

  test('but not where they end with somebody who has none', () => {
    expect(isInCircle(lines(['Ana', 'Ben'], ['Ben', 'Cas']), 'Ana')).toBe(false);
  });

  test('and not for Ana where only those above her do', () => {
    expect(isInCircle(lines(['Ana', 'Ben'], ['Ben', 'Cas'], ['Cas', 'Ben']), 'Ana')).toBe(false);
  });

  test('and asking always ends', () => {
    const person = fc.constantFrom(...'abcdefgh');
    fc.assert(
      fc.property(fc.array(fc.tuple(person, person)), person, (pairs, asked) => {
        expect(typeof isInCircle(new Map(pairs), asked)).toBe('boolean');
      }),
    );
  });
});
