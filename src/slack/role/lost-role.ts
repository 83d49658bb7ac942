import { escapeMrkdwn } from '../ui/blocks.js';

/** To somebody whose role the ladder doesn't have any more; the way to pick one stands below. Mrkdwn. */
export function lostRoleText(title: string): string {
  return `Your role, ${escapeMrkdwn(title)}, is no longer on the ladder. *Pick the one that fits now.*`;
}

/** The same where a manager reads of a report. */
export const reportsRoleLost = 'their role is no longer on the ladder';
