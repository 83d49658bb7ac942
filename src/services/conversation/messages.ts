import { relationOf } from '../../domain/access/relation.js';
import { type Day, dayFromDate } from '../../domain/time/day.js';
import { withManager } from '../access/index.js';
import type { Context } from '../context.js';
import { defineMessage, deliveryKind } from '../delivery/index.js';
import type { ContentResult, MessageAt } from '../message.js';

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
}

/** A report has something to say about what was recorded. */
export interface ConversationCommentMessage {
  kind: 'conversation_comment';
  reportSlackUserId: string;
  checkInId: string | undefined;
  heldOn: Day;
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
export const conversation = defineMessage({ kind: conversationKind.kind, read: readRecord });

/** To the manager: that the report has commented on the record. */
export const conversationComment = defineMessage({ kind: commentKind.kind, read: readComment });

/** Reads the current record. */
async function readRecord(
  { db }: Context,
  { claim, recipient }: MessageAt<unknown, WhichRecord>,
): Promise<ContentResult<ConversationMessage>> {
  const { id: personId } = recipient;
  const conversation = await db.conversation.findFirst({
    where: { id: claim.subjectId, personId },
    omit: { comment: true },
    include: { _count: { select: { actionItems: { where: { state: { not: 'dropped' } } } } } },
  });
  if (!conversation) return { drop: 'gone' };
  if (conversation.confirmedAt) return { drop: 'confirmed' };
  const manager = await db.person.findUnique({ where: { id: conversation.managerId } });
  if (!manager) return { drop: 'gone' };
  return {
    send: {
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
