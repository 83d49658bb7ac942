import type { Person as PersonRow } from '../database/index.js';
import type { Day } from '../domain/day.js';
import { dayFromDate } from '../domain/day.js';
import { fitName } from '../domain/text.js';
import type { Context } from './context.js';

/** A person as the services hand them on. */
export interface Person {
  id: string;
  workspaceId: string;
  slackUserId: string;
  name: string;
  timeZone: string;
  locale: string;
  isAdmin: boolean;
  /** False once Slack says that the account is deactivated. */
  active: boolean;
  roleKey: string | undefined;
  managerId: string | undefined;
  inRoleSince: Day | undefined;
}

export function toPerson(row: PersonRow): Person {
  return {
    id: row.id,
    workspaceId: row.workspaceId,
    slackUserId: row.slackUserId,
    name: row.name,
    timeZone: row.timeZone,
    locale: row.locale,
    isAdmin: row.isAdmin,
    active: row.leftAt === null && !row.isBot,
    roleKey: row.roleKey ?? undefined,
    managerId: row.managerId ?? undefined,
    inRoleSince: row.inRoleSince ? dayFromDate(row.inRoleSince) : undefined,
  };
}

/** The person behind a Slack user, remembered from their first request on. */
export async function findOrAddPerson(
  { db, clock }: Context,
  who: { workspaceId: string; slackUserId: string; name?: string },
): Promise<Person> {
  const { workspaceId, slackUserId, name = '' } = who;
  const where = { workspaceId_slackUserId: { workspaceId, slackUserId } };
  // Nearly always they are known; an upsert would take a transaction of five statements to say so.
  const row =
    (await db.person.findUnique({ where })) ??
    (await db.person.upsert({
      where,
      create: { workspaceId, slackUserId, name: fitName(name), createdAt: clock.now() },
      update: {},
    }));
  return toPerson(row);
}

/** The person with this id in this workspace, or undefined. */
export async function findPerson(
  { db }: Context,
  { workspaceId, personId }: { workspaceId: string; personId: string },
): Promise<Person | undefined> {
  const row = await db.person.findFirst({ where: { id: personId, workspaceId } });
  return row ? toPerson(row) : undefined;
}
