import type { BriefMessage, BriefReadyMessage } from '../../services/brief/index.js';
import type { BlocksByKind } from '../delivery/message-blocks.js';
import { actions, escapeMrkdwn, type Message, mention, section } from '../ui/blocks.js';
import { openBriefButton } from './links.js';
import { briefMessage } from './views.js';

/** The brief: whole, or in a line where several come at once. */
export const briefMessages = {
  brief: {
    build: ({ brief }) => briefMessage(brief),
    short: ({ brief }) => [actions([openButton(brief.checkInId)])],
  },
  brief_ready: { build: briefReady },
} satisfies BlocksByKind<BriefMessage | BriefReadyMessage>;

/** One of several briefs that came at once. */
function briefReady({ checkInId, reportSlackUserId, cycleName }: BriefReadyMessage): Message {
  const text = `Your ${escapeMrkdwn(cycleName)} brief with ${mention(reportSlackUserId)} is ready.`;
  return { text, blocks: [section(text, { accessory: openButton(checkInId) })] };
}

function openButton(checkInId: string) {
  return openBriefButton(checkInId, 'Open brief');
}
