import type { ActionChangedMessage, ActionDueMessage } from '../../services/action-messages.js';
import {
  actions as actionRow,
  button,
  context,
  count,
  escapeMrkdwn,
  type Message,
  mention,
  section,
} from '../kit.js';
import { dayText, dayToken } from '../reminder/words.js';
import { fittingActions } from './blocks.js';
import { actionIds } from './ids.js';
import { whatWords } from './words.js';

const mostInMessage = 10;
const charactersInMessage = 10_000;

/** The day has come: what was agreed on, and what can be done about it. */
export function actionDue({ actions, timeZone, today }: ActionDueMessage): Message {
  const [first] = actions;
  const late = first !== undefined && first.dueOn < today;
  const one = actions.length === 1;
  const fact = late
    ? `${one ? 'An action of yours was' : `${count(actions.length, 'action')} of yours were`} due`
    : `${one ? 'An action of yours is' : `${count(actions.length, 'action')} of yours are`} due today`;
  const on = late && first ? (say: (day: string) => string) => ` on ${say(first.dueOn)}` : () => '';
  const reader = { slackUserId: first?.owner?.slackUserId ?? '', timeZone };
  const { blocks, more } = fittingActions(actions, {
    reader,
    competencies: [],
    most: mostInMessage,
    characters: charactersInMessage,
  });
  const partners = [...new Set(actions.flatMap((action) => partnerOf(action, reader.slackUserId)))];
  return {
    text: `${fact}${on(dayText)}.`,
    blocks: [
      section(
        `*${fact}${on((day) => dayToken(day, timeZone))}.* Is it done, or does it need another day?`,
      ),
      ...blocks,
      ...(more > 0
        ? [
            context(`${count(more, 'more action')} due.`),
            actionRow([button({ text: 'All actions', actionId: actionIds.list })]),
          ]
        : []),
      ...(partners.length > 0
        ? [
            context(
              `You agreed on it with ${partners.slice(0, 9).map(mention).join(', ')}, who hears what you press.`,
            ),
          ]
        : []),
    ],
  };
}

function partnerOf(action: ActionDueMessage['actions'][number], ownerUserId: string): string[] {
  const both = [action.report, action.manager].map((one) => one?.slackUserId);
  return both.filter((id) => id !== undefined && id !== ownerUserId) as string[];
}

/** What the other one did about an action. */
export function actionChanged(message: ActionChangedMessage): Message {
  const { action, event, reader, timeZone } = message;
  const who = reader === 'manager' ? mention(action.report.slackUserId) : 'Your manager';
  const fact = (say: (day: string) => string) =>
    ({
      done: `${who} marked an action of you two as done.`,
      moved: `${who} moved an action of you two to ${say(action.dueOn)}.`,
      dropped: `${who} dropped an action of you two.`,
    })[event];
  const because =
    action.reason && event !== 'done' ? `\nReason: ${escapeMrkdwn(action.reason)}` : '';
  const list = button({ text: 'All actions', actionId: actionIds.list, value: action.report.id });
  return {
    text: fact(dayText),
    blocks: [
      section(fact((day) => dayToken(day, timeZone))),
      section(`${whatWords(action)}${because}`),
      actionRow([list]),
    ],
  };
}
