import type { Prisma, Transaction } from '../../database/index.js';
import { may } from '../../domain/access/access.js';
import { relationOf } from '../../domain/access/relation.js';
import {
  type ActionItemEvent,
  type ActionItemRefusal,
  transitionActionItem,
} from '../../domain/action-item/action-item.js';
import { isBlank } from '../../domain/text/text.js';
import { type Day, dateFromDay, isDay } from '../../domain/time/day.js';
import { lockReportingLine } from '../access/index.js';
import type { Context } from '../context.js';
import { recordDeliveries } from '../delivery/index.js';
import { FieldError, UserFacingError } from '../errors/index.js';
import { markForRedraw } from '../redraw-mark/index.js';
import {
  type ActionItem,
  type ActionItemRow,
  actionItemParts,
  toActionItem,
} from './action-items.js';
import { type ActionItemChange, actionItemChangedKind } from './messages.js';

/** An actor and an action item. */
export interface ActionItemRef {
  workspaceId: string;
  /** The actor: the report, or their manager of today. */
  personId: string;
  actionItemId: string;
}

/** The current action item; `changed` is false where it had been changed already. */
export interface ActionItemResult {
  actionItem: ActionItem;
  changed: boolean;
  /** The person who is notified, if any. */
  informed: ActionItem['owner'];
}

/** In characters. */
export const longestReason = 250;

/** Marks an action as done. A second time nothing happens. Throws UserFacingError as `readActionItem`. */
export function markDone(context: Context, ref: ActionItemRef): Promise<ActionItemResult> {
  return change(context, ref, { event: 'done', step: 'done' }, () => ({ state: 'done' }));
}

/**
 * Gives an open action another day, and says why. Throws FieldError for a day that is past or no
 * other, or without a reason; UserFacingError as `readActionItem`.
 */
export function rescheduleActionItem(
  context: Context,
  ref: ActionItemRef,
  { dueOn, reason }: { dueOn: Day | undefined; reason: string },
): Promise<ActionItemResult> {
  return change(context, ref, { event: 'reschedule', step: 'moved' }, (before) => {
    const day = requireOtherDay(dueOn, before);
    return {
      dueOn: dateFromDay(day),
      reason: requireReason(reason, 'Say in a few words why it moves.'),
      timesRescheduled: { increment: 1 },
    };
  });
}

/** Closes an action that is not to be done any more, and says why. Throws as `rescheduleActionItem` does. */
export function dropActionItem(
  context: Context,
  ref: ActionItemRef,
  { reason }: { reason: string },
): Promise<ActionItemResult> {
  return change(context, ref, { event: 'drop', step: 'dropped' }, () => ({
    state: 'dropped',
    reason: requireReason(reason, 'Say in a few words why it is dropped.'),
  }));
}

/**
 * One action, for the report or their manager of today. Throws UserFacingError for everybody else,
 * former managers included.
 */
export async function readActionItem(
  { db, clock }: Pick<Context, 'db' | 'clock'>,
  ref: ActionItemRef,
): Promise<ActionItem> {
  return toActionItem(await findAllowed(db, ref), clock.now());
}

/** The sentence for an actor whose change came too late. */
export function closedWords(refusal: ActionItemRefusal): string {
  return refusal === 'already_done'
    ? 'That action is marked as done already, so it stays as it is.'
    : 'That action has been dropped already, so it stays as it is.';
}

async function change(
  { db, clock }: Context,
  ref: ActionItemRef,
  { event, step }: { event: ActionItemEvent; step: ActionItemChange },
  dataFor: (before: ActionItem) => Prisma.ActionItemUpdateInput,
): Promise<ActionItemResult> {
  const at = clock.now();
  return db.$transaction(async (tx) => {
    await tx.$queryRaw`SELECT id FROM action_item WHERE id = ${ref.actionItemId}::uuid FOR UPDATE`;
    const row = await findAllowed(tx, ref);
    await lockReportingLine(tx, { workspaceId: ref.workspaceId, personId: row.personId });
    const before = toActionItem(await findAllowed(tx, ref), at);
    const transition = transitionActionItem(before.state, event);
    if ('refused' in transition) return { actionItem: before, changed: false, informed: undefined };
    const closed = transition.to === 'open' ? {} : { closedAt: at };
    const after = await tx.actionItem.update({
      where: { id: row.id },
      data: { ...dataFor(before), ...closed, version: { increment: 1 } },
      include: actionItemParts,
    });
    const { workspaceId, personId } = row;
    await markForRedraw(tx, { workspaceId, personIds: [personId], at });
    const actionItem = toActionItem(after, at);
    const informed = await whoHears(tx, after, otherOf(actionItem, ref.personId));
    if (informed) await inform(tx, { row: after, step, recipientId: informed.id, at });
    return { actionItem, changed: true, informed };
  });
}

async function findAllowed(
  db: Pick<Context['db'], 'actionItem'> | Transaction,
  { workspaceId, personId, actionItemId }: ActionItemRef,
): Promise<ActionItemRow> {
  const row = await db.actionItem.findFirst({
    where: { id: actionItemId, workspaceId },
    include: actionItemParts,
  });
  if (!row) throw new UserFacingError("I can't find that action any more. Nothing has changed.");
  if (may('followActionItems', { relation: relationOf(personId, row.person) })) return row;
  throw new UserFacingError(
    'This action is between a report and their manager of today, and you are neither. Nothing has changed.',
  );
}

function otherOf({ report, manager }: ActionItem, personId: string) {
  return report.id === personId ? manager : report;
}

/**
 * Returns the person to notify. One of the two to whom the other has noted the action item, and who
 * has not been notified of it yet, gets no message about its changes either.
 */
async function whoHears(
  tx: Transaction,
  { conversationId, conversation, personId, addedBy, createdAt }: ActionItemRow,
  other: ActionItem['owner'],
): Promise<ActionItem['owner']> {
  const notifiedId = addedBy === 'manager' ? personId : conversation?.managerId;
  if (!other || other.id !== notifiedId) return other;
  const notified = await tx.delivery.findFirst({
    where: {
      recipientId: other.id,
      kind: 'conversation',
      subjectId: conversationId,
      sentAt: { gte: createdAt },
    },
    select: { id: true },
  });
  return notified ? other : undefined;
}

async function inform(
  tx: Transaction,
  {
    row,
    step,
    recipientId,
    at,
  }: { row: ActionItemRow; step: ActionItemChange; recipientId: string; at: Date },
): Promise<void> {
  const { id: subjectId, workspaceId, conversation, timesRescheduled } = row;
  // Without a conversation there is no cycle that a message could belong to.
  if (!conversation) return;
  await recordDeliveries(tx, [
    actionItemChangedKind.delivery({
      workspaceId,
      cycleId: conversation.cycleId,
      recipientId,
      subjectId,
      step,
      timesRescheduled,
      dueAt: at,
    }),
  ]);
}

function requireOtherDay(dueOn: Day | undefined, { dueOn: before, today }: ActionItem): Day {
  if (dueOn === undefined || !isDay(dueOn)) throw new FieldError('dueOn', 'Pick the new day.');
  if (dueOn < today) throw new FieldError('dueOn', 'That day is past. Pick today or a later day.');
  if (dueOn === before) {
    throw new FieldError('dueOn', 'It is due on that day already. Pick another one, or cancel.');
  }
  return dueOn;
}

function requireReason(reason: string, missing: string): string {
  if (isBlank(reason)) throw new FieldError('reason', missing);
  if (reason.length <= longestReason) return reason;
  throw new FieldError(
    'reason',
    `Keep it to ${longestReason} characters; it has ${reason.length} now.`,
  );
}
