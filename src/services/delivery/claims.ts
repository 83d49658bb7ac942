import { randomUUID } from 'node:crypto';
import { type Database, Prisma, type Transaction } from '../../database/index.js';
import type { ClaimedDelivery } from '../message.js';
import { isInstalled } from './refusals.js';

export interface ClaimSelection {
  workspaceId: string;
  at: Date;
  /** How many people's messages at most. */
  limit: number;
  /** Only the delivery with this id. */
  only?: string | null;
  /** Only messages of these kinds; of all kinds if left out. */
  kinds?: readonly string[];
}

const claimedColumns = Prisma.sql`id, kind, cycle_id AS "cycleId", recipient_id AS "recipientId",
  subject_id AS "subjectId", step, expires_at AS "expiresAt", claim_id AS "claimId",
  attempts, build_failures AS "buildFailures", sent_at IS NOT NULL AS repeats`;

/** A claim expires after so many minutes, in case its process has crashed. */
const claimMinutes = 5;

/**
 * Claims due messages for this process; no other process gets the same. Returns all that are due for the
 * `limit` people who have waited longest, so that each of them gets one post; oldest first.
 */
export async function claimDeliveries(
  db: Database,
  { workspaceId, at, limit, only = null, kinds }: ClaimSelection,
): Promise<ClaimedDelivery[]> {
  const claimId = randomUUID();
  // The database's own clock measures claims: it is the same for all processes. Locked people keep
  // one person's messages from being divided among processes.
  const claims = await db.$queryRaw<ClaimedDelivery[]>`
    WITH free AS (
      SELECT id, recipient_id, due_at FROM delivery
      WHERE workspace_id = ${workspaceId}::uuid AND due_at <= ${at} AND cycle_id IS NOT NULL
        AND ${isInstalled(workspaceId)}
        AND (${only}::uuid IS NULL OR id = ${only}::uuid)
        AND (${kinds === undefined} OR kind = ANY(${kinds ?? []}))
        AND (state IN ('due', 'held') OR (state = 'claimed'
          AND claimed_at < now() - make_interval(mins => ${claimMinutes}::int)))
    ), people AS (
      SELECT person.id FROM person
      JOIN (SELECT recipient_id, min(due_at) AS since FROM free GROUP BY recipient_id) AS waiting
        ON waiting.recipient_id = person.id
      ORDER BY waiting.since, person.id LIMIT ${limit} FOR NO KEY UPDATE OF person SKIP LOCKED
    )
    UPDATE delivery SET state = 'claimed', claim_id = ${claimId}, claimed_at = now(),
      build_failures = CASE WHEN state = 'claimed' THEN build_failures + 1 ELSE build_failures END
    WHERE id IN (SELECT id FROM free) AND recipient_id IN (SELECT id FROM people)
      AND (state IN ('due', 'held') OR (state = 'claimed'
        AND claimed_at < now() - make_interval(mins => ${claimMinutes}::int)))
    RETURNING ${claimedColumns}`;
  // Ids begin with the time at which they were made.
  return claims.sort((one, other) => (one.id < other.id ? -1 : 1));
}

/** Claims a step's messages to these people before they are due. */
export async function claimEarly(
  db: Database,
  {
    cycleId,
    steps,
    recipientIds,
  }: {
    cycleId: string;
    steps: readonly { kind: string; name: string }[];
    recipientIds: readonly string[];
  },
): Promise<ClaimedDelivery[]> {
  const names = steps.map(({ name }) => name);
  const kinds = steps.map(({ kind }) => kind);
  return db.$queryRaw<ClaimedDelivery[]>`
    UPDATE delivery SET state = 'claimed', claim_id = ${randomUUID()}, claimed_at = now()
    WHERE cycle_id = ${cycleId}::uuid
      AND (kind, step) IN (SELECT * FROM unnest(${kinds}::text[], ${names}::text[]))
      AND recipient_id = ANY(${recipientIds}::uuid[]) AND state = 'due'
    RETURNING ${claimedColumns}, true AS early`;
}

/** Returns claimed messages to the queue; they are due again at an instant. */
export async function postpone(
  db: Pick<Transaction, 'delivery'>,
  claimed: readonly ClaimedDelivery[],
  until: Date,
): Promise<void> {
  await db.delivery.updateMany({
    where: {
      OR: claimed.map(({ id, claimId }) => ({ id, claimId })),
      state: 'claimed',
    },
    data: { state: 'due', dueAt: until, claimId: null, claimedAt: null },
  });
}

/** Puts messages that another one was to supersede back into the queue: they are due in a minute. */
export async function decideAgain(
  db: Pick<Transaction, 'delivery'>,
  claimed: readonly ClaimedDelivery[],
  at: Date,
): Promise<void> {
  if (claimed.length > 0) await postpone(db, claimed, new Date(at.getTime() + 60_000));
}

/** Drops a claimed message; the reason is a code of ours. */
export async function drop(db: Database, claimed: ClaimedDelivery, reason: string): Promise<void> {
  const { id, claimId } = claimed;
  await db.delivery.updateMany({
    where: { id, claimId, state: 'claimed' },
    data: { state: 'obsolete', reason, claimId: null, claimedAt: null },
  });
}
