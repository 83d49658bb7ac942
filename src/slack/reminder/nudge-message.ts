import type { NudgeMessage } from '../../services/reminder/index.js';
import { actions, escapeMrkdwn, type Message, mention, section } from '../ui/blocks.js';
import { isDue, reviewsStart, startButton } from './asking.js';

/** The one who asks, and the same button. */
export function nudge(message: NudgeMessage): Message {
  const { cycleName, started } = message;
  const asks = `${asker(message)} asks for your ${escapeMrkdwn(cycleName)} check-in`;
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

function asker({ managerSlackUserId, byAdmins }: NudgeMessage): string {
  if (byAdmins) return 'Whoever runs the reviews here';
  return managerSlackUserId === undefined ? 'Your manager then' : mention(managerSlackUserId);
}
