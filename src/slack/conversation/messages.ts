import type {
  ConversationCommentMessage,
  ConversationMessage,
} from '../../services/conversation-messages.js';
import { fittingActions } from '../action/blocks.js';
import { actionIds as actionActionIds } from '../action/ids.js';
import { actions, button, context, escapeMrkdwn, type Message, mention, section } from '../kit.js';
import { dayText, dayToken } from '../reminder/words.js';
import { actionIds, answerRowId } from './ids.js';

const mostInMessage = 12;
const charactersInMessage = 9_000;

/** To the report: that the two talked, what was agreed on, and the two ways to answer. */
export function conversationRecorded(message: ConversationMessage): Message {
  const { conversationId, reportSlackUserId, managerSlackUserId, heldOn, timeZone, again } =
    message;
  const who = mention(managerSlackUserId);
  const fact = (day: string) =>
    again
      ? `${who} changed the record of your conversation of ${day}.`
      : `${who} recorded that you two talked on ${day}.`;
  const { blocks, more } = fittingActions(message.actions, {
    reader: { slackUserId: reportSlackUserId, timeZone },
    competencies: [],
    buttons: false,
    most: mostInMessage,
    characters: charactersInMessage,
  });
  return {
    text: fact(dayText(heldOn)),
    blocks: [
      section(`*${fact(dayToken(heldOn, timeZone))}* Is this how you remember it?`),
      ...(blocks.length > 0
        ? [section('You agreed on:'), ...blocks]
        : [section('No actions are noted.')]),
      ...(more > 0 ? [context(`And ${more} more, in the list of all actions.`)] : []),
      actions(
        [
          button({
            text: 'Confirm',
            actionId: actionIds.confirm,
            value: conversationId,
            style: 'primary',
          }),
          button({ text: 'Comment', actionId: actionIds.comment, value: conversationId }),
        ],
        answerRowId(conversationId),
      ),
      actions([button({ text: 'All actions', actionId: actionActionIds.list })]),
      context(
        'Actions can be marked as done, moved or dropped by either of you at any time. This is about growth. It is no pay or promotion decision.',
      ),
    ],
  };
}

/** To the manager: what the report says about the record. */
export function conversationComment(message: ConversationCommentMessage): Message {
  const { reportSlackUserId, heldOn, timeZone, comment, checkInId } = message;
  const fact = (day: string) =>
    `${mention(reportSlackUserId)} has a comment on your conversation of ${day}.`;
  const open = button({
    text: 'Open the record',
    actionId: actionIds.record,
    value: checkInId ?? '',
  });
  return {
    text: fact(dayText(heldOn)),
    blocks: [
      section(fact(dayToken(heldOn, timeZone))),
      section(quoted(comment)),
      ...(checkInId ? [actions([open])] : []),
    ],
  };
}

/** A person's words as a quotation. Mrkdwn. */
export function quoted(text: string): string {
  return escapeMrkdwn(text)
    .split('\n')
    .map((line) => `>${line}`)
    .join('\n');
}
