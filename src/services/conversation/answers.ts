import type { Conversation, Transaction } from '../../database/index.js';
import { conversationFacts, may } from '../../domain/access/access.js';
import { managerOfToday, relationOf } from '../../domain/access/relation.js';
import type { ConversationSide } from '../../domain/conversation/conversation.js';
import { isBlank } from '../../domain/text/text.js';
import { type Day, dayFromDate } from '../../domain/time/day.js';
import { type PersonWithManager, withManager } from '../access/index.js';
import type { Context } from '../context.js';
import { recordDeliveries } from '../delivery/index.js';
import { FieldError, UserFacingError } from '../errors/index.js';
import { markForRedraw } from '../redraw-mark/index.js';
import { bothOf, otherThan } from './announcing.js';
import { commentKind, conversationKind } from './messages.js';

/** One of the two, and the record that they answer. */
export interface AnswerRef {
  workspaceId: string;
  /** The report, or the manager with whom it is recorded while they are the manager. */
  personId: string;
  conversationId: string;
}

export interface AnsweredConversation {
  id: string;
  heldOn: Day;
  /** The manager who talked with the report; null once they were erased. */
  managerId: string | null;
  /** The reader's own. */
  comment: string;
  confirmed: boolean;
  /** Whether it is the reader's to confirm: the other one changed it last. */
  isReaders: boolean;
  /** Whether the other one is still there to read a comment: the manager of today, or the report. */
  isRead: boolean;
}

interface Answerable extends Conversation {
  person: PersonWithManager;
}

interface Answering {
  row: Answerable;
  /** Which of the two answers. */
  side: ConversationSide;
}

/** In characters. */
export const longestComment = 2000;

const columns = { report: 'comment', manager: 'managerComment' } as const;

/** Returns the record to one of the two. Throws UserFacingError for everybody else. */
export async function readAnswer(
  { db }: Pick<Context, 'db'>,
  ref: AnswerRef,
): Promise<AnsweredConversation> {
  return toAnswered(await findOwn(db, ref));
}

/** The latest record about a report, for them; undefined where there is none. */
export async function latestConversation(
  { db }: Pick<Context, 'db'>,
  { workspaceId, personId }: Pick<AnswerRef, 'workspaceId' | 'personId'>,
): Promise<AnsweredConversation | undefined> {
  const row = await db.conversation.findFirst({
    where: { workspaceId, personId },
    include: { person: { include: withManager } },
    orderBy: { recordedAt: 'desc' },
  });
  return row ? toAnswered({ row, side: 'report' }) : undefined;
}

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
  if (isBlank(comment)) {
    throw new FieldError('comment', 'Write what you see differently or want to add, or cancel.');
  }
  if (comment.length > longestComment) {
    const now = `it has ${comment.length} now`;
    throw new FieldError('comment', `Keep it to ${longestComment} characters; ${now}.`);
  }
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

async function findOwn(
  db: Pick<Context['db'], 'conversation'> | Transaction,
  { workspaceId, personId, conversationId }: AnswerRef,
): Promise<Answering> {
  const row = await db.conversation.findFirst({
    where: { id: conversationId, workspaceId },
    include: { person: { include: withManager } },
  });
  if (row) {
    const relation = relationOf(personId, row.person);
    const facts = conversationFacts({
      actorId: personId,
      managerId: managerOfToday(row.person)?.id,
      recordedWith: row.managerId,
    });
    const side = relation === 'self' ? 'report' : 'manager';
    if (may('answerConversation', { relation, ...facts })) return { row, side };
  }
  throw new UserFacingError("I can't find that conversation among yours. Nothing has changed.");
}

function toAnswered({ row, side }: Answering): AnsweredConversation {
  const { id, heldOn, managerId, confirmedAt, changedBy, person } = row;
  const confirmed = confirmedAt !== null;
  const isThere =
    side === 'report'
      ? managerId !== null && relationOf(managerId, person) === 'manager'
      : person.leftAt === null;
  return {
    id,
    heldOn: dayFromDate(heldOn),
    managerId,
    comment: row[columns[side]],
    confirmed,
    isReaders: changedBy !== side,
    isRead: isThere,
  };
}
