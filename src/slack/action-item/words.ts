import type { RichTextBlock } from '@slack/types';
import { excerpt } from '../../domain/text/excerpt.js';
import type { ActionItem } from '../../services/action-item/index.js';
import { dayText, mention } from '../ui/blocks.js';
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

/** The same as plain text, by name. */
export function ownerName({ owner, side, report }: ActionItem, reader: string): string {
  if (!owner) return 'for the next manager';
  if (owner.slackUserId !== reader) return `for ${owner.name || 'the other one'}`;
  return side === 'report' ? 'yours' : `yours, agreed on with ${report.name || 'your report'}`;
}

/** What is to be done, below it how the two will see it, and why it moved: as they were typed. */
export function whatBlock({
  what,
  measure,
  reason = '',
}: Pick<ActionItem, 'what' | 'measure'> & { reason?: string }): RichTextBlock {
  const text = (words: string) => ({ type: 'text' as const, text: words });
  return {
    type: 'rich_text',
    elements: [
      {
        type: 'rich_text_section',
        elements: [
          { ...text(what), style: { bold: true } },
          ...(measure ? [text(`\nSeen by: ${measure}`)] : []),
          ...(reason ? [text(`\nReason: ${reason}`)] : []),
        ],
      },
    ],
  };
}

const longestTitle = 90;

/** What is to be done, in a few words: a longer text ends at a word. Plain text. */
export function titleText(what: string): string {
  return excerpt(oneLine(what), longestTitle);
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
