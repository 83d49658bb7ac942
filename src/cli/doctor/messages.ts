import type { Client } from 'pg';
import { type Finding, passed, warning } from './finding.js';

/** Counts the messages that failed or whose outcome is unknown, without those being sent. */
export async function examineMessages(client: Client): Promise<Finding> {
  const { rows } = await client.query<{ unknown: number; failed: number }>(
    `SELECT count(*) FILTER (WHERE state = 'unknown')::int AS unknown,
       count(*) FILTER (WHERE state = 'failed')::int AS failed
     FROM delivery WHERE state = 'failed' OR (state = 'unknown'
       AND (reason <> 'sending' OR claimed_at < now() - interval '5 minutes'))`,
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
