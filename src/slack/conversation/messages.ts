import type {
  ConversationCommentMessage,
  ConversationMessage,
} from '../../services/conversation/index.js';
import { allActionItemsButton, fittingActionItems } from '../action-item/links.js';
import type { BlocksByKind } from '../delivery/message-blocks.js';
import {
  actions,
  context,
  dayText,
  type Message,
  mention,
  quotation,
  section,
} from '../ui/blocks.js';
import { answerRowId } from './ids.js';
import { commentButton, confirmButton, openRecordButton } from './links.js';

const mostInMessage = 12;
const charactersInMessage = 9_000;

/** The messages about a recorded conversation. */
export const conversationMessages = {
  conversation: {
    build: conversationRecorded,
    short: ({ conversationId }) => [answersRow(conversationId)],
  },
  conversation_comment: {
    build: conversationComment,
    short: ({ checkInId }) => recordRows(checkInId),
  },
} satisfies BlocksByKind<ConversationMessage | ConversationCommentMessage>;

/** To the report: that the two talked, what was agreed on, and the two ways to answer. */
function conversationRecorded(message: ConversationMessage): Message {
  const { conversationId, reportSlackUserId, again } = message;
  const who = mention(message.managerSlackUserId);
  const day = dayText(message.heldOn);
  const fact = again
    ? `${who} changed the record of your conversation of ${day}.`
    : `${who} recorded that you two talked on ${day}.`;
  const { blocks, more } = fittingActionItems(message.actionItems, {
    reader: reportSlackUserId,
    competencies: [],
    buttons: false,
    most: mostInMessage,
    characters: charactersInMessage,
  });
  return {
    text: fact,
    blocks: [
      section(`*${fact}* Is this how you remember it?`),
      ...(blocks.length > 0
        ? [section('You agreed on:'), ...blocks]
        : [section('No actions are noted.')]),
      ...(more > 0 ? [context(`And ${more} more, in the list of all actions.`)] : []),
      actions(
        [confirmButton(conversationId, { style: 'primary' }), commentButton(conversationId)],
        answerRowId(conversationId),
      ),
      actions([allActionItemsButton()]),
      context(
        'Actions can be marked as done, moved or dropped by either of you at any time. This is about growth. It is no pay or promotion decision.',
      ),
    ],
  };
}

/** To the manager: what the report says about the record. */
function conversationComment(message: ConversationCommentMessage): Message {
  const { reportSlackUserId, heldOn, comment, checkInId } = message;
  const fact = `${mention(reportSlackUserId)} has a comment on your conversation of ${dayText(heldOn)}.`;
  return {
    text: fact,
    blocks: [section(fact), quotation(comment), ...recordRows(checkInId)],
  };
}

function recordRows(checkInId: string | undefined) {
  if (checkInId === undefined) return [];
  return [actions([openRecordButton(checkInId, 'Open the record')])];
}

/** Both answers and the list of all actions in one row. */
function answersRow(id: string) {
  const answers = [confirmButton(id), commentButton(id), allActionItemsButton()];
  return actions(answers, answerRowId(id));
}
