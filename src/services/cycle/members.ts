import type { Transaction } from '../../database/index.js';
import { UserFacingError } from '../errors/index.js';
import { findNamed } from '../named-people/index.js';
import type { Change } from './changes.js';

/** For whom a cycle is, where it isn't for everybody; people as they were typed. */
export type CycleAudience =
  | { people: readonly string[] }
  /** A manager's direct reports. */
  | { team: string }
  /** Everybody below a manager. */
  | { line: string };

/**
 * Returns the ids of the people of today whom an audience means. Throws UserFacingError where somebody is
 * unknown, or it means nobody.
 */
export async function findMembers(
  { tx, workspace: { id: workspaceId } }: Change,
  audience: CycleAudience,
): Promise<string[]> {
  if ('people' in audience) {
    return (await findNamed(tx, workspaceId, audience.people)).map(({ id }) => id);
  }
  const typed = 'team' in audience ? audience.team : audience.line;
  const [manager] = await findNamed(tx, workspaceId, [typed]);
  const below = manager ? await peopleBelow(tx, manager.id, { directly: 'team' in audience }) : [];
  if (below.length > 0) return below;
  throw new UserFacingError(
    `Nobody reports to ${manager?.name ?? typed}, so the review would be for nobody. Nothing is changed.`,
  );
}

/** Those who are here and report to a manager, directly or through others; a circle ends it. */
async function peopleBelow(
  tx: Pick<Transaction, '$queryRaw'>,
  managerId: string,
  { directly }: { directly: boolean },
): Promise<string[]> {
  const rows = await tx.$queryRaw<{ id: string }[]>`
    WITH RECURSIVE below (id, level) AS (
      SELECT id, 1 FROM person WHERE manager_id = ${managerId}::uuid
      UNION
      SELECT person.id, 2 FROM below JOIN person ON person.manager_id = below.id
      WHERE NOT ${directly}
    )
    SELECT DISTINCT person.id FROM below JOIN person ON person.id = below.id
    WHERE person.id <> ${managerId}::uuid AND person.left_at IS NULL AND NOT person.is_bot`;
  return rows.map(({ id }) => id);
}

/** Makes these people the members of a cycle; undefined: it is for everybody. */
export async function replaceMembers(
  { tx, workspace, at }: Change,
  cycleId: string,
  personIds: readonly string[] | undefined,
): Promise<void> {
  const ofCycle = { workspaceId: workspace.id, cycleId };
  await tx.cycleMember.deleteMany({ where: ofCycle });
  const data = (personIds ?? []).map((personId) => ({ ...ofCycle, personId, createdAt: at }));
  await tx.cycleMember.createMany({ data });
}
