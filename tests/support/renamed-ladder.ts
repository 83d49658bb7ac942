import type { Framework } from '../../src/domain/framework/framework.js';
import { builtInFramework } from './built-in-framework.js';

/** The built-in ladder with another key for some roles; `was` says which one they had. */
export function ladderWithRenamed(renames: Record<string, string>): Framework {
  const { roles, ...rest } = builtInFramework();
  return {
    ...rest,
    roles: roles.map((role) => {
      const key = renames[role.key];
      return key === undefined ? role : { ...role, key, was: [role.key] };
    }),
  };
}

/** The built-in ladder without some of its roles. */
export function ladderWithout(...keys: string[]): Framework {
  const { roles, ...rest } = builtInFramework();
  return { ...rest, roles: roles.filter(({ key }) => !keys.includes(key)) };
}

/** The built-in ladder with another key for some competencies; `was` as above unless left out. */
export function ladderWithRenamedCompetencies(
  renames: Record<string, string>,
  { was = true } = {},
): Framework {
  const { competencies, roles, ...rest } = builtInFramework();
  const keyOf = (key: string) => renames[key] ?? key;
  return {
    ...rest,
    competencies: competencies.map((one) => {
      const to = renames[one.key];
      return to === undefined ? one : { ...one, key: to, ...(was && { was: [one.key] }) };
    }),
    roles: roles.map((role) => ({
      ...role,
      expectations: role.expectations.map((one) => ({
        ...one,
        competency: keyOf(one.competency),
      })),
    })),
  };
}
