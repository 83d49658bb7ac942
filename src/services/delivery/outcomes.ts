import { type Database, Prisma, type Transaction } from '../../database/index.js';
import type { ClaimedDelivery } from '../message.js';
import { markForRedraw } from '../redraw-mark/index.js';
import { postpone } from './claims.js';
import { timeOrderedId } from './enqueue.js';
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
      WITH kept AS (${keepingEarlierPosts(ids, first.claimId)})
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

/**
 * Records what became of messages that `beginSending` let go together. What was sent is read again in
 * the next minute: something may have changed on its way, and older messages say that it is there.
 */
export async function recordOutcome(
  db: Database,
  sent: readonly SentMessage[],
  outcome: SendOutcome,
  at: Date,
): Promise<void> {
  if (outcome.state !== 'sent') return recordIn(db, sent, outcome, at);
  await db.$transaction(async (tx) => {
    await recordIn(tx, sent, outcome, at);
    await markAround(tx, sent, at);
  });
}

type SentMessage = Pick<ClaimedDelivery, 'id' | 'claimId' | 'repeats' | 'recipientId'>;

async function recordIn(
  db: Pick<Transaction, 'delivery'>,
  sent: readonly SentMessage[],
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

/** Marks the posts to a person who has just got one, and those to their manager. */
async function markAround(
  tx: Pick<Transaction, 'person' | '$executeRaw'>,
  sent: readonly Pick<ClaimedDelivery, 'recipientId'>[],
  at: Date,
): Promise<void> {
  const [first] = sent;
  if (!first) return;
  const { recipientId } = first;
  const recipient = await tx.person.findUnique({
    where: { id: recipientId },
    select: { workspaceId: true },
  });
  // Erased in the meantime.
  if (!recipient) return;
  const { workspaceId } = recipient;
  await markForRedraw(tx, { workspaceId, personIds: [recipientId], at });
}

/**
 * SQL that gives the earlier posts of messages that are sent again rows of their own, so that they go
 * on being drawn as things are.
 */
function keepingEarlierPosts(ids: readonly string[], claimId: string): Prisma.Sql {
  return Prisma.sql`
    INSERT INTO delivery (id, workspace_id, key, kind, recipient_id, subject_id, cycle_id, step,
      state, due_at, sent_at, attempts, slack_channel_id, slack_ts, drawn, redraw_refused)
    SELECT ${timeOrderedId}, workspace_id, concat_ws(':', key, 'posted', slack_ts), kind,
      recipient_id, subject_id, cycle_id, step, 'sent', due_at, sent_at, 1, slack_channel_id,
      slack_ts, drawn, redraw_refused
    FROM delivery WHERE id = ANY(${[...ids]}::uuid[]) AND state = 'claimed'
      AND claim_id = ${claimId} AND sent_at IS NOT NULL AND slack_ts IS NOT NULL
    ON CONFLICT DO NOTHING`;
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
        drawn: outcome.drawn ?? null,
        redrawClaimedAt: null,
        redrawRefused: null,
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
