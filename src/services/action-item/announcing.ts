import type { Transaction } from '../../database/index.js';
import { recordDeliveries } from '../delivery/index.js';
import type { ActionItem, ActionItemRow } from './action-items.js';
import { type ActionItemChange, actionItemChangedKind } from './messages.js';

/**
 * Returns the person to notify. One of the two to whom the other has noted the action item, and who
 * has not been notified of it yet, gets no message about its changes either.
 */
export async function whoHears(
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

export async function inform(
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
