import type { Framework, Role } from './framework.js';

/** That a role or a competency has another key than in an earlier version. */
export interface RenamedKey {
  from: string;
  to: string;
}

/** A role or a competency, as far as it says which it is. */
interface Keyed {
  key: string;
  /** The keys that it had in earlier versions. */
  was?: readonly string[] | undefined;
}

/**
 * Returns the renames that the roles or the competencies of a framework declare with `was`, whichever
 * version they are from. A key that one of them still has is none, and one that two claim belongs to
 * neither.
 */
export function renamedKeys(list: readonly Keyed[]): RenamedKey[] {
  const taken = new Set(list.map(({ key }) => key));
  const all = list.flatMap(({ key, was = [] }) =>
    [...new Set(was)].map((from) => ({ from, to: key })),
  );
  const claims = new Map<string, number>();
  for (const { from } of all) claims.set(from, (claims.get(from) ?? 0) + 1);
  return all.filter(({ from }) => !taken.has(from) && claims.get(from) === 1);
}

/**
 * Returns what a role or a competency of a later version is in an earlier one: that with its key, else
 * the one with a key that it had before. Undefined if it is new since.
 */
export function itemBefore<Item extends Keyed>(
  earlier: readonly Item[],
  { key, was }: Keyed,
): Item | undefined {
  return earlier.find((one) => one.key === key) ?? earlier.find((one) => was?.includes(one.key));
}

/**
 * Returns what the one with a key of an earlier version is in a later one: that with the key, else the
 * one that says that it had it. Undefined if it is gone.
 */
export function itemAfter<Item extends Keyed>(
  later: readonly Item[],
  key: string,
): Item | undefined {
  const same = later.find((one) => one.key === key);
  if (same) return same;
  const to = renamedKeys(later).find(({ from }) => from === key)?.to;
  return later.find((one) => one.key === to);
}

/** See `itemBefore`. */
export function roleBefore({ roles }: Framework, role: Role): Role | undefined {
  return itemBefore(roles, role);
}

/** Returns a key after the renames of several versions, the oldest first. */
export function keyAfter(key: string, versions: readonly (readonly RenamedKey[])[]): string {
  return versions.reduce(
    (now, renames) => renames.find(({ from }) => from === now)?.to ?? now,
    key,
  );
}
