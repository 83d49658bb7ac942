import { managerWhoLeft } from '../../domain/access/relation.js';
import { type Day, dayFromDate } from '../../domain/time/day.js';
import type { Context } from '../context.js';

/** A person as an operator sees them: role, manager and state, and nothing that they wrote. */
export interface ListedPerson {
  slackUserId: string;
  /** Empty while it was never read from Slack. */
  name: string;
  roleKey: string | undefined;
  managerSlackUserId: string | undefined;
  managerName: string | undefined;
  /** Their manager has left the Slack workspace. */
  managerLeft: boolean;
  inRoleSince: Day | undefined;
  timeZone: string;
  /** False once they left the Slack workspace. */
  active: boolean;
}

/** Everyone in the workspace but apps, by name; those who left come last. */
export async function listPeople(
  { db }: Pick<Context, 'db'>,
  workspaceId: string,
): Promise<ListedPerson[]> {
  const rows = await db.person.findMany({
    where: { workspaceId, isBot: false },
    include: { manager: { select: { slackUserId: true, name: true, leftAt: true } } },
  });
  return rows
    .map(({ slackUserId, name, roleKey, manager, inRoleSince, timeZone, leftAt }) => ({
      slackUserId,
      name,
      roleKey: roleKey ?? undefined,
      managerSlackUserId: manager?.slackUserId,
      managerName: manager?.name,
      managerLeft: managerWhoLeft({ manager }) !== undefined,
      inRoleSince: inRoleSince ? dayFromDate(inRoleSince) : undefined,
      timeZone,
      active: leftAt === null,
    }))
    .sort(
      (one, other) =>
        Number(other.active) - Number(one.active) ||
        one.name.localeCompare(other.name, 'en') ||
        one.slackUserId.localeCompare(other.slackUserId),
    );
}
