import { describe, expect, test } from 'vitest';
import type { Role } from '../../../src/domain/framework/framework.js';
import { compareRoles } from '../../../src/domain/role/comparison.js';
import { indexOf } from '../../../src/domain/role/position.js';
import { builtInFramework } from '../../support/built-in-framework.js';

const index = indexOf(builtInFramework());

function compare(from: string, to: string) {
  const [one, other] = [index.role(from), index.role(to)] as [Role, Role];
  return compareRoles(index, one, other);
}

describe('From one role to the next', () => {
  test('a behaviour with the same key and words carries on', () => {
    const leadership = compare('manager', 'senior').at(-1);
    expect(leadership?.carried.map(({ key }) => key)).toContain('growing-through-challenges');
  });

  test('a behaviour with the same key in other words changes', () => {
    const expertise = compare('manager', 'senior')[0];
    expect(expertise?.changed.map(({ to }) => to.key)).toEqual([
      'independence',
      'scoping',
      'debugging',
    ]);
  });

  test('a behaviour that only the second role has is new, one that only the first has falls away', () => {
    const expertise = compare('manager', 'senior')[0];
    expect(expertise?.added.map(({ key }) => key)).toEqual([
      'process-expertise',
      'design-decisions',
      'business-decisions',
    ]);
    expect(expertise?.dropped.map(({ key }) => key)).toEqual([
      'best-practices',
      'domain-expertise',
    ]);
  });

  test.each(builtInFramework().roles.map(({ key }) => key))(
    'each behaviour of %s is counted once in a comparison with any other role',
    (to) => {
      for (const { key: from } of builtInFramework().roles) {
        for (const { competency, carried, changed, added } of compare(from, to)) {
          const asked = index.expectation(to, competency.key)?.behaviours.length;
          expect(carried.length + changed.length + added.length).toBe(asked);
        }
      }
    },
  );

  test('a competency in which neither role asks anything is left out', () => {
    const framework = structuredClone(builtInFramework());
    for (const role of framework.roles) {
      role.expectations = role.expectations.filter(({ competency }) => competency !== 'impact');
    }
    const small = indexOf(framework);
    const [one, other] = framework.roles as [Role, Role];
    expect(compareRoles(small, one, other).map(({ competency }) => competency.key)).toEqual([
      'expertise',
      'collaboration',
      'execution',
      'leadership',
    ]);
  });
});
