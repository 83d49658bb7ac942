import type { Prisma } from '../../database/index.js';
import {
  type ActionItemEvent,
  type ActionItemRefusal,
  transitionActionItem,
} from '../../domain/action-item/action-item.js';
import { type Day, dateFromDay, isDay } from '../../domain/time/day.js';
import { lockReportingLine } from '../access/index.js';
import type { Context } from '../context.js';
import { FieldError, requireText } from '../errors/index.js';
import { markForRedraw } from '../redraw-mark/index.js';
import { type ActionItem, actionItemParts, toActionItem } from './action-items.js';
import { inform, whoHears } from './announcing.js';
import type { ActionItemChange } from './messages.js';
import { type ActionItemRef, findAllowed } from './reading.js';

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

function otherOf({ report, manager }: ActionItem, personId: string) {
  return report.id === personId ? manager : report;
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
  requireText('reason', reason, { longest: longestReason, missing });
  return reason;
}
