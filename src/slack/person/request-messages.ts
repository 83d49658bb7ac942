import type { PlaceAnsweredMessage, PlaceAskedMessage } from '../../services/person/index.js';
import type { BlocksByKind } from '../delivery/message-blocks.js';
import { actions, button, escapeMrkdwn, type Message, mention, section } from '../ui/blocks.js';
import { actionIds } from './ids.js';
import { aboutYouButton } from './links.js';

/** The messages about a role and a manager that somebody has chosen, and the manager's yes or no. */
export const requestMessages = {
  place_asked: { build: placeAsked, short: (content) => answerRows(content) },
  place_answered: { build: placeAnswered },
} satisfies BlocksByKind<PlaceAskedMessage | PlaceAnsweredMessage>;

function placeAsked(content: PlaceAskedMessage): Message {
  const { personSlackUserId, roleTitle, managerSlackUserId, over } = content;
  const who = mention(personSlackUserId);
  if (over) {
    const text = `${who} had chosen a role and a manager. It is answered, or they have chosen something else since.`;
    return { text, blocks: [section(text)] };
  }
  const role = roleTitle ? `the role ${escapeMrkdwn(roleTitle)}` : 'no role';
  const manager = managerSlackUserId
    ? `${mention(managerSlackUserId)} as their manager`
    : 'no manager';
  const text = `${who} has chosen ${role} and ${manager}.`;
  const question = 'Is that right? Until you say yes, everything stays as it was.';
  return { text, blocks: [section(`*${text}* ${question}`), ...answerRows(content)] };
}

function answerRows({ requestId, over }: PlaceAskedMessage) {
  if (over) return [];
  const answer = (text: string, actionId: string) => button({ text, actionId, value: requestId });
  return [
    actions([
      { ...answer('Yes', actionIds.placeYes), style: 'primary' as const },
      answer('No', actionIds.placeNo),
    ]),
  ];
}

function placeAnswered({ answer, managerSlackUserId }: PlaceAnsweredMessage): Message {
  const who = managerSlackUserId ? mention(managerSlackUserId) : 'The manager who was asked';
  if (answer === 'yes') {
    const text = `${who} has said yes to the role and the manager that you chose. They are set.`;
    return { text, blocks: [section(text)] };
  }
  const text = `${who} has said no to the role and the manager that you chose, so nothing has changed.`;
  const next = 'Talk to them, or choose something else.';
  return { text, blocks: [section(`${text} ${next}`), actions([aboutYouButton('Choose again')])] };
}
