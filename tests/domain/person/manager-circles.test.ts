import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { managerCircles } from '../../../src/domain/person/manager-circles.js';

const people = fc.constantFrom('Ada', 'Mika', 'Noor', 'Teo', 'Rosa', 'Sora');
const managers: fc.Arbitrary<Map<string, string>> = fc
  .array(fc.tuple(people, people), { maxLength: 8 })
  .map((pairs) => new Map(pairs.filter(([person, manager]) => person !== manager)));

/** Whether somebody is above themselves. */
function isUnderThemselves(person: string, above: ReadonlyMap<string, string>): boolean {
  const seen = new Set<string>();
  let at = above.get(person);
  while (at !== undefined && at !== person && !seen.has(at)) {
    seen.add(at);
    at = above.get(at);
  }
  return at === person;
}

describe('circles of managers', () => {
  it('hold exactly those who are under themselves, each once', () => {
    fc.assert(
      fc.property(managers, (above) => {
        const circular = [...above.keys()].filter((person) => isUnderThemselves(person, above));
        const found = managerCircles(above, above.keys()).flat();
        expect(found.toSorted()).toEqual(circular.toSorted());
      }),
    );
  });

  it('name each person before their manager', () => {
    fc.assert(
      fc.property(managers, (above) => {
        for (const circle of managerCircles(above, above.keys())) {
          const next = [...circle.slice(1), circle[0]];
          expect(circle.map((person) => above.get(person))).toEqual(next);
        }
      }),
    );
  });
});
