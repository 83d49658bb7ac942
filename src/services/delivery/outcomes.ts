import type { Database } from '../../database/index.js';
import type { ClaimedDelivery } from '../message.js';
import { postpone } from './claims.js';
import { hasOtherLately, lockRecipient } from './least-distance.js';
import type { SendOutcome } from './messenger.js';

/**
 * Marks messages of one claim to one person as possibly sent, so that a crash can't send them
 * twice; to be called right before the post. Returns those whose claim was not lost. Messages whose
 * subject another process has notified the person of in the meantime are released, to be decided
 * anew.
 */
export async function beginSending<T extends ClaimedDelivery>(
  db: Database,
  claims: readonly T[],
  at: Date,
): Promise<T[]> {
  const [first] = claims;
  if (!first) return [];
  const ids = claims.map(({ id }) => id);
  // How long ago the attempt was is measured by the database's clock, as claims are.
  return db.$transaction(async (tx) => {
    await lockRecipient(tx, first.recipientId);
    const begun = await tx.$queryRaw<{ id: string }[]>`
      UPDATE delivery SET state = 'unknown', reason = 'sending', sent_at = ${at},
        attempts = attempts + 1, claimed_at = now()
      WHERE id = ANY(${ids}::uuid[]) AND state = 'claimed' AND claim_id = ${first.claimId}
        AND NOT ${hasOtherLately(at)}
      RETURNING id`;
    const isBegun = ({ id }: T) => begun.some((row) => row.id === id);
    if (begun.length < claims.length) {
      await postpone(
        tx,
        claims.filter((claim) => !isBegun(claim)),
        at,
      );
    }
    return claims.filter(isBegun);
  });
}

/** Records what became of messages that `beginSending` let go together. */
export async function recordOutcome(
  db: Database,
  sent: readonly Pick<ClaimedDelivery, 'id' | 'claimId' | 'repeats'>[],
  outcome: SendOutcome,
  at: Date,
): Promise<void> {
  const claimId = sent[0]?.claimId ?? null;
  for (const repeats of [false, true]) {
    const ids = sent.filter((one) => one.repeats === repeats).map(({ id }) => id);
    if (ids.length === 0) continue;
    await db.delivery.updateMany({
      // Due again, unless it was found in Slack or claimed in the meantime.
      where: { id: { in: ids }, claimId, state: { in: ['unknown', 'due'] } },
      data: outcomeData(outcome, at, repeats),
    });
  }
}

/** `repeats`: it was sent before, and stays so whatever becomes of the second time. */
function outcomeData(outcome: SendOutcome, at: Date, repeats: boolean) {
  const unsent = repeats ? {} : { sentAt: null };
  switch (outcome.state) {
    case 'sent':
      return {
        state: 'sent' as const,
        reason: null,
        slackChannelId: outcome.channelId,
        slackTs: outcome.ts,
      };
    case 'retry':
    case 'limited': {
      const back = { state: 'due' as const, reason: null, claimId: null, claimedAt: null };
      // What Slack refuses to take from anybody says nothing about this message: it stays due.
      if (outcome.state === 'retry' && outcome.reason !== undefined) {
        return { ...back, ...unsent, attempts: { decrement: 1 } };
      }
      return { ...back, ...unsent, dueAt: new Date(at.getTime() + outcome.afterMs) };
    }
    case 'failed':
      return { state: 'failed' as const, reason: outcome.reason, ...unsent };
    case 'unknown':
      return { state: 'unknown' as const, reason: outcome.reason };
  }
}
