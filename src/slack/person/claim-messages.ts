import type { ClaimAskedMessage, ClaimDeclinedMessage } from '../../services/person/index.js';
import type { BlocksByKind } from '../delivery/message-blocks.js';
import { actions, button, type Message, mention, section } from '../ui/blocks.js';
import { actionIds } from './ids.js';

/** The messages about a manager who says that somebody reports to them, and that person's no. */
export const claimMessages = {
  claim_asked: { build: claimAsked, short: (content) => answerRows(content) },
  claim_declined: { build: claimDeclined },
} satisfies BlocksByKind<ClaimAskedMessage | ClaimDeclinedMessage>;

function claimAsked(content: ClaimAskedMessage): Message {
  const { managerSlackUserId, beforeSlackUserId: before, over } = content;
  const who = mention(managerSlackUserId);
  if (over) {
    const text = `${who} had said that you report to them. It is answered, or your manager has changed since.`;
    return { text, blocks: [section(text)] };
  }
  const text = `${who} says that you report to them.`;
  const now = before
    ? `Until now your manager on Ladder is ${mention(before)}.`
    : 'Until now you have no manager on Ladder.';
  const question = `Is that right? ${now} Until you say yes, everything stays as it is.`;
  return { text, blocks: [section(`*${text}* ${question}`), ...answerRows(content)] };
}

function answerRows({ requestId, over }: ClaimAskedMessage) {
  if (over) return [];
  const answer = (text: string, actionId: string) => button({ text, actionId, value: requestId });
  return [
    actions([
      { ...answer('Yes', actionIds.claimYes), style: 'primary' as const },
      answer('No', actionIds.claimNo),
    ]),
  ];
}

function claimDeclined({ personSlackUserId }: ClaimDeclinedMessage): Message {
  const who = mention(personSlackUserId);
  const text = `${who} has said no to having you as their manager on Ladder, so nothing has changed.`;
  return { text, blocks: [section(`${text} Talk to them, or ask an admin.`)] };
}
