import type { Framework, Role } from './framework.js';

/** That a role has another key than in an earlier version. */
export interface RenamedKey {
  from: string;
  to: string;
}

/**
 * Returns the renames that a framework declares with `was`, whichever version they are from. A key
 * that a role of it still has is none, and one that two roles claim belongs to neither.
 */
export function renamedKeys({ roles }: Framework): RenamedKey[] {
  const taken = new Set(roles.map(({ key }) => key));
  const all = roles.flatMap(({ key, was = [] }) =>
    [...new Set(was)].map((from) => ({ from, to: key })),
  );
  const claims = new Map<string, number>();
  for (const { from } of all) claims.set(from, (claims.get(from) ?? 0) + 1);
  return all.filter(({ from }) => !taken.has(from) && claims.get(from) === 1);
}

/**
 * Returns what a role of a later version is in an earlier one: the role with its key, else the one
 * with a key that it had before. Undefined if it is new since.
 */
export function roleBefore(earlier: Framework, role: Role): Role | undefined {
  const { roles } = earlier;
  const same = roles.find(({ key }) => key === role.key);
  return same ?? roles.find(({ key }) => role.was?.includes(key));
}

/**
 * Returns what the role with a key of an earlier version is in a later one: the role with that key,
 * else the one that says that it had it. Undefined if it is gone.
 */
export function roleAfter(later: Framework, key: string): Role | undefined {
  const same = later.roles.find((role) => role.key === key);
  if (same) return same;
  const to = renamedKeys(later).find(({ from }) => from === key)?.to;
  return later.roles.find((role) => role.key === to);
}
