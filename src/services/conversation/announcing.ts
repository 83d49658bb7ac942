import type { Conversation, Transaction } from '../../database/index.js';
import {
  announceDelayMinutes,
  type ConversationSide,
} from '../../domain/conversation/conversation.js';
import { notifiableFrom } from '../../domain/delivery/least-distance.js';
import { nextInWindow } from '../../domain/time/working-hours.js';
import type { Context } from '../context.js';
import { type Messenger, notifiedLately, recordDeliveries, sendDue } from '../delivery/index.js';
import { markForRedraw } from '../redraw-mark/index.js';
import { conversationKind } from './messages.js';
import { findRecordable, type RecordRef } from './recordable.js';

const { kind } = conversationKind;
const minuteMs = 60_000;
/** After two weeks the next check-in is the better reminder. */
const lifeMs = 14 * 24 * 60 * minuteMs;

/**
 * Records a message to the other one about a changed record: it is sent ten minutes after the last
 * change, and asks for a new confirmation.
 */
export async function announce(
  tx: Transaction,
  conversation: Conversation,
  { at, by }: { at: Date; by: ConversationSide },
): Promise<void> {
  const { id, workspaceId, cycleId } = conversation;
  await tx.conversation.update({ where: { id }, data: { confirmedAt: null, changedBy: by } });
  await markForRedraw(tx, { workspaceId, personIds: bothOf(conversation), at });
  const dueAt = new Date(at.getTime() + announceDelayMinutes * minuteMs);
  const recipientId = otherThan(by, conversation);
  if (recipientId === null) return;
  const about = { workspaceId, recipientId, kind, subjectId: id };
  const { count } = await tx.delivery.updateMany({
    where: { ...about, state: { in: ['due', 'held'] } },
    data: { dueAt },
  });
  if (count > 0) return;
  const notified = await tx.delivery.findFirst({
    where: { ...about, state: { in: ['sent', 'unknown', 'claimed'] } },
  });
  await recordDeliveries(tx, [
    conversationKind.delivery({
      ...about,
      cycleId,
      step: notified ? 'changed' : 'recorded',
      changedAt: at,
      dueAt,
      expiresAt: new Date(dueAt.getTime() + lifeMs),
    }),
  ]);
}

/** The ids of the two, without that of a manager who was erased. */
export function bothOf({ personId, managerId }: Pick<Conversation, 'personId' | 'managerId'>) {
  return managerId === null ? [personId] : [personId, managerId];
}

/** The id of the other one of the two; null where that one was erased. */
export function otherThan(
  side: ConversationSide,
  { personId, managerId }: Pick<Conversation, 'personId' | 'managerId'>,
): string | null {
  return side === 'report' ? managerId : personId;
}

/** The result of notifying the other one at once. */
export type NotifyResult =
  | { state: 'sent' }
  /**
   * It waits until `at`: for the other one's working hours, or for Slack; with `because`, since they
   * got a message about this conversation less than ten minutes ago.
   */
  | { state: 'later'; at: Date; because?: 'told_lately' }
  /** There is nothing new to notify of. */
  | { state: 'nothing_new' }
  /** Slack refused it, or didn't say whether it took it, or the other one has left. */
  | { state: 'not_delivered' };

/**
 * Notifies the other one of the record now, or when their working hours begin; if they were notified
 * less than ten minutes ago, when these are over. A second call sends nothing. Throws
 * UserFacingError where the actor may not change the record any more.
 */
export async function notifyNow(
  context: Context,
  messenger: Messenger,
  ref: RecordRef,
): Promise<NotifyResult> {
  const { db, clock } = context;
  const at = clock.now();
  const { workspaceId } = ref;
  const { conversation, report, manager, side } = await findRecordable(db, ref);
  const waiting = conversation && (await findWaiting(context, conversation, side));
  if (!waiting) return { state: 'nothing_new' };
  const { id } = waiting;
  const other = side === 'report' ? manager : report;
  const workspace = await db.workspace.findUniqueOrThrow({ where: { id: workspaceId } });
  const notifiable = notifiableFrom(
    (await notifiedLately(db, { messages: [waiting], at })).get(id),
    at,
  );
  const goesOut = nextInWindow(notifiable ?? at, other.timeZone, workspace);
  await db.delivery.updateMany({ where: { id, state: 'due' }, data: { dueAt: goesOut ?? at } });
  if (goesOut && goesOut <= at) {
    await sendDue(context, messenger, { workspaceId, only: id });
  }
  const row = await db.delivery.findUniqueOrThrow({ where: { id } });
  if (row.state === 'sent') return { state: 'sent' };
  if (row.state === 'failed' || row.state === 'unknown') return { state: 'not_delivered' };
  if (row.state !== 'obsolete') {
    const lately = row.dueAt.getTime() === notifiable?.getTime();
    return { state: 'later', at: row.dueAt, ...(lately && { because: 'told_lately' }) };
  }
  return { state: row.reason === 'left' ? 'not_delivered' : 'nothing_new' };
}

/** The message from one of the two to the other about the record that has not left yet. */
export async function findWaiting(
  { db }: Pick<Context, 'db'>,
  conversation: Conversation,
  from: ConversationSide,
) {
  const { id: subjectId, workspaceId, changedBy } = conversation;
  if (changedBy !== from) return null;
  const recipientId = otherThan(from, conversation);
  if (recipientId === null) return null;
  return db.delivery.findFirst({
    where: { workspaceId, kind, subjectId, recipientId, state: { in: ['due', 'held'] } },
  });
}
