import { describe, expect, test } from 'vitest';
import type { Role } from '../../../src/domain/framework/framework.js';
import { indexOf, nextRungs, positionOf } from '../../../src/domain/role/position.js';
import { builtInFramework } from '../../support/built-in-framework.js';

const index = indexOf(builtInFramework());

function role(key: string): Role {
  const found = index.role(key);
  if (!found) throw new Error(`no role ${key}`);
  return found;
}

describe('The ladder', () => {
  test('is indexed once for the same framework', () => {
    expect(indexOf(builtInFramework())).toBe(index);
  });

  test('tells a senior that they stand on the third of four rungs, before the fork', () => {
    const { rung, of, leadsTo } = positionOf(index, role('senior'));
    expect([rung, of, leadsTo.map(({ key }) => key)]).toEqual([3, 4, ['ic', 'management']]);
  });

  test('leads an associate to manager', () => {
    const [next] = nextRungs(index, role('associate'));
    expect(next?.role?.key).toBe('manager');
  });

  test('forks after the professional lead, and the IC path has no rung yet', () => {
    const next = nextRungs(index, role('professional-lead'));
    expect(next.map(({ track, role }) => [track.key, role?.key])).toEqual([
      ['ic', undefined],
      ['management', 'team-leader'],
    ]);
  });

  test('ends with the team leader', () => {
    expect(nextRungs(index, role('team-leader'))).toEqual([]);
  });

  test('finds what a role asks in a competency', () => {
    expect(index.expectation('senior', 'execution')?.behaviours).toHaveLength(8);
    expect(index.expectation('senior', 'juggling')).toBeUndefined();
  });

  test('refuses to place a role of another framework', () => {
    const stranger = { ...role('senior') };
    expect(() => positionOf(index, stranger)).toThrow('not in this framework');
  });
});
