import type { Conversation, Transaction } from '../../database/index.js';
import { may } from '../../domain/access/access.js';
import { relationOf } from '../../domain/access/relation.js';
import { type Day, dayFromDate } from '../../domain/time/day.js';
import { type PersonWithManager, withManager } from '../access/index.js';
import type { Context } from '../context.js';
import { recordDeliveries } from '../delivery/index.js';
import { FieldError, UserFacingError } from '../errors/index.js';
import { markForRedraw } from '../redraw-mark/index.js';
import { commentKind, conversationKind } from './messages.js';

/** A report and the record that they answer. */
export interface AnswerRef {
  workspaceId: string;
  /** The report. */
  personId: string;
  conversationId: string;
}

export interface AnsweredConversation {
  id: string;
  heldOn: Day;
  /** The manager who recorded it. */
  managerId: string;
  comment: string;
  confirmed: boolean;
  /** Whether the one who recorded it is the report's manager today, and reads a comment on it. */
  isRead: boolean;
}

interface Answerable extends Conversation {
  person: PersonWithManager;
}

/** In characters. */
export const longestComment = 2000;

/** Returns the record to the report that it is about. Throws UserFacingError for everybody else. */
export async function readAnswer(
  { db }: Pick<Context, 'db'>,
  ref: AnswerRef,
): Promise<AnsweredConversation> {
  return toAnswered(await findOwn(db, ref));
}

/** The latest record about a report; undefined where there is none. */
export async function latestConversation(
  { db }: Pick<Context, 'db'>,
  { workspaceId, personId }: Pick<AnswerRef, 'workspaceId' | 'personId'>,
): Promise<AnsweredConversation | undefined> {
  const row = await db.conversation.findFirst({
    where: { workspaceId, personId },
    include: { person: { include: withManager } },
    orderBy: { recordedAt: 'desc' },
  });
  return row ? toAnswered(row) : undefined;
}

/**
 * Confirms the record for the report, as it is now or as a message showed it. A second call changes
 * nothing. Returns false, without confirming, if it has changed since that message: a new message
 * waits then.
 */
export async function confirmConversation(
  { db, clock }: Pick<Context, 'db' | 'clock'>,
  ref: AnswerRef,
  seen: 'now' | 'when_notified' = 'now',
): Promise<boolean> {
  return db.$transaction(async (tx) => {
    await tx.$queryRaw`SELECT id FROM conversation WHERE id = ${ref.conversationId}::uuid FOR UPDATE`;
    const { id, workspaceId, personId } = await findOwn(tx, ref);
    if (seen === 'when_notified' && (await isWaiting(tx, { id, workspaceId }))) return false;
    const at = clock.now();
    await tx.conversation.updateMany({
      where: { id, confirmedAt: null },
      data: { confirmedAt: at },
    });
    await markForRedraw(tx, { workspaceId, personIds: [personId], at });
    return true;
  });
}

async function isWaiting(
  tx: Transaction,
  { id: subjectId, workspaceId }: Pick<Conversation, 'id' | 'workspaceId'>,
): Promise<boolean> {
  const about = { workspaceId, kind: conversationKind.kind, subjectId };
  return (await tx.delivery.count({ where: { ...about, state: { in: ['due', 'held'] } } })) > 0;
}

/**
 * Replaces the report's comment on the record, and notifies the manager who recorded it, if they are
 * the manager today; returns whether they are. The same
 * text again changes nothing. Throws FieldError for an empty comment.
 */
export async function commentOnConversation(
  context: Context,
  ref: AnswerRef,
  text: string,
): Promise<{ isRead: boolean }> {
  const at = context.clock.now();
  const comment = text.trim();
  if (!comment) {
    throw new FieldError('comment', 'Write what you see differently or want to add, or cancel.');
  }
  if (comment.length > longestComment) {
    const now = `it has ${comment.length} now`;
    throw new FieldError('comment', `Keep it to ${longestComment} characters; ${now}.`);
  }
  return context.db.$transaction(async (tx) => {
    await tx.$queryRaw`SELECT id FROM conversation WHERE id = ${ref.conversationId}::uuid FOR UPDATE`;
    const conversation = await findOwn(tx, ref);
    const { isRead } = toAnswered(conversation);
    if (conversation.comment === comment) return { isRead };
    await tx.conversation.update({ where: { id: conversation.id }, data: { comment } });
    await inform(tx, conversation, at);
    return { isRead };
  });
}

async function inform(tx: Transaction, conversation: Conversation, at: Date): Promise<void> {
  const { id: subjectId, workspaceId, cycleId, managerId: recipientId } = conversation;
  const about = { workspaceId, recipientId, subjectId, kind: commentKind.kind };
  const waits = await tx.delivery.findFirst({
    where: { ...about, state: { in: ['due', 'held'] } },
  });
  if (waits) return;
  await recordDeliveries(tx, [
    commentKind.delivery({ ...about, cycleId, step: 'comment', changedAt: at, dueAt: at }),
  ]);
}

async function findOwn(
  db: Pick<Context['db'], 'conversation'> | Transaction,
  { workspaceId, personId, conversationId }: AnswerRef,
): Promise<Answerable> {
  const row = await db.conversation.findFirst({
    where: { id: conversationId, workspaceId },
    include: { person: { include: withManager } },
  });
  if (row && may('answerConversation', { relation: relationOf(personId, row.person) })) return row;
  throw new UserFacingError("I can't find that conversation among yours. Nothing has changed.");
}

function toAnswered({ id, heldOn, managerId, comment, confirmedAt, person }: Answerable) {
  const confirmed = confirmedAt !== null;
  const isRead = relationOf(managerId, person) === 'manager';
  return { id, heldOn: dayFromDate(heldOn), managerId, comment, confirmed, isRead };
}
