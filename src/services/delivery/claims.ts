import { randomUUID } from 'node:crypto';
import { type Database, Prisma, type Transaction } from '../../database/index.js';
import type { Step } from '../../domain/reminder/steps.js';

export interface ClaimedDelivery {
  id: string;
  kind: string;
  cycleId: string;
  recipientId: string;
  subjectId: string | null;
  step: string;
  expiresAt: Date | null;
  claimId: string;
  /** How often it was posted, or tried to be. */
  attempts: number;
  /** How often making it failed, or ended the process that had claimed it. */
  buildFailures: number;
  /** It was sent before, and the person asked for it again later. */
  repeats: boolean;
  /** An operator sends it before its day, whatever hour it is for its recipient. */
  early?: boolean;
}

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

/** A claim whose process died is free again after so many minutes. */
const claimMinutes = 5;
/** A message that stumbles so often is parked: it may even be what ends the processes. */
const mostBuildFailures = 8;
/** How long a message waits after each stumble, in minutes. */
const buildFailureWaits = [1, 5, 15, 60];

/**
 * Takes due messages for this process; no other gets the same. Out come all that are due for at most
 * `limit` people, who have waited longest, so that each can be written to once; oldest first.
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

/** Takes a step's messages to these people before they are due, for this process alone. */
export async function claimEarly(
  db: Database,
  { cycleId, steps, recipientIds }: { cycleId: string; steps: Step[]; recipientIds: string[] },
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

/**
 * Puts a claimed message off that could not be made; parks it as failed where that happens again and
 * again, so that it isn't in the others' way.
 */
export async function recordBuildFailure(
  db: Database,
  claimed: ClaimedDelivery,
  at: Date,
): Promise<void> {
  const { id, claimId } = claimed;
  const buildFailures = claimed.buildFailures + 1;
  const minutes = buildFailureWaits[buildFailures - 1] ?? buildFailureWaits.at(-1) ?? 0;
  const parked = { state: 'failed' as const, reason: 'keeps_failing' };
  const putOff = { state: 'due' as const, dueAt: new Date(at.getTime() + minutes * 60_000) };
  await db.delivery.updateMany({
    where: { id, claimId, state: 'claimed' },
    data: {
      ...(buildFailures >= mostBuildFailures ? parked : putOff),
      buildFailures,
      claimId: null,
      claimedAt: null,
    },
  });
}

/** Whether a message has stumbled so often that it isn't to be tried once more. */
export function isDeadLetter({ buildFailures }: ClaimedDelivery): boolean {
  return buildFailures >= mostBuildFailures;
}

/** Gives claimed messages back, to be looked at again at an instant. */
export async function postpone(
  db: Pick<Transaction, 'delivery'>,
  claimed: ClaimedDelivery[],
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

/** Keeps a claimed message back until its recipient wants messages again. */
export async function hold(db: Database, claimed: ClaimedDelivery, until: Date): Promise<void> {
  const { id, claimId } = claimed;
  await db.delivery.updateMany({
    where: { id, claimId, state: 'claimed' },
    data: { state: 'held', dueAt: until, claimId: null, claimedAt: null },
  });
}

/** Drops a claimed message; the reason is a code of ours. */
export async function drop(db: Database, claimed: ClaimedDelivery, reason: string): Promise<void> {
  const { id, claimId } = claimed;
  await db.delivery.updateMany({
    where: { id, claimId, state: 'claimed' },
    data: { state: 'obsolete', reason, claimId: null, claimedAt: null },
  });
}
