import type { Database, Person } from '../../database/index.js';
import { dayFromDate } from '../../domain/time/day.js';
import type { ClaimedDelivery } from '../message.js';
import { postpone } from './claims.js';

/** What was read of a recipient who wants no messages for now. */
type Unavailable = Pick<Person, 'id' | 'snoozedUntil' | 'awayThrough'>;

/**
 * Holds a claimed message until its recipient is available again. It is due again at once, to be
 * decided anew, where they have changed meanwhile when that is: their change, which reschedules what
 * is held, waits for the lock here or has been waited for.
 */
export async function hold(
  db: Database,
  claimed: ClaimedDelivery,
  { recipient, until, at }: { recipient: Unavailable; until: Date; at: Date },
): Promise<void> {
  const { id, claimId } = claimed;
  const awayThrough = recipient.awayThrough && dayFromDate(recipient.awayThrough);
  const held = await db.$executeRaw`
    WITH recipient AS (
      SELECT id FROM person WHERE id = ${recipient.id}::uuid
        AND snoozed_until IS NOT DISTINCT FROM ${recipient.snoozedUntil}::timestamptz
        AND away_through IS NOT DISTINCT FROM ${awayThrough}::date
      FOR SHARE
    )
    UPDATE delivery SET state = 'held', due_at = ${until}, claim_id = NULL, claimed_at = NULL
    FROM recipient
    WHERE delivery.id = ${id}::uuid AND delivery.recipient_id = recipient.id
      AND delivery.claim_id = ${claimId} AND delivery.state = 'claimed'`;
  if (held === 0) await postpone(db, [claimed], at);
}
