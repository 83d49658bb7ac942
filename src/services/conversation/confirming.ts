import type { Conversation, Transaction } from '../../database/index.js';
import type { Context } from '../context.js';
import { markForRedraw } from '../redraw-mark/index.js';
import { bothOf } from './announcing.js';
import { type AnswerRef, findOwn } from './answers.js';
import { conversationKind } from './messages.js';

/**
 * `changed_since`: the record has changed since the message that showed it, and a new message waits.
 * `own_change`: the last change is the actor's own, so it is the other one's to confirm.
 */
export type ConfirmResult = 'confirmed' | 'changed_since' | 'own_change';

/**
 * Confirms the record for one of the two, as it is now or as a message showed it. A second call
 * changes nothing.
 */
export async function confirmConversation(
  { db, clock }: Pick<Context, 'db' | 'clock'>,
  ref: AnswerRef,
  seen: 'now' | 'when_notified' = 'now',
): Promise<ConfirmResult> {
  return db.$transaction(async (tx): Promise<ConfirmResult> => {
    await tx.$queryRaw`SELECT id FROM conversation WHERE id = ${ref.conversationId}::uuid FOR UPDATE`;
    const { row, side } = await findOwn(tx, ref);
    if (row.changedBy === side) return 'own_change';
    if (seen === 'when_notified' && (await isWaiting(tx, row, ref.personId))) {
      return 'changed_since';
    }
    const at = clock.now();
    await tx.conversation.updateMany({
      where: { id: row.id, confirmedAt: null },
      data: { confirmedAt: at },
    });
    const { workspaceId } = row;
    await markForRedraw(tx, { workspaceId, personIds: bothOf(row), at });
    return 'confirmed';
  });
}

async function isWaiting(
  tx: Transaction,
  { id: subjectId, workspaceId }: Pick<Conversation, 'id' | 'workspaceId'>,
  recipientId: string,
): Promise<boolean> {
  const about = { workspaceId, kind: conversationKind.kind, subjectId, recipientId };
  return (await tx.delivery.count({ where: { ...about, state: { in: ['due', 'held'] } } })) > 0;
}
