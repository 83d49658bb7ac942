import type { NewcomerMessage } from '../../services/reminder/index.js';
import type { BlocksByKind } from '../delivery/message-blocks.js';
import { overviewButton } from '../home/links.js';
import { ownRoleMenu } from '../role/links.js';
import { actions, dayText, escapeMrkdwn, type Message, mention, section } from '../ui/blocks.js';
import { aboutYouButton } from './links.js';

/** The message to somebody without a role. */
export const newcomerMessages = {
  newcomer: { build: newcomer },
} satisfies BlocksByKind<NewcomerMessage>;

/** What Ladder is to them, and the menu of the roles. */
function newcomer(content: NewcomerMessage): Message {
  if (content.over !== undefined) {
    const text = 'Your role on the ladder is set.';
    return { text, blocks: [section(text), actions([overviewButton('Where I stand')])] };
  }
  const { fact, more } = wordsOf(content);
  return {
    text: fact,
    blocks: [
      section(`*${fact}* ${more}`),
      actions([ownRoleMenu(), aboutYouButton('Role and manager')], 'own_role'),
    ],
  };
}

function wordsOf({ ladderName, managerSlackUserId, review, isReminder }: NewcomerMessage) {
  const manager = managerSlackUserId
    ? `Your manager here is ${mention(managerSlackUserId)}.`
    : 'Who your manager is you can set there as well.';
  if (isReminder && review) {
    return {
      fact: `${escapeMrkdwn(review.name)} check-ins are open, and you have no role on the ladder yet.`,
      more: `Pick yours, and your check-in comes to you; it is due on ${dayText(review.dueOn)}. ${manager}`,
    };
  }
  const open = review
    ? ` Check-ins for ${escapeMrkdwn(review.name)} are open; yours comes once you have a role.`
    : '';
  return {
    fact: `Pick your role on the ${escapeMrkdwn(ladderName)} ladder to begin.`,
    more: `It shows what your role asks, what comes next, and where you stand. You can change it at any time. ${manager}${open}`,
  };
}
