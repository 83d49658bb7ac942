import { type Day, daysBetween } from '../../domain/time/day.js';
import type {
  CycleChangedMessage,
  CycleClosedMessage,
  InvitationMessage,
  NudgeMessage,
  ReminderMessage,
  ViewsWaitingMessage,
} from '../../services/reminder/index.js';
import { snoozeRow } from '../availability/links.js';
import { openCheckInButton } from '../check-in/links.js';
import type { BlocksByKind } from '../delivery/message-blocks.js';
import { closedLine } from '../delivery/over.js';
import { chooseManagerButton, managerLeftText } from '../person/links.js';
import {
  actions,
  context,
  dayText,
  escapeMrkdwn,
  type Message,
  mention,
  section,
} from '../ui/blocks.js';
import { distance } from '../ui/text.js';
import { cycleChanged } from './changed-message.js';
import { cycleClosed } from './closed-message.js';
import { viewsWaiting, viewsWaitingButtons } from './view-message.js';

/** The messages that a cycle brings beside the digest. */
export const reminderMessages = {
  invitation: { build: (content) => asItStands(content, invitation), footer: snoozeRow },
  reminder: { build: (content) => asItStands(content, reminder), footer: snoozeRow },
  nudge: { build: (content) => asItStands(content, nudge), footer: snoozeRow },
  views_waiting: { build: viewsWaiting, short: viewsWaitingButtons },
  cycle_closed: { build: cycleClosed },
  cycle_changed: { build: cycleChanged },
} satisfies BlocksByKind<
  | InvitationMessage
  | ReminderMessage
  | NudgeMessage
  | ViewsWaitingMessage
  | CycleClosedMessage
  | CycleChangedMessage
>;

type Asking = InvitationMessage | ReminderMessage | NudgeMessage;

/**
 * The message that asks, and once it asks for nothing any more: that the check-in is in, or its words
 * without a button, and why.
 */
function asItStands<T extends Asking>(content: T, asking: (content: T) => Message): Message {
  const { over, sentOn, cycleName } = content;
  const { text, blocks } =
    sentOn === undefined ? asking(content) : sent({ cycleName, sentOn, isOver: over === 'closed' });
  if (over === undefined || over === 'done') return { text, blocks };
  const line = over === 'closed' ? closedLine : notAskedLine;
  return {
    text: `${text} ${line}`,
    blocks: [...blocks.filter(({ type }) => type !== 'actions'), context(line)],
  };
}

const notAskedLine = 'No check-in is asked of you in this review now.';

/** That the check-in is in, and the way to what was sent. */
function sent({
  cycleName,
  sentOn,
  isOver,
}: {
  cycleName: string;
  sentOn: Day;
  isOver: boolean;
}): Message {
  const text = `You sent your ${escapeMrkdwn(cycleName)} check-in on ${dayText(sentOn)}.`;
  // The window shows the check-in of the review that is open.
  const ways = isOver ? [] : [actions([openCheckInButton('Open my check-in')])];
  return { text, blocks: [section(text), ...ways] };
}

/** The purpose, the due day, the readers, the time it takes, and the button that begins it. */
function invitation(message: InvitationMessage): Message {
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

/** The check-in is not sent yet; the words get plainer as the day comes nearer. */
function reminder(message: ReminderMessage): Message {
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

/** The manager who asks, and the same button. */
function nudge(message: NudgeMessage): Message {
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

/** For somebody whose manager has left: that, and the way to choose another one. */
function managerLeft({ managerWhoLeftSlackUserId: left }: ReminderMessage) {
  return left === undefined ? [] : [section(managerLeftText(left))];
}

function chooseManager({ managerWhoLeftSlackUserId: left }: InvitationMessage | ReminderMessage) {
  return left === undefined ? [] : [chooseManagerButton()];
}

function startButton(started: boolean) {
  return openCheckInButton(started ? 'Go on with my check-in' : 'Start', { style: 'primary' });
}

interface Dates {
  dueOn: string;
  reviewOn: string;
  today: string;
}

/** "is due today", "is due on Wed 17 March, in 2 days", "was due on …, and there is still time". */
function isDue({ dueOn, reviewOn, today }: Dates): string {
  const day = dayText(dueOn);
  const left = daysBetween(today, dueOn);
  if (left === 0) return 'is due today';
  if (left === 1) return 'is due tomorrow';
  if (left > 1) return `is due on ${day}, ${distance(dueOn, today)}`;
  return today < reviewOn
    ? `was due on ${day}, and there is still time before the reviews`
    : `was due on ${day}, and late is better than not at all`;
}

function reviewsStart({ reviewOn, today }: Dates) {
  const verb = today > reviewOn ? 'started' : 'start';
  return context(`Reviews ${verb} on ${dayText(reviewOn)}.`);
}

function whoSees({ managerSlackUserId, managerWhoLeftSlackUserId }: InvitationMessage): string {
  if (managerWhoLeftSlackUserId !== undefined) return managerLeftText(managerWhoLeftSlackUserId);
  if (managerSlackUserId === undefined)
    return 'Until you have a manager set, nobody but you sees it.';
  return `Only you see it until you send it; then ${mention(managerSlackUserId)} does, once their own view is in.`;
}
