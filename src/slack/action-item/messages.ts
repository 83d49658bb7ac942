import type {
  ActionItemChangedMessage,
  ActionItemDueMessage,
} from '../../services/action-item/index.js';
import type { BlocksByKind } from '../delivery/message-blocks.js';
import { actions, dayText, type Message, mention, section } from '../ui/blocks.js';
import { allActionItemsButton } from './buttons.js';

const mostPartners = 10;

/** The messages about what the two agreed on: how many and when; the words open in a window. */
export const actionItemMessages = {
  action_due: {
    build: actionItemDue,
    short: () => [actions([openButton()])],
    // Days that came while the person was away become one message.
    merge: ([first, ...others]) => others.reduce(together, first),
  },
  action_changed: {
    build: actionItemChanged,
    short: ({ reportId }) => [actions([openButton(reportId)])],
  },
} satisfies BlocksByKind<ActionItemDueMessage | ActionItemChangedMessage>;

/** The day has come: how many things, with whom they were agreed on, and the way to them. */
function actionItemDue(content: ActionItemDueMessage): Message {
  const { number, dueOn, partnerSlackUserIds, today, over } = content;
  if (over) return nothingDue(content);
  const one = number === 1;
  const late = dueOn < today;
  const verb = late ? (one ? 'was' : 'were') : one ? 'is' : 'are';
  const when = `due ${late && !one ? 'since' : 'on'} ${dayText(dueOn)}`;
  const shown = partnerSlackUserIds.slice(0, mostPartners).map(mention).join(', ');
  const what = one ? 'One thing' : `${number} things`;
  const fact = `${what} you agreed on${shown && ` with ${shown}`} ${verb} ${when}.`;
  return {
    text: fact,
    blocks: [
      section(`*${fact}* Done, or does it need another day?`),
      actions([openButton(undefined, 'primary')]),
    ],
  };
}

/** Nothing of it is due any more. */
function nothingDue({ dueOn }: ActionItemDueMessage): Message {
  const fact = `What you agreed on and was asked about on ${dayText(dueOn)} is done, dropped or moved to another day.`;
  return { text: fact, blocks: [section(fact), actions([openButton()])] };
}

function together(one: ActionItemDueMessage, other: ActionItemDueMessage): ActionItemDueMessage {
  const partners = [...one.partnerSlackUserIds, ...other.partnerSlackUserIds];
  if (one.over) return other;
  if (other.over) return one;
  return {
    ...one,
    number: one.number + other.number,
    dueOn: one.dueOn < other.dueOn ? one.dueOn : other.dueOn,
    partnerSlackUserIds: [...new Set(partners)],
  };
}

/** What the other one did about one of the things that the two agreed on. */
function actionItemChanged(content: ActionItemChangedMessage): Message {
  const { event, reader, reportId, reportSlackUserId, dueOn, agreed, over } = content;
  const who = reader === 'manager' ? mention(reportSlackUserId) : 'Your manager';
  const what = agreed > 1 ? `one of ${agreed} agreed things` : 'the one thing you two agreed on';
  const facts = {
    done: `${who} has marked ${what} as done.`,
    // Its day is another one since.
    moved: `${who} has moved ${what}${over ? '' : ` to ${dayText(dueOn)}`}.`,
    dropped: `${who} has dropped ${what}.`,
  };
  const fact = over ? `${facts[event]} It has changed since.` : facts[event];
  return { text: fact, blocks: [section(fact), actions([openButton(reportId)])] };
}

function openButton(reportId?: string, style?: 'primary') {
  const button = allActionItemsButton(reportId, 'Open');
  return style ? { ...button, style } : button;
}
