import type {
  ManagerSetMessage,
  ReportsChangedMessage,
  RoleSetMessage,
} from '../../services/person/index.js';
import type { BlocksByKind } from '../delivery/message-blocks.js';
import { showRoleButton } from '../role/links.js';
import { openTeamButton } from '../team/links.js';
import { actions, escapeMrkdwn, type Message, mention, section } from '../ui/blocks.js';
import { aboutYouButton } from './links.js';

const mostNames = 10;

/** The messages about who somebody's manager is and what their role is, set by somebody else. */
export const personMessages = {
  manager_set: { build: managerSet, short: () => [actions([aboutYouButton('See or change it')])] },
  role_set: { build: roleSet, short: (content) => [roleButtons(content)] },
  reports_changed: {
    build: reportsChanged,
    short: () => [actions([openTeamButton()])],
    merge: (all) => all.reduce(together),
  },
} satisfies BlocksByKind<ManagerSetMessage | RoleSetMessage | ReportsChangedMessage>;

function managerSet(content: ManagerSetMessage): Message {
  const { managerSlackUserId: now, beforeSlackUserId: before, over } = content;
  const is = now
    ? `Your manager on Ladder is ${mention(now)}`
    : 'You have no manager on Ladder, so nobody else sees your check-ins for now';
  const was = before ? ` It was ${mention(before)}.` : '';
  const text = over ? `${is}, as before.` : `${is}. Somebody has set this for you.${was}`;
  const isNot = 'If that is not right, change it, or ask an admin.';
  const blocks = over
    ? [section(text)]
    : [section(`${text} ${isNot}`), actions([aboutYouButton('See or change it')])];
  return { text, blocks };
}

function roleSet(content: RoleSetMessage): Message {
  const { title, over } = content;
  const is = title.now
    ? `Your role on the ladder is ${escapeMrkdwn(title.now)}`
    : 'You have no role on the ladder';
  const was = title.before ? ` It was ${escapeMrkdwn(title.before)}.` : '';
  const text = over ? `${is}, as before.` : `${is}. Somebody has set this for you.${was}`;
  return { text, blocks: over ? [section(text)] : [section(text), roleButtons(content)] };
}

function roleButtons({ roleKey }: RoleSetMessage) {
  return actions([
    ...(roleKey === undefined ? [] : [showRoleButton(roleKey)]),
    aboutYouButton('See or change it'),
  ]);
}

/** "Rosa and Teo report to you now. Sora no longer reports to you." */
function reportsChanged({ joinedSlackUserIds, leftSlackUserIds }: ReportsChangedMessage): Message {
  const sentences = [
    ...sentence(joinedSlackUserIds, ['reports to you now', 'report to you now']),
    ...sentence(leftSlackUserIds, ['no longer reports to you', 'no longer report to you']),
  ];
  if (sentences.length === 0) {
    const text = 'Who reports to you on Ladder was changed, and has changed again since.';
    return { text, blocks: [section(text)] };
  }
  const text = sentences.join(' ');
  return { text, blocks: [section(text), actions([openTeamButton()])] };
}

function sentence(slackUserIds: readonly string[], [one, several]: [string, string]): string[] {
  if (slackUserIds.length === 0) return [];
  const names = slackUserIds.slice(0, mostNames).map(mention);
  const more = slackUserIds.length - names.length;
  const parts = more > 0 ? [...names, `${more} more`] : names;
  const last = parts.at(-1) ?? '';
  const who = parts.length === 1 ? last : `${parts.slice(0, -1).join(', ')} and ${last}`;
  return [`${who} ${slackUserIds.length === 1 ? one : several}.`];
}

/** What is still so of each stays; it is over where nothing is. */
function together(one: ReportsChangedMessage, other: ReportsChangedMessage): ReportsChangedMessage {
  return {
    kind: 'reports_changed',
    joinedSlackUserIds: [...one.joinedSlackUserIds, ...other.joinedSlackUserIds],
    leftSlackUserIds: [...one.leftSlackUserIds, ...other.leftSlackUserIds],
    over: one.over && other.over,
  };
}
