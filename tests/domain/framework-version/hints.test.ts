import { describe, expect, it } from 'vitest';
import type { Framework } from '../../../src/domain/framework/framework.js';
import { ladderHints } from '../../../src/domain/framework-version/hints.js';
import { builtInFramework } from '../../support/built-in-framework.js';

const keysOf = (roles: { key: string }[]) => roles.map(({ key }) => key);

describe('the hints about a ladder', () => {
  it('find nothing to look at in the built-in one but its longest check-in', () => {
    expect(ladderHints(builtInFramework())).toMatchObject({
      ...{ allNew: { roles: [], of: 3 }, notFound: [], sharedLevels: [] },
      longest: { pages: 5, minutes: 10 },
    });
  });

  it('name the rungs on which everything is new, and the levels that roles share', () => {
    const { roles, ...rest } = builtInFramework();
    const framework: Framework = {
      ...rest,
      roles: roles.map((role) => ({
        ...role,
        level: 'L1',
        expectations: role.expectations.map((one) => ({
          ...one,
          behaviours: [{ key: `only-${role.key}`, text: `Only as ${role.key}` }],
        })),
      })),
    };
    const { allNew, sharedLevels } = ladderHints(framework);
    expect(keysOf(allNew.roles)).toEqual(['manager', 'senior', 'professional-lead']);
    expect(sharedLevels).toEqual([{ level: 'L1', roles: 5 }]);
  });
});
