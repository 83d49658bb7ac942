import type { Partner } from '../../services/action-item/index.js';
import type { ConversationRecord } from '../../services/conversation/index.js';

/** The one of the two who doesn't read. */
export function otherOf({ reader, report, manager }: ConversationRecord): Partner {
  return reader === 'report' ? manager : report;
}

const longestName = 60;

/** A name as plain text, where Slack renders no mentions; a long one ends with an ellipsis. */
export function plainName({ name, slackUserId }: Pick<Partner, 'name' | 'slackUserId'>): string {
  const known = name || slackUserId;
  return known.length > longestName ? `${known.slice(0, longestName)}…` : known;
}
