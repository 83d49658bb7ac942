import type { Day } from '../../domain/time/day.js';
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
import { actions, context, dayText, escapeMrkdwn, type Message, section } from '../ui/blocks.js';
import { cycleChanged } from './changed-message.js';
import { cycleClosed } from './closed-message.js';
import { invitation } from './invitation-message.js';
import { nudge } from './nudge-message.js';
import { reminder } from './reminder-message.js';
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
 * without a button, and why; in a line once the review is over.
 */
function asItStands<T extends Asking>(content: T, asking: (content: T) => Message): Message {
  const { over, sentOn, cycleName } = content;
  if (over === 'closed') return ended(content);
  const { text, blocks } = sentOn === undefined ? asking(content) : sent({ cycleName, sentOn });
  if (over === undefined || over === 'done') return { text, blocks };
  return {
    text: `${text} ${notAskedLine}`,
    blocks: [...blocks.filter(({ type }) => type !== 'actions'), context(notAskedLine)],
  };
}

/** What became of the check-in in a review that is over. */
function ended({ cycleName, sentOn }: Pick<Asking, 'cycleName' | 'sentOn'>): Message {
  const fact =
    sentOn === undefined
      ? `Your ${escapeMrkdwn(cycleName)} check-in was not sent.`
      : sentText({ cycleName, sentOn });
  const text = `${fact} ${closedLine}`;
  return { text, blocks: [section(text)] };
}

const notAskedLine = 'No check-in is asked of you in this review now.';

interface Sent {
  cycleName: string;
  sentOn: Day;
}

/** That the check-in is in, and the way to what was sent. */
function sent(check: Sent): Message {
  const text = sentText(check);
  return { text, blocks: [section(text), actions([openCheckInButton('Open my check-in')])] };
}

function sentText({ cycleName, sentOn }: Sent): string {
  return `You sent your ${escapeMrkdwn(cycleName)} check-in on ${dayText(sentOn)}.`;
}
