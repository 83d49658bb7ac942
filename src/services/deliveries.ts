import { randomUUID } from 'node:crypto';
import type { Database, Transaction } from '../database/index.js';
import type { SendOutcome } from './messenger.js';

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
}

/**
 * Why a message was dropped, where that may change again: somebody comes back, gets a role. Such a
 * step isn't settled and can be decided anew.
 */
export const passingReasons = ['left', 'no_role', 'changed'];

export interface ClaimSelection {
  workspaceId: string;
  at: Date;
  limit: number;
  /** Only the delivery with this id. */
  only?: string | null;
}

/** A claim whose process died is free again after so many minutes. */
const claimMinutes = 5;

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
        workspaceId: { in: rows.map(({ workspaceId }) => workspaceId) },
        key: { in: rows.map(keyOf) },
        state: 'obsolete',
        reason: { in: passingReasons },
      },
      data: { state: 'due', reason: null, dueAt: new Date(at) },
    });
  }
  await transaction.delivery.createMany({ data: deliveries.map(toRow), skipDuplicates: true });
}

/**
 * Takes due messages for this process; no other gets the same. Out come at most `limit` of them,
 * the longest due first.
 */
export async function claimDeliveries(
  db: Database,
  { workspaceId, at, limit, only = null }: ClaimSelection,
): Promise<ClaimedDelivery[]> {
  const claimedBy = randomUUID();
  // The database's own clock measures claims: it is the same for all processes.
  return db.$queryRaw<ClaimedDelivery[]>`
    UPDATE delivery SET state = 'claimed', claimed_by = ${claimedBy}, claimed_at = now()
    WHERE id IN (
      SELECT id FROM delivery
      WHERE workspace_id = ${workspaceId}::uuid AND due_at <= ${at} AND cycle_id IS NOT NULL
        AND (${only}::uuid IS NULL OR id = ${only}::uuid)
        AND (state = 'due' OR (state = 'claimed'
          AND claimed_at < now() - make_interval(mins => ${claimMinutes}::int)))
      ORDER BY due_at, id LIMIT ${limit} FOR UPDATE SKIP LOCKED
    )
    RETURNING id, kind, cycle_id AS "cycleId", recipient_id AS "recipientId",
      subject_id AS "subjectId", step, expires_at AS "expiresAt", claimed_by AS "claimedBy"`;
}

/**
 * To be called right before a message leaves: from here on it counts as possibly sent, so that a
 * crash can't send it twice. False if the claim was lost meanwhile.
 */
export async function beginSending(
  db: Database,
  { id, claimedBy }: ClaimedDelivery,
  at: Date,
): Promise<boolean> {
  const { count } = await db.delivery.updateMany({
    where: { id, state: 'claimed', claimedBy },
    data: { state: 'unknown', reason: 'sending', sentAt: at, attempts: { increment: 1 } },
  });
  return count === 1;
}

/** Records what became of a message that `beginSending` let go. */
export async function recordOutcome(
  db: Database,
  { id }: Pick<ClaimedDelivery, 'id'>,
  outcome: SendOutcome,
  at: Date,
): Promise<void> {
  await db.delivery.update({ where: { id }, data: outcomeData(outcome, at) });
}

/** Gives a claimed message back, to be looked at again at an instant. */
export async function postpone(db: Database, claimed: ClaimedDelivery, until: Date): Promise<void> {
  const { id, claimedBy } = claimed;
  await db.delivery.updateMany({
    where: { id, claimedBy, state: 'claimed' },
    data: { state: 'due', dueAt: until, claimedBy: null, claimedAt: null },
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

function outcomeData(outcome: SendOutcome, at: Date) {
  switch (outcome.state) {
    case 'sent':
      return {
        state: 'sent' as const,
        reason: null,
        slackChannelId: outcome.channelId,
        slackTs: outcome.ts,
      };
    case 'retry':
      return {
        state: 'due' as const,
        reason: null,
        sentAt: null,
        claimedBy: null,
        claimedAt: null,
        dueAt: new Date(at.getTime() + outcome.afterMs),
      };
    case 'failed':
      return { state: 'failed' as const, reason: outcome.reason, sentAt: null };
    case 'unknown':
      return { state: 'unknown' as const, reason: outcome.reason };
  }
}

function keyOf({ kind, cycleId, recipientId, step, keyStep }: NewDelivery): string {
  return [kind, cycleId, recipientId, keyStep ?? step].join(':');
}

function toRow(delivery: NewDelivery) {
  const { keyStep, silentBecause, ...row } = delivery;
  const silent = { state: 'obsolete' as const, reason: silentBecause ?? null };
  return { ...row, key: keyOf(delivery), ...(silentBecause !== undefined && silent) };
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
