import { type Administrator, requireAdmin } from '../access/index.js';
import { type Change, recordChange } from '../audit-log/index.js';
import type { Context } from '../context.js';
import { excludePeople, findOpenCycle } from '../cycle/index.js';
import {
  type DeliveryFilter,
  dropDelivery,
  dropWaiting,
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

interface RetryOptions {
  messageId: string;
  /** Sends what perhaps arrived without looking for it. */
  evenIfTwice?: boolean;
}

/**
 * Sends a message again that failed; one that perhaps arrived is looked for first, unless
 * `evenIfTwice`. Throws UserFacingError for everybody but admins and operators, and where the message
 * is gone.
 */
export async function sendAgain(
  context: Context,
  messenger: Messenger | undefined,
  { messageId: id, evenIfTwice = false, ...admin }: MendInput & RetryOptions,
): Promise<Retried> {
  const { workspaceId } = admin;
  await requireAdmin(context.db, admin);
  const message = await requireMessage(context, { workspaceId, id });
  const at = context.clock.now();
  const retried = await retryDelivery(context, messenger, { workspaceId, id, at, evenIfTwice });
  if (isDueAgain(retried)) {
    await recordChange(context.db, { ...admin, ...message, action: 'message_sent_again', at });
  }
  return retried;
}

/** Whether it is sent again because of the retry. */
function isDueAgain(retried: Retried): boolean {
  if (retried.state === 'looked') return retried.reconciled.state === 'due';
  return retried.state === 'due_again' || retried.state === 'due_unlooked';
}

/** Lets a message that failed go for good; returns whether it was still there to let go. Throws as `sendAgain`. */
export async function letGo(
  context: Context,
  { messageId: id, ...admin }: MendInput & { messageId: string },
): Promise<boolean> {
  const { workspaceId } = admin;
  await requireAdmin(context.db, admin);
  const message = await requireMessage(context, { workspaceId, id });
  const at = context.clock.now();
  return context.db.$transaction(async (tx) => {
    const isGone = await dropDelivery({ db: tx }, { workspaceId, id });
    if (isGone) await recordChange(tx, { ...admin, ...message, action: 'message_dropped', at });
    return isGone;
  });
}

/** Lets go of all that wait and that a filter lets through; returns how many. Throws as `sendAgain`. */
export async function letAllGo(
  { db, clock }: Pick<Context, 'db' | 'clock'>,
  { by, ...filter }: MendInput & DeliveryFilter,
): Promise<number> {
  const { workspaceId, kind = '' } = filter;
  await requireAdmin(db, { workspaceId, by });
  return db.$transaction(async (tx) => {
    const count = await dropWaiting({ db: tx }, filter);
    if (count === 0) return 0;
    await recordChange(tx, {
      ...{ workspaceId, by, action: 'messages_dropped', at: clock.now() },
      ...{ subject: kind, before: `${count}`, after: '' },
    });
    return count;
  });
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
  const rows = await context.db.$queryRaw<{ id: string; kind: string }[]>`
    SELECT delivery.id, delivery.kind FROM delivery
    WHERE delivery.workspace_id = ${workspaceId}::uuid AND recipient_id = ${personId}::uuid
      AND ${refusesPerson}`;
  const at = context.clock.now();
  const change = { workspaceId, by, personId, action: 'message_sent_again' as const, at };
  for (const { id, kind } of rows) {
    await retryDelivery(context, undefined, { workspaceId, id, at, evenIfTwice: false });
    await recordChange(context.db, { ...change, subject: '', before: kind, after: '' });
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

/** Returns what the audit log says of a message: for whom it is, and its kind. */
async function requireMessage(
  { db }: Pick<Context, 'db'>,
  { workspaceId, id }: { workspaceId: string; id: string },
): Promise<Pick<Change, 'personId' | 'subject' | 'before' | 'after'>> {
  const message = await db.delivery.findFirst({
    where: { id, workspaceId },
    select: { recipientId: true, kind: true },
  });
  if (message) {
    return { personId: message.recipientId, subject: '', before: message.kind, after: '' };
  }
  throw new UserFacingError('That message is not there any more. Nothing is changed.');
}
