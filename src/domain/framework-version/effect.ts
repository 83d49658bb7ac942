import type { FrameworkChanges } from './changes.js';
import { isChanged } from './role-change.js';

/** How many people a version of a ladder concerns, by what it does to them. */
export interface VersionEffect {
  /** Their role has changed: they get a message that says what. */
  notified: number;
  /** Their role is gone, and they are asked to pick one. */
  lost: number;
  /** Nobody would stand on a role of it, of all who stand on one now. */
  leavesNobody: boolean;
}

/** Works that out from what differs. `people`: how many stand on each role of the version before. */
export function effectOf(
  { roles, gone }: FrameworkChanges,
  people: ReadonlyMap<string, number>,
): VersionEffect {
  const on = (keys: string[]) => keys.reduce((sum, key) => sum + (people.get(key) ?? 0), 0);
  const changed = roles.filter((role) => role.by !== 'title' && isChanged(role));
  // A title alone moves nobody along.
  const left = [...gone, ...roles.filter(({ by }) => by === 'title').map((role) => role.before)];
  const lost = on(left.map(({ key }) => key));
  const all = [...people.values()].reduce((sum, one) => sum + one, 0);
  return {
    notified: on(changed.map((role) => role.before.key)),
    lost,
    leavesNobody: lost > 0 && lost === all,
  };
}
