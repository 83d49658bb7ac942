import { describe, expect, it } from 'vitest';
import { renamedKeys, roleAfter, roleBefore } from '../../../src/domain/framework/renames.js';
import { builtInFramework } from '../../support/built-in-framework.js';
import { ladderWithRenamed } from '../../support/renamed-ladder.js';

const before = builtInFramework();
const after = ladderWithRenamed({ manager: 'operations-manager' });

describe('a role with another key', () => {
  it('is found in the version before, and from there in the version after', () => {
    expect(roleAfter(after, 'manager')?.key).toBe('operations-manager');
    const renamed = after.roles.find(({ key }) => key === 'operations-manager');
    expect(renamed && roleBefore(before, renamed)?.key).toBe('manager');
  });

  it('is one rename, and the others are none', () => {
    expect(renamedKeys(after)).toEqual([{ from: 'manager', to: 'operations-manager' }]);
    expect(renamedKeys(before)).toEqual([]);
  });

  it('takes nobody along from a role that is still there, or that two roles claim', () => {
    const claimed = after.roles.map((role) =>
      role.key === 'associate' ? { ...role, was: ['manager', 'senior'] } : role,
    );
    expect(renamedKeys({ ...after, roles: claimed })).toEqual([]);
    expect(roleAfter({ ...after, roles: claimed }, 'manager')).toBeUndefined();
    expect(roleAfter({ ...after, roles: claimed }, 'senior')?.key).toBe('senior');
  });
});
