import { type Administrator, lockForAdmin } from '../access/index.js';
import { recordAssignments, recordChange } from '../audit-log/index.js';
import type { Context } from '../context.js';
import { makeOrForesee } from '../foresee.js';
import { findNamed, type NamedPerson } from '../named-people/index.js';
import { markForRedraw } from '../redraw-mark/index.js';
import { announcePlaces } from './announcing.js';

export interface RemovalInput {
  workspaceId: string;
  by: Administrator;
  /** Slack ids or whole names, as they were typed; also of people who have left. */
  people: readonly string[];
  /** Changes nothing, and only returns what would be done. */
  foresee: boolean;
}

export interface Removal {
  people: NamedPerson[];
  /** Those who have no manager then. */
  reports: NamedPerson[];
}

/**
 * Takes people off the ladder: they have no role and no manager, manage nobody, and are asked for
 * nothing. What they and others have written stays as it is, and they may choose a role again. Throws
 * UserFacingError, having changed nothing, where one of them is unknown.
 */
export function removePeople(
  context: Context,
  { workspaceId, by, people: typed, foresee }: RemovalInput,
): Promise<Removal> {
  const at = context.clock.now();
  return makeOrForesee(context, { undo: foresee }, async (tx) => {
    await lockForAdmin(tx, { workspaceId, by });
    const people = await findNamed(tx, workspaceId, typed, { alsoLeft: true });
    const ids = people.map(({ id }) => id);
    const removed = { workspaceId, id: { in: ids } };
    const reports = await tx.person.findMany({
      where: { workspaceId, managerId: { in: ids }, id: { notIn: ids } },
      select: { id: true, slackUserId: true, name: true, roleKey: true, managerId: true },
      orderBy: [{ name: 'asc' }, { slackUserId: 'asc' }],
    });
    const rows = await tx.person.findMany({ where: removed });
    const around = [...reports.map(({ id }) => id), ...rows.map(({ managerId }) => managerId)];
    const personIds = [...ids, ...around].filter((id) => id !== null);
    await tx.person.updateMany({
      where: { workspaceId, id: { in: reports.map(({ id }) => id) } },
      data: { managerId: null },
    });
    const data = { roleKey: null, inRoleSince: null, managerId: null };
    await tx.person.updateMany({ where: removed, data });
    await markForRedraw(tx, { workspaceId, personIds, at });
    const changes = [
      ...rows.map((row) => ({ ...row, keptRole: null })),
      ...reports.map((row) => ({ ...row, keptRole: row.roleKey })),
    ].map(({ id: personId, roleKey, managerId: manager, keptRole }) => ({
      personId,
      before: { roleKey, manager },
      after: { roleKey: keptRole, manager: null },
    }));
    await announcePlaces(tx, { workspaceId, by, changes, at });
    const change = { workspaceId, by, at };
    for (const personId of ids) {
      const what = { action: 'person_removed' as const, subject: '', before: '', after: '' };
      await recordChange(tx, { ...change, ...what, personId });
    }
    await recordAssignments(tx, change, [
      ...rows.map((row) => ({ personId: row.id, before: row, after: data })),
      ...reports.map(({ id: personId, roleKey, managerId }) => ({
        personId,
        before: { roleKey, managerId, inRoleSince: null },
        after: { roleKey, managerId: null, inRoleSince: null },
      })),
    ]);
    return { people, reports };
  });
}
