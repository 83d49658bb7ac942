import { randomUUID } from 'node:crypto';
import type { Database, Transaction } from '../database/index.js';

/** A message decided upon: why, to whom, and when. */
export interface NewDelivery {
  workspaceId: string;
  kind: string;
  cycleId: string;
  recipientId: string;
  subjectId?: string;
  step: string;
  /** What stands for the step in the key, where the reason is not the step itself. */
  keyStep?: string;
  dueAt: Date;
  expiresAt?: Date;
  /** Set where the decision is that nothing is to be sent; it is kept so that it stays decided. */
  silentBecause?: string;
}

export interface ClaimedDelivery {
  id: string;
  kind: string;
  cycleId: string;
  recipientId: string;
  subjectId: string | null;
  step: string;
  expiresAt: Date | null;
  claimedBy: string;
  /** How often it was posted, or tried to be. */
  attempts: number;
  /** How often making it failed, or ended the process that had claimed it. */
  stumbles: number;
  /** It was sent before, and the person asked for it again later. */
  repeats: boolean;
}

/**
 * Why a message was dropped, where that may change again: somebody comes back, gets a role. Such a
 * step isn't settled and can be decided anew.
 */
export const passingReasons = ['left', 'no_role', 'changed'];

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

/** A claim whose process died is free again after so many minutes. */
const claimMinutes = 5;
/** A message that stumbles so often is parked: it may even be what ends the processes. */
const mostStumbles = 8;
/** How long a message waits after each stumble, in minutes. */
const stumbleWaits = [1, 5, 15, 60];

/**
 * Records messages, each reason once: what is recorded already stays as it is, except what was
 * dropped for a passing reason, which is due again.
 */
export async function recordDeliveries(db: Database, deliveries: NewDelivery[]): Promise<void> {
  if (deliveries.length === 0) return;
  await db.$transaction((transaction) => recordIn(transaction, deliveries));
}

/** The same inside a transaction of the caller. */
export async function recordIn(transaction: Transaction, deliveries: NewDelivery[]): Promise<void> {
  const due = deliveries.filter(({ silentBecause }) => silentBecause === undefined);
  for (const [at, rows] of groupByTime(due)) {
    await transaction.delivery.updateMany({
      where: {
        workspaceId: { in: [...new Set(rows.map(({ workspaceId }) => workspaceId))] },
        key: { in: rows.map(keyOf) },
        state: 'obsolete',
        reason: { in: passingReasons },
      },
      data: { state: 'due', reason: null, dueAt: new Date(at) },
    });
  }
  // As one document: a thousand rows with their parameters one by one would take many times as long.
  await transaction.$executeRaw`
    INSERT INTO delivery (id, workspace_id, key, kind, recipient_id, subject_id, cycle_id, step,
      state, reason, due_at, expires_at)
    SELECT id, "workspaceId", key, kind, "recipientId", "subjectId", "cycleId", step,
      state::"DeliveryState", reason, "dueAt", "expiresAt"
    FROM jsonb_to_recordset(${JSON.stringify(deliveries.map(toRow))}::jsonb) AS row (id uuid,
      "workspaceId" uuid, key text, kind text, "recipientId" uuid, "subjectId" uuid,
      "cycleId" uuid, step text, state text, reason text, "dueAt" timestamptz,
      "expiresAt" timestamptz)
    ON CONFLICT (workspace_id, key) DO NOTHING`;
}

/**
 * Takes due messages for this process; no other gets the same. Out come all that are due for at most
 * `limit` people, who have waited longest, so that each can be written to once; oldest first.
 */
export async function claimDeliveries(
  db: Database,
  { workspaceId, at, limit, only = null, kinds }: ClaimSelection,
): Promise<ClaimedDelivery[]> {
  const claimedBy = randomUUID();
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
    UPDATE delivery SET state = 'claimed', claimed_by = ${claimedBy}, claimed_at = now(),
      stumbles = CASE WHEN state = 'claimed' THEN stumbles + 1 ELSE stumbles END
    WHERE id IN (SELECT id FROM free) AND recipient_id IN (SELECT id FROM people)
      AND (state IN ('due', 'held') OR (state = 'claimed'
        AND claimed_at < now() - make_interval(mins => ${claimMinutes}::int)))
    RETURNING id, kind, cycle_id AS "cycleId", recipient_id AS "recipientId",
      subject_id AS "subjectId", step, expires_at AS "expiresAt", claimed_by AS "claimedBy",
      attempts, stumbles, sent_at IS NOT NULL AS repeats`;
  // Ids begin with the time at which they were made.
  return claims.sort((one, other) => (one.id < other.id ? -1 : 1));
}

/**
 * Puts a claimed message off that could not be made; parks it as failed where that happens again and
 * again, so that it isn't in the others' way.
 */
export async function stumble(db: Database, claimed: ClaimedDelivery, at: Date): Promise<void> {
  const { id, claimedBy } = claimed;
  const stumbles = claimed.stumbles + 1;
  const minutes = stumbleWaits[stumbles - 1] ?? stumbleWaits.at(-1) ?? 0;
  const parked = { state: 'failed' as const, reason: 'keeps_failing' };
  const putOff = { state: 'due' as const, dueAt: new Date(at.getTime() + minutes * 60_000) };
  await db.delivery.updateMany({
    where: { id, claimedBy, state: 'claimed' },
    data: {
      ...(stumbles >= mostStumbles ? parked : putOff),
      stumbles,
      claimedBy: null,
      claimedAt: null,
    },
  });
}

/** Whether a message has stumbled so often that it isn't to be tried once more. */
export function isToBeParked({ stumbles }: ClaimedDelivery): boolean {
  return stumbles >= mostStumbles;
}

/** Gives a claimed message back, to be looked at again at an instant. */
export async function postpone(db: Database, claimed: ClaimedDelivery, until: Date): Promise<void> {
  const { id, claimedBy } = claimed;
  await db.delivery.updateMany({
    where: { id, claimedBy, state: 'claimed' },
    data: { state: 'due', dueAt: until, claimedBy: null, claimedAt: null },
  });
}

/** Keeps a claimed message back until its recipient wants messages again. */
export async function hold(db: Database, claimed: ClaimedDelivery, until: Date): Promise<void> {
  const { id, claimedBy } = claimed;
  await db.delivery.updateMany({
    where: { id, claimedBy, state: 'claimed' },
    data: { state: 'held', dueAt: until, claimedBy: null, claimedAt: null },
  });
}

/** Drops a claimed message; the reason is a code of ours. */
export async function drop(db: Database, claimed: ClaimedDelivery, reason: string): Promise<void> {
  const { id, claimedBy } = claimed;
  await db.delivery.updateMany({
    where: { id, claimedBy, state: 'claimed' },
    data: { state: 'obsolete', reason, claimedBy: null, claimedAt: null },
  });
}

function keyOf({ kind, cycleId, recipientId, step, keyStep }: NewDelivery): string {
  return [kind, cycleId, recipientId, keyStep ?? step].join(':');
}

function toRow(delivery: NewDelivery) {
  const { keyStep: _, silentBecause, ...row } = delivery;
  const decided =
    silentBecause === undefined
      ? { state: 'due' as const }
      : { state: 'obsolete' as const, reason: silentBecause };
  return { ...row, ...decided, id: timeOrderedId(), key: keyOf(delivery) };
}

/** A UUID of version 7, as the schema gives to the other tables' rows. */
function timeOrderedId(): string {
  const time = Date.now().toString(16).padStart(12, '0');
  return `${time.slice(0, 8)}-${time.slice(8)}-7${randomUUID().slice(15)}`;
}

function groupByTime(rows: NewDelivery[]): Map<number, NewDelivery[]> {
  const groups = new Map<number, NewDelivery[]>();
  for (const row of rows) {
    const time = row.dueAt.getTime();
    const group = groups.get(time);
    if (group) group.push(row);
    else groups.set(time, [row]);
  }
  return groups;
}
