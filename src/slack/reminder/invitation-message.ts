import type { InvitationMessage } from '../../services/reminder/index.js';
import { managerLeftText } from '../person/links.js';
import { actions, dayText, escapeMrkdwn, type Message, mention, section } from '../ui/blocks.js';
import { chooseManager, reviewsStart, startButton } from './asking.js';

/** The purpose, the due day, the readers, the time it takes, and the button that begins it. */
export function invitation(message: InvitationMessage): Message {
  const { cycleName, dueOn, reviewOn, today, started = false } = message;
  const name = escapeMrkdwn(cycleName);
  const late = today > dueOn;
  const by = late ? reviewOn : dueOn;
  const until = late ? 'before the reviews start on' : 'by';
  return {
    text: `Your ${name} check-in is open: about two minutes a competency, ${until} ${dayText(by)}.`,
    blocks: [
      section(
        `*Your ${name} check-in is open.* It takes about two minutes a competency, ${until} ${dayText(by)}.`,
      ),
      section(
        `You look at what your role asks, one competency at a time, and say where you are. ${whoSees(message)} You can leave at any time; what you typed stays.`,
      ),
      actions([startButton(started), ...chooseManager(message)]),
      reviewsStart(message),
    ],
  };
}

function whoSees({ managerSlackUserId, managerWhoLeftSlackUserId }: InvitationMessage): string {
  if (managerWhoLeftSlackUserId !== undefined) return managerLeftText(managerWhoLeftSlackUserId);
  if (managerSlackUserId === undefined)
    return 'Until you have a manager set, nobody but you sees it.';
  return `Only you see it until you send it; then ${mention(managerSlackUserId)} does, once their own view is in.`;
}
