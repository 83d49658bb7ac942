import type { Client } from 'pg';
import { needsOperatorSql } from '../../services/delivery/index.js';
import { type Finding, passed, warning } from './finding.js';

/**
 * Counts the messages that failed or whose outcome is unknown, without those being sent and those to
 * people who have left.
 */
export async function examineMessages(client: Client): Promise<Finding> {
  const { rows } = await client.query<{ unknown: number; failed: number }>(
    `SELECT count(*) FILTER (WHERE delivery.state = 'unknown')::int AS unknown,
       count(*) FILTER (WHERE delivery.state = 'failed')::int AS failed
     FROM delivery JOIN person ON person.id = delivery.recipient_id
     WHERE person.left_at IS NULL AND NOT person.is_bot AND ${needsOperatorSql}`,
  );
  const { unknown = 0, failed = 0 } = rows[0] ?? {};
  if (unknown + failed === 0) {
    return passed('messages', 'none has failed, and none is of unknown outcome');
  }
  const parts = [
    ...(failed > 0 ? [`${failed} could not be sent`] : []),
    ...(unknown > 0 ? [`of ${unknown} nobody knows whether they have arrived`] : []),
  ];
  return warning(
    'messages',
    `${parts.join(', and ')}. See: ladder deliveries list --state unknown,failed`,
  );
}
