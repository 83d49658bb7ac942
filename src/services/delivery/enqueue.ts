import { Prisma, type Transaction } from '../../database/index.js';

/** A decided message: reason, recipient and time. */
export interface NewDelivery {
  workspaceId: string;
  kind: string;
  cycleId: string;
  recipientId: string;
  subjectId?: string;
  step: string;
  /** The step's part of the key, where the reason is not the step itself. */
  keyStep?: string;
  dueAt: Date;
  expiresAt?: Date;
  /** Set where the decision is that nothing is to be sent; it is kept so that it stays decided. */
  silentBecause?: string;
}

/**
 * Reasons for dropping a message that may pass: the person comes back, or gets a role. Such a step
 * can be decided anew.
 */
export const passingReasons = ['left', 'no_role', 'changed'];

/** SQL for a row of `delivery`: whether its reason is decided and not open again. */
export const isDecided = Prisma.sql`
  (delivery.state <> 'obsolete' OR coalesce(delivery.reason, '') <> ALL(${passingReasons}))`;

/**
 * Records messages, one for each reason. An existing row stays as it is, unless it was dropped for
 * a passing reason: then the new decision replaces it.
 */
export async function recordDeliveries(
  db: Pick<Transaction, '$executeRaw'>,
  deliveries: NewDelivery[],
): Promise<void> {
  if (deliveries.length === 0) return;
  // One JSON document: a thousand rows with a parameter for each value would take many times as long.
  await db.$executeRaw(
    recording(Prisma.sql`
      SELECT "workspaceId" AS workspace_id, kind, "cycleId" AS cycle_id,
        "recipientId" AS recipient_id, "subjectId" AS subject_id, step, "keyStep" AS key_step,
        "dueAt" AS due_at, "expiresAt" AS expires_at, "silentBecause" AS silent_because
      FROM jsonb_to_recordset(${JSON.stringify(deliveries)}::jsonb) AS one ("workspaceId" uuid,
        kind text, "cycleId" uuid, "recipientId" uuid, "subjectId" uuid, step text, "keyStep" text,
        "dueAt" timestamptz, "expiresAt" timestamptz, "silentBecause" text)`),
  );
}

/**
 * The statement that records what a SELECT decides: a row a message, each with another key, with the
 * columns of `NewDelivery` in the database's spelling.
 */
export function recording(decided: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`
    INSERT INTO delivery (id, workspace_id, key, kind, recipient_id, subject_id, cycle_id, step,
      state, reason, due_at, expires_at)
    SELECT ${timeOrderedId}, workspace_id,
      concat_ws(':', kind, cycle_id, recipient_id, coalesce(key_step, step)), kind, recipient_id,
      subject_id, cycle_id, step,
      (CASE WHEN silent_because IS NULL THEN 'due' ELSE 'obsolete' END)::"DeliveryState",
      silent_because, due_at, expires_at
    FROM (${decided}) AS decided
    ON CONFLICT (workspace_id, key) DO UPDATE SET state = EXCLUDED.state,
      reason = EXCLUDED.reason, due_at = EXCLUDED.due_at, expires_at = EXCLUDED.expires_at
    WHERE NOT ${isDecided}`;
}

/** A UUID of version 7, as the schema gives to the other tables' rows. */
export const timeOrderedId = Prisma.sql`(
  lpad(to_hex((EXTRACT(EPOCH FROM clock_timestamp()) * 1000)::bigint), 12, '0') || '7'
  || substr(replace(gen_random_uuid()::text, '-', ''), 14))::uuid`;
