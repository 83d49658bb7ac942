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
