import { mention } from '../ui/blocks.js';

/** For somebody who may not set their own role and manager: whom to ask, by Slack id. Mrkdwn. */
export function askAdminsText(adminsToAsk: readonly string[], whose = 'yours'): string {
  const who = adminsToAsk.map(mention).join(' or ') || 'an admin';
  return `Roles and managers are set by the admins here. Ask ${who} to set ${whose}.`;
}
