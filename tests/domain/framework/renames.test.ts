import { describe, expect, it } from 'vitest';
import {
  itemAfter,
  keyAfter,
  renamedKeys,
  roleBefore,
} from '../../../src/domain/framework/renames.js';
import { builtInFramework } from '../../support/built-in-framework.js';
import { ladderWithRenamed } from '../../support/renamed-ladder.js';

const before = builtInFramework();
const after = ladderWithRenamed({ manager: 'operations-manager' });

describe('a role with another key', () => {
  it('is found in the version before, and from there in the version after', () => {
    expect(itemAfter(after.roles, 'manager')?.key).toBe('operations-manager');
    const renamed = after.roles.find(({ key }) => key === 'operations-manager');
    expect(renamed && roleBefore(before, renamed)?.key).toBe('manager');
  });

  it('is one rename, and the others are none', () => {
    expect(renamedKeys(after.roles)).toEqual([{ from: 'manager', to: 'operations-manager' }]);
    expect(renamedKeys(before.roles)).toEqual([]);
  });

  it('takes nobody along from a role that is still there, or that two roles claim', () => {
    const claimed = after.roles.map((role) =>
      role.key === 'associate' ? { ...role, was: ['manager', 'senior'] } : role,
    );
    expect(renamedKeys(claimed)).toEqual([]);
    expect(itemAfter(claimed, 'manager')).toBeUndefined();
    expect(itemAfter(claimed, 'senior')?.key).toBe('senior');
  });
});

describe('a key over several versions', () => {
  const renames = (from: string, to: string) => [{ from, to }];

  it('is followed from one to the next, there and back', () => {
    expect(keyAfter('plants', [renames('plants', 'beds'), renames('beds', 'growing')])).toBe(
      'growing',
    );
    expect(keyAfter('plants', [renames('plants', 'beds'), renames('beds', 'plants')])).toBe(
      'plants',
    );
  });

  it('stays where another one is renamed', () => {
    expect(keyAfter('tools', [renames('plants', 'beds')])).toBe('tools');
  });

  it('is another thing where a later version gives it to something new', () => {
    const versions = [renames('plants', 'beds'), renames('plants', 'flowers')];
    expect(keyAfter('plants', versions)).toBe('beds');
  });
});
