import type { CycleChangedMessage } from '../../services/reminder/index.js';
import { openCheckInButton } from '../check-in/links.js';
import { closedLine } from '../delivery/over.js';
import { actions, context, dayText, escapeMrkdwn, type Message, section } from '../ui/blocks.js';

/** That an open review has other dates or was cancelled, and what that means for its reader. */
export function cycleChanged(content: CycleChangedMessage): Message {
  return content.change === 'cancelled' ? cancelled(content) : moved(content);
}

function moved({ cycleName, dueOn, reviewOn, asked, over }: CycleChangedMessage): Message {
  const fact = `${escapeMrkdwn(cycleName)} has moved: reviews start on ${dayText(reviewOn)}`;
  const due = asked === undefined ? '' : ` Your check-in is due on ${dayText(dueOn)}.`;
  const kept = asked === 'begun' ? ' What you have written is still there.' : '';
  const text = `${fact}.`;
  const button = openCheckInButton(asked === 'begun' ? 'Go on with my check-in' : 'Start');
  return {
    text: `${text}${due}`,
    blocks: [
      section(`*${text}*${due}${kept}`),
      ...(over ? [context(closedLine)] : asked ? [actions([button])] : []),
    ],
  };
}

function cancelled({ cycleName, asked }: CycleChangedMessage): Message {
  const text = `${escapeMrkdwn(cycleName)} was called off.`;
  const kept = asked === 'begun' ? ' What you have written stays yours.' : '';
  return { text, blocks: [section(`*${text}* There is nothing left to do for it.${kept}`)] };
}
