import type { Conversation, Transaction } from '../../database/index.js';
import type { Context } from '../context.js';
import { recordDeliveries } from '../delivery/index.js';
import { requireText } from '../errors/index.js';
import { otherThan } from './announcing.js';
import { type AnswerRef, columns, findOwn, toAnswered } from './answers.js';
import { commentKind } from './comment-message.js';

/** In characters. */
export const longestComment = 2000;

/**
 * Replaces what one of the two has commented on the record, and notifies the other one, if they are
 * still there to read it; returns whether they are. The same text again changes nothing. Throws
 * FieldError for an empty comment.
 */
export async function commentOnConversation(
  context: Context,
  ref: AnswerRef,
  comment: string,
): Promise<{ isRead: boolean }> {
  const at = context.clock.now();
  const missing = 'Write what you see differently or want to add, or cancel.';
  requireText('comment', comment, { longest: longestComment, missing });
  return context.db.$transaction(async (tx) => {
    await tx.$queryRaw`SELECT id FROM conversation WHERE id = ${ref.conversationId}::uuid FOR UPDATE`;
    const answering = await findOwn(tx, ref);
    const { row, side } = answering;
    const { isRead } = toAnswered(answering);
    const column = columns[side];
    if (row[column] === comment) return { isRead };
    await tx.conversation.update({ where: { id: row.id }, data: { [column]: comment } });
    const recipientId = otherThan(side, row);
    if (recipientId !== null) await inform(tx, row, { at, recipientId });
    return { isRead };
  });
}

async function inform(
  tx: Transaction,
  { id: subjectId, workspaceId, cycleId }: Conversation,
  { at, recipientId }: { at: Date; recipientId: string },
): Promise<void> {
  const about = { workspaceId, recipientId, subjectId, kind: commentKind.kind };
  const waits = await tx.delivery.findFirst({
    where: { ...about, state: { in: ['due', 'held'] } },
  });
  if (waits) return;
  await recordDeliveries(tx, [
    commentKind.delivery({ ...about, cycleId, step: 'comment', changedAt: at, dueAt: at }),
  ]);
}
