import type { Conversation, Transaction } from '../../database/index.js';
import { conversationFacts, may } from '../../domain/access/access.js';
import { managerOfToday, relationOf } from '../../domain/access/relation.js';
import type { ConversationSide } from '../../domain/conversation/conversation.js';
import { type Day, dayFromDate } from '../../domain/time/day.js';
import { type PersonWithManager, withManager } from '../access/index.js';
import type { Context } from '../context.js';
import { UserFacingError } from '../errors/index.js';

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

export const columns = { report: 'comment', manager: 'managerComment' } as const;

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

export async function findOwn(
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

export function toAnswered({ row, side }: Answering): AnsweredConversation {
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
