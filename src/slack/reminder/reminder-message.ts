import type { ReminderMessage } from '../../services/reminder/index.js';
import { managerLeftText } from '../person/links.js';
import { actions, escapeMrkdwn, type Message, section } from '../ui/blocks.js';
import { chooseManager, isDue, reviewsStart, startButton } from './asking.js';

/** The check-in is not sent yet; the words get plainer as the day comes nearer. */
export function reminder(message: ReminderMessage): Message {
  const { started } = message;
  const name = escapeMrkdwn(message.cycleName);
  const fact = started
    ? `Your ${name} check-in is begun but not sent yet`
    : `Your ${name} check-in is still to do`;
  const start = started
    ? 'It opens where you left off, and your answers are there.'
    : 'It takes about two minutes a competency, and you can stop and go on whenever you like.';
  return {
    text: `${fact}: it ${isDue(message)}.`,
    blocks: [
      section(`*${fact}*: it ${isDue(message)}. ${start}`),
      ...managerLeft(message),
      actions([startButton(started), ...chooseManager(message)]),
      reviewsStart(message),
    ],
  };
}

/** For somebody whose manager has left: that, and the way to choose another one. */
function managerLeft({ managerWhoLeftSlackUserId: left }: ReminderMessage) {
  return left === undefined ? [] : [section(managerLeftText(left))];
}
