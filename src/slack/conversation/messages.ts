import type {
  ConversationCommentMessage,
  ConversationMessage,
} from '../../services/conversation/index.js';
import { allActionItemsButton } from '../action-item/links.js';
import type { BlocksByKind } from '../delivery/message-blocks.js';
import { actions, context, count, dayText, type Message, mention, section } from '../ui/blocks.js';
import { answerRowId } from './ids.js';
import { commentButton, confirmButton, openRecordButton } from './links.js';

/** The messages about a recorded conversation: that it is recorded, and where to read it. */
export const conversationMessages = {
  conversation: {
    build: conversationRecorded,
    short: (content) => [answersRow(content)],
  },
  conversation_comment: {
    build: conversationComment,
    short: ({ checkInId }) => recordRows(checkInId),
  },
} satisfies BlocksByKind<ConversationMessage | ConversationCommentMessage>;

/** To the other one: that the two talked, how much was agreed on, and the two ways to answer. */
function conversationRecorded(message: ConversationMessage): Message {
  const { agreed, again } = message;
  const who = senderText(message);
  const day = dayText(message.heldOn);
  const fact = again
    ? `${who} changed the record of your conversation of ${day}.`
    : `${who} recorded that you two talked on ${day}.`;
  const noted = agreed === 0 ? 'No actions are noted.' : `It notes ${count(agreed, 'action')}.`;
  return {
    text: `${fact} ${noted}`,
    blocks: [
      section(`*${fact}* ${standing(message, noted)}`),
      answersRow(message),
      context('This is about growth. It is no pay or promotion decision.'),
    ],
  };
}

function standing({ over }: ConversationMessage, noted: string): string {
  switch (over) {
    case 'done':
      return `${noted} You have confirmed this.`;
    case 'changed':
      return 'The record has changed since; a newer message says so.';
    default:
      return `${noted} Is this how you remember it?`;
  }
}

/** To the other one: that there is something to say about the record. */
function conversationComment(message: ConversationCommentMessage): Message {
  const { heldOn, checkInId, over } = message;
  const passed = over ? ' Somebody else is their manager now, and follows it up.' : '';
  const fact = `${senderText(message)} has commented on your conversation of ${dayText(heldOn)}.${passed}`;
  return { text: fact, blocks: [section(fact), ...recordRows(checkInId)] };
}

/** At the beginning of a sentence. */
function senderText({ fromSlackUserId }: { fromSlackUserId: string | undefined }): string {
  return fromSlackUserId === undefined ? 'A former manager' : mention(fromSlackUserId);
}

function recordRows(checkInId: string | undefined) {
  if (checkInId === undefined) return [];
  return [actions([openRecordButton(checkInId, 'Read it')])];
}

/** The way to the record, and both answers while they are asked for. */
function answersRow({ conversationId: id, checkInId, over }: ConversationMessage) {
  const answers = over ? [] : [confirmButton(id), commentButton(id)];
  const read =
    checkInId === undefined
      ? allActionItemsButton(undefined, 'Read it')
      : openRecordButton(checkInId, 'Read it');
  return actions([read, ...answers], answerRowId(id));
}
