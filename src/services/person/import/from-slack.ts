import type { PeopleRow } from '../../../domain/person/people-file.js';
import { dayFromDate } from '../../../domain/time/day.js';
import { type Administrator, requireAdmin } from '../../access/index.js';
import type { Context } from '../../context.js';
import { UserFacingError } from '../../errors/index.js';
import type { Directory } from '../../members.js';
import { standingOf } from '../standing.js';
import { findInSlack, type RowsInSlack } from './profiles.js';
import { type ImportWatch, stopIfWanted } from './progress.js';

/** What Slack's profiles say about the managers of people who have none in Ladder. */
export interface SlackManagers extends RowsInSlack {
  /** What the field is called in Slack. */
  label: string;
  /** How many have no manager in Ladder. */
  without: number;
}

/**
 * Reads the managers of people who have none in Ladder from Slack's own profiles, as rows that
 * `importPeople` takes; a person whose field is empty or names no full member gets no row, and a manager
 * who was set in Ladder stays. Throws UserFacingError for everybody but admins and operators, where Slack
 * has no such field or doesn't show it; what the directory throws; and ImportStopped.
 */
export async function managersFromSlack(
  context: Context,
  directory: Directory | undefined,
  { workspaceId, by, ...watch }: { workspaceId: string; by: Administrator } & ImportWatch,
): Promise<SlackManagers> {
  await requireAdmin(context.db, { workspaceId, by });
  const field = await directory?.managerField?.();
  if (!directory || !field) {
    throw new UserFacingError(
      "Slack's profiles have no field here that names people's managers. Nothing is changed.",
    );
  }
  const known = new Set(
    context.frameworks.current(workspaceId).framework.roles.map(({ key }) => key),
  );
  const people = await context.db.person.findMany({
    where: { workspaceId, leftAt: null, isBot: false, managerId: null },
    orderBy: { slackUserId: 'asc' },
  });
  const rows: PeopleRow[] = [];
  for (const { slackUserId, roleKey, inRoleSince } of people) {
    stopIfWanted(watch);
    watch.onProgress?.({ step: 'reading profiles', done: rows.length, total: people.length });
    // A role that is gone can't be imported; it is a problem of its own.
    if (roleKey !== null && !known.has(roleKey)) continue;
    const managerSlackUserId = await field.managerOf(slackUserId);
    if (!managerSlackUserId || managerSlackUserId === slackUserId) continue;
    rows.push({
      ...{ line: rows.length + 1, slackUserId, managerSlackUserId, role: roleKey ?? '' },
      startedOn: inRoleSince ? dayFromDate(inRoleSince) : '',
    });
  }
  const found = await findInSlack(directory, rows, watch);
  return {
    ...found,
    rows: found.rows.filter(({ managerSlackUserId }) => {
      const profile = found.profiles.get(managerSlackUserId);
      return profile !== undefined && standingOf(profile) === 'member';
    }),
    label: field.label,
    without: people.length,
  };
}
