import { excerpt } from '../../domain/text/excerpt.js';
import type { ActionItem } from '../../services/action-item/index.js';
import { dayText, escapeMrkdwn, mention } from '../ui/blocks.js';
import { distance } from '../ui/text.js';

/** "due today", "due on Friday 9 April, in 3 days", "was due on …, 3 days ago", "done", "dropped". */
export function whenText({ state, dueOn, due, today }: ActionItem): string {
  if (state !== 'open') return state;
  switch (due) {
    case 'overdue':
      return `was due on ${dayText(dueOn)}, ${distance(dueOn, today)}`;
    case 'today':
      return 'due today';
    case 'soon':
      return `due on ${dayText(dueOn)}, ${distance(dueOn, today)}`;
    case 'later':
      return `due on ${dayText(dueOn)}`;
  }
}

/** Returns the owner: "yours", a mention, or that there is none. `reader`: a Slack user id. Mrkdwn. */
export function ownerText({ owner, side, report }: ActionItem, reader: string): string {
  if (!owner) return 'for the next manager';
  if (owner.slackUserId !== reader) return `for ${mention(owner.slackUserId)}`;
  return side === 'report' ? 'yours' : `yours, agreed on with ${mention(report.slackUserId)}`;
}

/** What is to be done, and below it how the two will see it. Mrkdwn. */
export function whatText({ what, measure }: Pick<ActionItem, 'what' | 'measure'>): string {
  const title = `*${oneLine(what)}*`;
  return measure ? `${title}\nSeen by: ${escapeMrkdwn(measure)}` : title;
}

const longestTitle = 90;

/** What is to be done, in a few words: a longer text ends at a word. Mrkdwn. */
export function titleText(what: string): string {
  return `*${oneLine(excerpt(what.replace(/\s+/g, ' '), longestTitle))}*`;
}

/** A text in bold may not break over lines, nor end its own bold. */
function oneLine(text: string): string {
  return escapeMrkdwn(text.replace(/\s+/g, ' ').trim()).replaceAll('*', '∗');
}
