import type { NudgeMessage } from '../../services/reminder/index.js';
import { actions, escapeMrkdwn, type Message, mention, section } from '../ui/blocks.js';
import { isDue, reviewsStart, startButton } from './asking.js';

/** The manager who asks, and the same button. */
export function nudge(message: NudgeMessage): Message {
  const { managerSlackUserId, cycleName, started } = message;
  const who = managerSlackUserId === undefined ? 'Your manager then' : mention(managerSlackUserId);
  const asks = `${who} asks for your ${escapeMrkdwn(cycleName)} check-in`;
  const progress = started
    ? ' Your answers so far are there.'
    : ' It takes about two minutes a competency.';
  const due = `It ${isDue(message)}.`;
  return {
    text: `${asks}. ${due}`,
    blocks: [
      section(`${asks}. ${due}${progress}`),
      actions([startButton(started)]),
      reviewsStart(message),
    ],
  };
}
