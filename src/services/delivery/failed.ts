import { Prisma } from '../../database/index.js';

/** Slack's codes by which it refuses to deliver to one person, whatever the message is. */
const personRefusals = [
  'cannot_dm_bot',
  'channel_not_found',
  'is_archived',
  'not_in_channel',
  'restricted_action',
  'user_disabled',
  'user_is_restricted',
  'user_not_found',
  'user_not_visible',
  'users_not_found',
];

/**
 * The SQL for a row of `delivery`: it failed, or nobody knows whether it arrived, and it isn't being
 * sent just now. An operator or an admin has to do something about it.
 */
export const needsOperatorSql = `(delivery.state = 'failed' OR (delivery.state = 'unknown'
  AND (delivery.reason <> 'sending' OR delivery.claimed_at < now() - interval '5 minutes')))`;

/** The same inside a statement. */
export const needsOperator = Prisma.raw(needsOperatorSql);

/** SQL for a row of `delivery`: Slack refused to deliver it to this person. */
export const refusesPerson = Prisma.sql`
  (delivery.state = 'failed' AND coalesce(delivery.reason, '') = ANY(${personRefusals}))`;
