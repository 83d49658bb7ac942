import { escapeMrkdwn } from '../ui/blocks.js';

/** The text for a person whose role the ladder doesn't have any more, above the picker. Mrkdwn. */
export function lostRoleText(title: string): string {
  return `Your role, ${escapeMrkdwn(title)}, is no longer on the ladder. *Pick the one that fits now.*`;
}

/** The same where a manager reads of a report. */
export const reportsRoleLost = 'their role is no longer on the ladder';
