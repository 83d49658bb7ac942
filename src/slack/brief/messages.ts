import type { BriefMessage } from '../../services/brief/index.js';
import { openRecordButton } from '../conversation/links.js';
import type { BlocksByKind } from '../delivery/message-blocks.js';
import { actions, dayText, escapeMrkdwn, type Message, mention, section } from '../ui/blocks.js';
import { openBriefButton } from './links.js';

/** That a brief is ready; what stands in it opens in a window. */
export const briefMessages = {
  brief: { build: briefReady, short: (content) => (content.over ? [] : [buttons(content)]) },
} satisfies BlocksByKind<BriefMessage>;

function briefReady(content: BriefMessage): Message {
  const { cycleName, otherSlackUserId, heldOn, over } = content;
  const which = `brief with ${mention(otherSlackUserId)} for ${escapeMrkdwn(cycleName)}`;
  if (over) {
    const text = `Your ${which} was ready. You are not their manager now, so it opens for you no more.`;
    return { text, blocks: [section(text)] };
  }
  const text = heldOn
    ? `You talked on ${dayText(heldOn)} about your ${which}.`
    : `Your ${which} is ready. Both views are in.`;
  return { text, blocks: [section(text), buttons(content)] };
}

function buttons({ checkInId, heldOn }: BriefMessage) {
  if (heldOn) return actions([openBriefButton(checkInId, 'Open')]);
  return actions([
    openBriefButton(checkInId, 'Open the brief', { style: 'primary' }),
    openRecordButton(checkInId, 'Record our conversation'),
  ]);
}
