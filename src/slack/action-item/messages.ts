import { compareActionItems } from '../../domain/action-item/action-item.js';
import type {
  ActionItem,
  ActionItemChangedMessage,
  ActionItemDueMessage,
} from '../../services/action-item/index.js';
import type { BlocksByKind } from '../delivery/message-blocks.js';
import {
  actions as actionRow,
  context,
  count,
  dayText,
  escapeMrkdwn,
  type Message,
  mention,
  section,
} from '../ui/blocks.js';
import { fittingActionItems } from './blocks.js';
import { allActionItemsButton } from './buttons.js';
import { whatText } from './words.js';

const mostInMessage = 10;
const charactersInMessage = 10_000;

/** The messages about what the two agreed on. */
export const actionItemMessages = {
  action_due: {
    build: actionItemDue,
    short: listRow,
    // Days that came while the person was away become one message.
    merge: ([first, ...others]) => ({
      ...first,
      actionItems: [first, ...others]
        .flatMap(({ actionItems: actions }) => actions)
        .sort(compareActionItems),
    }),
  },
  action_changed: { build: actionItemChanged, short: listRow },
} satisfies BlocksByKind<ActionItemDueMessage | ActionItemChangedMessage>;

/** The day has come: what was agreed on, and what can be done about it. */
function actionItemDue({ actionItems: actions, today }: ActionItemDueMessage): Message {
  const [first] = actions;
  const one = actions.length === 1;
  const late = first !== undefined && first.dueOn < today;
  const verb = late ? (one ? 'was' : 'were') : one ? 'is' : 'are';
  const when = late ? `due on ${dayText(first.dueOn)}` : 'due today';
  const what = one ? 'An action of yours' : `${actions.length} actions of yours`;
  const reader = first?.owner?.slackUserId ?? '';
  const { blocks, more } = fittingActionItems(actions, {
    reader,
    competencies: [],
    most: mostInMessage,
    characters: charactersInMessage,
  });
  const partners = [...new Set(actions.flatMap((action) => partnerOf(action, reader)))];
  return {
    text: `${what} ${verb} ${when}.`,
    blocks: [
      section(`*${what} ${verb} ${when}.* Done, or does it need another day?`),
      ...blocks,
      ...(more > 0 ? [context(`${count(more, 'more action')} due.`), ...listRow()] : []),
      ...(partners.length > 0 ? [context(heardBy(partners))] : []),
    ],
  };
}

function listRow() {
  return [actionRow([allActionItemsButton()])];
}

function partnerOf({ report, manager }: ActionItem, ownerUserId: string): string[] {
  return [report, manager]
    .flatMap((one) => (one ? [one.slackUserId] : []))
    .filter((id) => id !== ownerUserId);
}

function heardBy(slackUserIds: string[]): string {
  const shown = slackUserIds.slice(0, mostInMessage).map(mention).join(', ');
  return slackUserIds.length === 1
    ? `You agreed on it with ${shown}, who hears of what you press.`
    : `You agreed on them with ${shown}; each of them hears of what you press.`;
}

/** What the other one did about an action. */
function actionItemChanged({
  actionItem: action,
  event,
  reader,
}: ActionItemChangedMessage): Message {
  const who = reader === 'manager' ? mention(action.report.slackUserId) : 'Your manager';
  const fact = {
    done: `${who} marked something that you two agreed on as done.`,
    moved: `${who} moved something that you two agreed on to ${dayText(action.dueOn)}.`,
    dropped: `${who} dropped something that you two agreed on.`,
  }[event];
  const { reason } = action;
  const because = reason && event !== 'done' ? `\nReason: ${escapeMrkdwn(reason)}` : '';
  const list = allActionItemsButton(action.report.id);
  return {
    text: fact,
    blocks: [section(fact), section(`${whatText(action)}${because}`), actionRow([list])],
  };
}
