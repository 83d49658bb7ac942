import type { ErasureCounts } from './counts.js';

const gone: [keyof ErasureCounts, string, string][] = [
  ['checkIns', 'check-in', 'check-ins'],
  ['views', "manager's view", "managers' views"],
  ['conversations', 'conversation', 'conversations'],
  ['actionItems', 'action', 'actions'],
  ['evidence', 'piece of evidence', 'pieces of evidence'],
  ['notes', 'note for a view', 'notes for views'],
  ['formDrafts', 'draft', 'drafts'],
  ['messages', 'message', 'messages'],
];

/** Says what goes with a person and what stays, in a few sentences. Plain text. */
export function erasureLines(counts: ErasureCounts): string[] {
  const parts = gone.flatMap(([key, one, many]) => {
    const count = counts[key];
    return count === 0 ? [] : [`${count} ${count === 1 ? one : many}`];
  });
  const kept = counts.keptViews + counts.keptConversations;
  return [
    `What goes: name and Slack id${parts.map((part) => `, ${part}`).join('')}.`,
    ...(kept > 0
      ? [
          `What stays for others, under "a former manager": ${counts.keptViews} views of theirs, ${counts.keptConversations} conversations.`,
        ]
      : []),
    ...(counts.handedOver > 0
      ? [`Open actions that go to the managers of now: ${counts.handedOver}.`]
      : []),
  ];
}
