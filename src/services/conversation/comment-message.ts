import { type Day, dayFromDate } from '../../domain/time/day.js';
import type { Context } from '../context.js';
import { defineMessage, deliveryKind } from '../delivery/index.js';
import type { ContentResult, MessageAt, Over, PostedAt } from '../message.js';
import { findTalk, keyOf, type WhichChange } from './messages.js';

/** One of the two has something to say about what was recorded. */
export interface ConversationCommentMessage {
  kind: 'conversation_comment';
  fromSlackUserId: string | undefined;
  checkInId: string | undefined;
  heldOn: Day;
  /** 'changed': its recipient is not the manager any more. */
  over?: Over | undefined;
}

type WhichComment = WhichChange<'comment'>;

export const commentKind = deliveryKind('conversation_comment', (which: WhichComment) =>
  keyOf(which),
);

/** To the other one: that there is a comment on the record. */
export const conversationComment = defineMessage({
  kind: commentKind.kind,
  read: readComment,
  readAgain: readPostedComment,
});

/** That there is a comment of the other one's. */
async function readComment(
  context: Context,
  { claim, recipient }: MessageAt<unknown, WhichComment>,
): Promise<ContentResult<ConversationCommentMessage>> {
  const found = await findTalk(context, claim.subjectId, recipient.id);
  if (found.drop !== undefined) return { drop: found.drop };
  const { talk, from, checkInId } = found;
  const fromSlackUserId = from?.slackUserId;
  const heldOn = dayFromDate(talk.heldOn);
  return { send: { kind: 'conversation_comment', fromSlackUserId, checkInId, heldOn } };
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
    ...{ fromSlackUserId: person.slackUserId, heldOn: dayFromDate(heldOn) },
  };
}
