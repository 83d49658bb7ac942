import { type Administrator, requireAdmin } from '../access/index.js';
import type { Context } from '../context.js';
import { excludePeople, findOpenCycle } from '../cycle/index.js';
import {
  dropDelivery,
  type Messenger,
  type Retried,
  refusesPerson,
  retryDelivery,
} from '../delivery/index.js';
import { UserFacingError } from '../errors/index.js';

/** On whose behalf something is mended. */
export interface MendInput {
  workspaceId: string;
  by: Administrator;
}

/**
 * Sends a message again that failed; one that perhaps arrived is looked for first. Throws
 * UserFacingError for everybody but admins and operators, and where the message is gone.
 */
export async function sendAgain(
  context: Context,
  messenger: Messenger | undefined,
  { workspaceId, by, messageId: id }: MendInput & { messageId: string },
): Promise<Retried> {
  await requireAdmin(context.db, { workspaceId, by });
  await requireMessage(context, { workspaceId, id });
  const at = context.clock.now();
  return retryDelivery(context, messenger, { workspaceId, id, at, evenIfTwice: false });
}

/** Lets a message that failed go for good; returns whether it was still there to let go. Throws as `sendAgain`. */
export async function letGo(
  context: Context,
  { workspaceId, by, messageId: id }: MendInput & { messageId: string },
): Promise<boolean> {
  await requireAdmin(context.db, { workspaceId, by });
  await requireMessage(context, { workspaceId, id });
  return dropDelivery(context, { workspaceId, id });
}

/**
 * Sends everything again that Slack refused to deliver to a person; returns how many messages that
 * are. Throws as `sendAgain`.
 */
export async function sendAllAgain(
  context: Context,
  { workspaceId, by, personId }: MendInput & { personId: string },
): Promise<number> {
  await requireAdmin(context.db, { workspaceId, by });
  const rows = await context.db.$queryRaw<{ id: string }[]>`
    SELECT delivery.id FROM delivery
    WHERE delivery.workspace_id = ${workspaceId}::uuid AND recipient_id = ${personId}::uuid
      AND ${refusesPerson}`;
  const at = context.clock.now();
  for (const { id } of rows) {
    await retryDelivery(context, undefined, { workspaceId, id, at, evenIfTwice: false });
  }
  return rows.length;
}

/**
 * Leaves a person out of the open review; returns its name. Throws UserFacingError for everybody but
 * admins and operators, and where no review is open.
 */
export async function leaveOut(
  context: Context,
  { workspaceId, by, personId }: MendInput & { personId: string },
): Promise<string> {
  await requireAdmin(context.db, { workspaceId, by });
  const cycle = await findOpenCycle(context, workspaceId);
  if (!cycle) {
    throw new UserFacingError('No review is open, so there is nothing to leave somebody out of.');
  }
  const person = await context.db.person.findFirst({ where: { id: personId, workspaceId } });
  if (!person) throw new UserFacingError('That person is not there any more. Nothing is changed.');
  const people = [person.slackUserId];
  await excludePeople(context, { workspaceId, by, name: cycle.name, people });
  return cycle.name;
}

async function requireMessage(
  { db }: Pick<Context, 'db'>,
  { workspaceId, id }: { workspaceId: string; id: string },
): Promise<void> {
  const count = await db.delivery.count({ where: { id, workspaceId } });
  if (count === 0) {
    throw new UserFacingError('That message is not there any more. Nothing is changed.');
  }
}
