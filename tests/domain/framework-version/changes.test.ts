import { describe, expect, it } from 'vitest';
import type { Framework, Role } from '../../../src/domain/framework/framework.js';
import { frameworkChanges } from '../../../src/domain/framework-version/changes.js';
import { isChanged, roleChange } from '../../../src/domain/framework-version/role-change.js';
import { indexOf } from '../../../src/domain/role/position.js';
import { builtInFramework } from '../../support/built-in-framework.js';
import {
  ladderWithout,
  ladderWithRenamed,
  ladderWithRenamedCompetencies,
} from '../../support/renamed-ladder.js';

const before = builtInFramework();

/** The built-in ladder with one role changed. */
function changed(key: string, change: (role: Role) => Role): Framework {
  const { roles, ...rest } = builtInFramework();
  return { ...rest, roles: roles.map((role) => (role.key === key ? change(role) : role)) };
}

/** How the manager's role differs. */
function managers(after: Framework) {
  const [from, to] = [indexOf(before), indexOf(after)];
  const [was, is] = [from.role('manager'), to.role('manager')];
  if (!was || !is) throw new Error('there is no manager');
  return roleChange({ index: from, role: was }, { index: to, role: is });
}

describe('two versions of a ladder', () => {
  it('are the same where nothing differs', () => {
    expect(frameworkChanges(before, builtInFramework())).toEqual({
      ...{ roles: [], added: [], gone: [], same: 5, parts: [] },
      competencies: { added: [], gone: [], renamed: [], rekeyed: [] },
      tracks: { added: [], gone: [], renamed: [], rekeyed: [] },
    });
  });

  it('match roles by key, then by the key that they had, then by the same title', () => {
    const renamed = ladderWithRenamed({ manager: 'operations-manager' });
    const after = {
      ...renamed,
      roles: renamed.roles.map((role) =>
        role.key === 'senior' ? { ...role, key: 'senior-manager' } : role,
      ),
    };
    const { roles, added, gone, same } = frameworkChanges(before, after);
    expect(roles.map(({ before, after, by }) => [before.key, after.key, by])).toEqual([
      ['manager', 'operations-manager', 'was'],
      ['senior', 'senior-manager', 'title'],
    ]);
    expect({ added, gone, same }).toEqual({ added: [], gone: [], same: 3 });
  });

  it('don’t take roles for the same whose title others have as well', () => {
    const twice = changed('manager', (role) => ({
      ...role,
      title: 'Senior Business Operations Manager',
    }));
    const after = {
      ...twice,
      roles: twice.roles.map((role) => ({ ...role, key: `new-${role.key}` })),
    };
    const { added, gone } = frameworkChanges(twice, after);
    expect(gone.map(({ key }) => key)).toEqual(['manager', 'senior']);
    expect(added.map(({ key }) => key)).toEqual(['new-manager', 'new-senior']);
  });

  it('differ by a role that moves to another track, and by one that changes places', () => {
    const moved = frameworkChanges(
      before,
      changed('senior', (role) => ({ ...role, track: 'management' })),
    );
    expect(moved.roles).toMatchObject([
      { facts: [{ fact: 'track', from: 'Professional path', to: 'Management path' }] },
    ]);
    const [first, second, ...rest] = builtInFramework().roles;
    const turned = { ...before, roles: [second, first, ...rest] as Role[] };
    expect(frameworkChanges(before, turned).roles.map(({ rung }) => rung)).toEqual([
      { from: 2, to: 1 },
      { from: 1, to: 2 },
    ]);
  });

  it('don’t move the roles above one that goes', () => {
    const { roles, gone } = frameworkChanges(before, ladderWithout('associate'));
    expect(roles).toEqual([]);
    expect(gone.map(({ key }) => key)).toEqual(['associate']);
  });

  it('name competencies that are renamed, come or go', () => {
    const [first, ...others] = before.competencies;
    const after = {
      ...before,
      competencies: [{ ...first, name: 'Craft' }, ...others] as Framework['competencies'],
    };
    expect(frameworkChanges(before, after).competencies.renamed).toEqual([
      { from: first?.name, to: 'Craft' },
    ]);
  });
});

describe('a competency with another key', () => {
  const renames = { execution: 'delivery' };

  it('is the same by the key that it had, and changes nobody’s role', () => {
    const { competencies, roles, parts } = frameworkChanges(
      before,
      ladderWithRenamedCompetencies(renames),
    );
    expect(competencies).toMatchObject({
      ...{ added: [], gone: [] },
      rekeyed: [{ from: 'execution', to: 'delivery', by: 'was' }],
    });
    expect({ roles, parts }).toEqual({ roles: [], parts: [] });
  });

  it('may be the same by its name alone, but then what was asked goes and comes', () => {
    const after = ladderWithRenamedCompetencies(renames, { was: false });
    const { competencies, roles } = frameworkChanges(before, after);
    expect(competencies.rekeyed).toMatchObject([{ from: 'execution', to: 'delivery', by: 'name' }]);
    expect(roles.length).toBeGreaterThan(0);
  });
});

describe('a role in a newer version', () => {
  it('is as it was where links, aliases, skills or another role change', () => {
    const after = changed('manager', (role) => ({
      ...role,
      aliases: ['boss'],
      expectations: role.expectations.map((one) => ({ ...one, skills: ['Patience'], links: [] })),
    }));
    expect(isChanged(managers(after))).toBe(false);
    expect(isChanged(managers(changed('senior', (role) => ({ ...role, title: 'X' }))))).toBe(false);
  });

  it.each<[string, (role: Role) => Role]>([
    ['its title', (role) => ({ ...role, title: 'Gardener' })],
    ['its level', (role) => ({ ...role, level: 'G2' })],
    ['its usual years', (role) => ({ ...role, years: { from: 4, to: null } })],
    ['its summary', (role) => ({ ...role, summary: 'Runs one garden.' })],
    ['what it asks', (role) => ({ ...role, expectations: role.expectations.slice(1) })],
    [
      'a definition',
      (role) => ({
        ...role,
        expectations: role.expectations.map((one) => ({ ...one, definition: 'Waters' })),
      }),
    ],
  ])('has changed where %s has', (_, change) => {
    expect(isChanged(managers(changed('manager', change)))).toBe(true);
  });
});
