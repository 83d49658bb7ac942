import { relationOf } from '../../domain/access/relation.js';
import { type Day, dayFromDate } from '../../domain/time/day.js';
import { withManager } from '../access/index.js';
import type { Context } from '../context.js';
import { defineMessage, deliveryKind } from '../delivery/index.js';
import type { ContentResult, MessageAt, Over, PostedAt } from '../message.js';

/** A manager has recorded that the two talked, and what they agreed on. */
export interface ConversationMessage {
  kind: 'conversation';
  conversationId: string;
  /** The manager who recorded it. */
  managerSlackUserId: string;
  heldOn: Day;
  /** How many things they agreed on. */
  agreed: number;
  /** True if the report was notified of it before and something has changed. */
  again: boolean;
  /** 'done': the report has confirmed it. 'changed': the record has changed since. */
  over?: Over | undefined;
}

/** A report has something to say about what was recorded. */
export interface ConversationCommentMessage {
  kind: 'conversation_comment';
  reportSlackUserId: string;
  checkInId: string | undefined;
  heldOn: Day;
  /** 'changed': its recipient is not the manager any more. */
  over?: Over | undefined;
}

/** Which record of a conversation, and which comment: the one of an instant. */
interface WhichChange<Step extends string> {
  /** The conversation's id. */
  subjectId: string;
  step: Step;
  changedAt: Date;
}

type WhichRecord = WhichChange<'recorded' | 'changed'>;
type WhichComment = WhichChange<'comment'>;

const keyOf = ({ subjectId, changedAt }: WhichChange<string>) =>
  `${subjectId}:${changedAt.toISOString()}`;

export const conversationKind = deliveryKind('conversation', (which: WhichRecord) => keyOf(which));
export const commentKind = deliveryKind('conversation_comment', (which: WhichComment) =>
  keyOf(which),
);

/** To the report: that a conversation was recorded, or its record changed. */
export const conversation = defineMessage({
  kind: conversationKind.kind,
  read: readRecord,
  readAgain: readPostedRecord,
});

/** To the manager: that the report has commented on the record. */
export const conversationComment = defineMessage({
  kind: commentKind.kind,
  read: readComment,
  readAgain: readPostedComment,
});

/** Reads the current record, while it isn't confirmed. */
async function readRecord(
  context: Context,
  message: MessageAt<unknown, WhichRecord>,
): Promise<ContentResult<ConversationMessage>> {
  const record = await findRecord(context, message);
  if (!record) return { drop: 'gone' };
  return record.confirmed ? { drop: 'confirmed' } : { send: record.content };
}

/** The same once it is posted: one that is confirmed, or has changed since, asks for nothing. */
async function readPostedRecord(
  context: Context,
  message: PostedAt<unknown, WhichRecord>,
): Promise<ConversationMessage | undefined> {
  const record = await findRecord(context, message);
  if (!record) return undefined;
  const { workspaceId } = message.recipient;
  const about = { workspaceId, kind: conversationKind.kind, subjectId: message.claim.subjectId };
  const changed =
    message.hasNewer ||
    (await context.db.delivery.count({
      where: { ...about, id: { not: message.claim.id }, state: { in: ['due', 'held'] } },
    })) > 0;
  if (changed) return { ...record.content, over: 'changed' };
  return { ...record.content, over: record.confirmed ? 'done' : undefined };
}

async function findRecord(
  { db }: Context,
  { claim, recipient }: MessageAt<unknown, WhichRecord>,
): Promise<{ content: ConversationMessage; confirmed: boolean } | undefined> {
  const { id: personId } = recipient;
  const conversation = await db.conversation.findFirst({
    where: { id: claim.subjectId, personId },
    omit: { comment: true },
    include: { _count: { select: { actionItems: { where: { state: { not: 'dropped' } } } } } },
  });
  if (!conversation) return undefined;
  const manager = await db.person.findUnique({ where: { id: conversation.managerId } });
  if (!manager) return undefined;
  return {
    confirmed: conversation.confirmedAt !== null,
    content: {
      kind: 'conversation',
      conversationId: conversation.id,
      managerSlackUserId: manager.slackUserId,
      heldOn: dayFromDate(conversation.heldOn),
      agreed: conversation._count.actionItems,
      again: claim.step === 'changed',
    },
  };
}

/** That there is a comment, as long as the recipient is the report's manager. */
async function readComment(
  { db }: Context,
  { claim, recipient }: MessageAt<unknown, WhichComment>,
): Promise<ContentResult<ConversationCommentMessage>> {
  const { id: managerId } = recipient;
  const conversation = await db.conversation.findFirst({
    where: { id: claim.subjectId, managerId, comment: { not: '' } },
    select: { cycleId: true, heldOn: true, person: { include: withManager } },
  });
  if (!conversation) return { drop: 'gone' };
  const { person, cycleId, heldOn } = conversation;
  if (relationOf(managerId, person) !== 'manager') return { drop: 'manager_changed' };
  const checkIn = await db.checkIn.findFirst({ where: { cycleId, personId: person.id } });
  return {
    send: {
      kind: 'conversation_comment',
      reportSlackUserId: person.slackUserId,
      checkInId: checkIn?.id,
      heldOn: dayFromDate(heldOn),
    },
  };
}

/** The same once it is posted; for a manager of then, that it was. */
async function readPostedComment(
  context: Context,
  message: PostedAt<unknown, WhichComment>,
): Promise<ConversationCommentMessage | undefined> {
  const content = await readComment(context, message);
  if ('send' in content) return content.send;
  const { claim, recipient } = message;
  const row = await context.db.conversation.findFirst({
    where: { id: claim.subjectId, managerId: recipient.id },
    select: { heldOn: true, person: { select: { slackUserId: true } } },
  });
  if (!row) return undefined;
  const { heldOn, person } = row;
  return {
    ...{ kind: 'conversation_comment', over: 'changed', checkInId: undefined },
    ...{ reportSlackUserId: person.slackUserId, heldOn: dayFromDate(heldOn) },
  };
}
