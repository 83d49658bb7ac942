import { relationOf } from '../../domain/access/relation.js';
import { type Day, dayFromDate } from '../../domain/time/day.js';
import { withManager } from '../access/index.js';
import type { Context } from '../context.js';
import { defineMessage, deliveryKind } from '../delivery/index.js';
import type { ContentResult, MessageAt, Over, PostedAt } from '../message.js';

/** One of the two has recorded that they talked, and what they agreed on. */
export interface ConversationMessage {
  kind: 'conversation';
  conversationId: string;
  checkInId: string | undefined;
  /** The one who changed the record last; undefined for a manager who was erased. */
  fromSlackUserId: string | undefined;
  heldOn: Day;
  /** How many things they agreed on. */
  agreed: number;
  /** True if the other one was notified of it before and something has changed. */
  again: boolean;
  /** 'done': it is confirmed. 'changed': the record has changed since. */
  over?: Over | undefined;
}

/** Which record of a conversation, and which comment: the one of an instant. */
export interface WhichChange<Step extends string> {
  /** The conversation's id. */
  subjectId: string;
  step: Step;
  changedAt: Date;
}

type WhichRecord = WhichChange<'recorded' | 'changed'>;

export const keyOf = ({ subjectId, changedAt }: WhichChange<string>) =>
  `${subjectId}:${changedAt.toISOString()}`;

export const conversationKind = deliveryKind('conversation', (which: WhichRecord) => keyOf(which));

/** To the other one: that a conversation was recorded, or its record changed. */
export const conversation = defineMessage({
  kind: conversationKind.kind,
  read: readRecord,
  readAgain: readPostedRecord,
});

/** Reads the current record, for the one of the two who has not changed it last. */
async function readRecord(
  context: Context,
  message: MessageAt<unknown, WhichRecord>,
): Promise<ContentResult<ConversationMessage>> {
  const found = await findTalk(context, message.claim.subjectId, message.recipient.id);
  if (found.drop !== undefined) return { drop: found.drop };
  if (found.talk.confirmedAt) return { drop: 'confirmed' };
  if (found.talk.changedBy === found.recipientSide) return { drop: 'own_change' };
  return { send: recordContent(found, message) };
}

/** The same once it is posted: one that is confirmed, or has changed since, asks for nothing. */
async function readPostedRecord(
  context: Context,
  message: PostedAt<unknown, WhichRecord>,
): Promise<ConversationMessage | undefined> {
  const { claim, recipient, hasNewer } = message;
  const found = await findTalk(context, claim.subjectId, recipient.id);
  if (found.drop !== undefined) return undefined;
  const content = recordContent(found, message);
  const { workspaceId, id: recipientId } = recipient;
  const about = { workspaceId, kind: conversationKind.kind, subjectId: claim.subjectId };
  const changed =
    hasNewer ||
    found.talk.changedBy === found.recipientSide ||
    (await context.db.delivery.count({
      where: { ...about, recipientId, id: { not: claim.id }, state: { in: ['due', 'held'] } },
    })) > 0;
  if (changed) return { ...content, over: 'changed' };
  return { ...content, over: found.talk.confirmedAt ? 'done' : undefined };
}

type FoundTalk = Extract<Awaited<ReturnType<typeof findTalk>>, { drop?: undefined }>;

function recordContent(
  { talk, from, checkInId }: FoundTalk,
  { claim }: MessageAt<unknown, WhichRecord>,
): ConversationMessage {
  return {
    kind: 'conversation',
    conversationId: talk.id,
    checkInId,
    fromSlackUserId: from?.slackUserId,
    heldOn: dayFromDate(talk.heldOn),
    agreed: talk._count.actionItems,
    again: claim.step === 'changed',
  };
}

/** The record with who tells the recipient of it, who is the report or their manager of today. */
export async function findTalk({ db }: Context, id: string, recipientId: string) {
  const talk = await db.conversation.findFirst({
    where: { id, OR: [{ personId: recipientId }, { managerId: recipientId }] },
    omit: { comment: true, managerComment: true, notes: true },
    include: {
      person: { include: withManager },
      manager: { select: { slackUserId: true } },
      _count: { select: { actionItems: { where: { state: { not: 'dropped' } } } } },
    },
  });
  if (!talk) return { drop: 'gone' };
  const { person, cycleId } = talk;
  const relation = relationOf(recipientId, person);
  const recipientSide = relation === 'self' ? ('report' as const) : ('manager' as const);
  if (relation === 'other') return { drop: 'manager_changed' };
  const from = relation === 'self' ? talk.manager : person;
  const checkIn = await db.checkIn.findFirst({ where: { cycleId, personId: person.id } });
  return { talk, recipientSide, from, checkInId: checkIn?.id };
}
