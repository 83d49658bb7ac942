import type { RoleChangedMessage } from '../../services/framework/index.js';
import type { BlocksByKind } from '../delivery/message-blocks.js';
import { aboutYouButton } from '../person/links.js';
import { lostRoleText } from '../role/links.js';
import { actions, count, escapeMrkdwn, type Message, section } from '../ui/blocks.js';
import { openChangeButton } from './buttons.js';

/** What a new version of the ladder changes for its reader; the texts open in a window. */
export const frameworkMessages = {
  role_changed: {
    build: roleChanged,
    short: (content) => [buttons(content)],
    // Those that came while the person was away are one, against what they knew before the first.
    merge: (all) => all.reduce((one, other) => (other.sinceNumber < one.sinceNumber ? other : one)),
  },
} satisfies BlocksByKind<RoleChangedMessage>;

function roleChanged(content: RoleChangedMessage): Message {
  const { title } = content;
  if (title.now === undefined) {
    const text = lostRoleText(title.before);
    return { text: text.replaceAll('*', ''), blocks: [section(text), buttons(content)] };
  }
  const fact = escapeMrkdwn(factOf(content, title.now));
  return { text: fact, blocks: [section(`*${fact}*`), buttons(content)] };
}

function factOf({ title, competencies }: RoleChangedMessage, now: string): string {
  const asks = `asks something else in ${count(competencies, 'competency', 'competencies')}`;
  if (title.before !== now) {
    const named = `Your role on the ladder, ${title.before}, is called ${now} now`;
    return competencies > 0 ? `${named}, and ${asks}.` : `${named}.`;
  }
  if (competencies > 0) return `Your role on the ladder, ${now}, ${asks} now.`;
  return `What the ladder says about your role, ${now}, has changed.`;
}

function buttons({ title, since }: RoleChangedMessage) {
  if (title.now === undefined) return actions([aboutYouButton('Pick my role')]);
  return actions([openChangeButton(since, 'See what has changed')]);
}
