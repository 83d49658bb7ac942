import { type Database, Prisma } from '../../database/index.js';
import { isInstalled } from './refusals.js';

/** The burst after a pause: as many messages as otherwise in this time. */
const burstMs = 10_000;
/** However often Slack asks to wait, messages keep at most so many times their usual distance. */
const slowest = 8;
/** Refusals that come so shortly after each other are one: their messages left together. */
const sameRefusalMs = 5_000;
/** A planning lease lasts a minute; a little less, since clocks and timers differ. */
const leaseMs = 50_000;

/** When one message may be sent. */
export type Slot =
  /** In so many milliseconds; the time is reserved for it. */
  | { state: 'reserved'; waitMs: number }
  /**
   * It would wait for longer than `maxWaitMs`, not before so many milliseconds, or the app is uninstalled.
   * Nothing is reserved.
   */
  | { state: 'busy'; waitMs: number };

export interface SlotRequest {
  workspaceId: string;
  perMinute: number;
  /** How long the message would wait at most. */
  maxWaitMs: number;
}

/**
 * Reserves the time for one message, so that all processes together keep the workspace's rate
 * limit. Uses real time, by the database's clock: the same for all processes, and not the
 * playground's.
 */
export async function reserveSlot(
  db: Database,
  { workspaceId, perMinute, maxWaitMs }: SlotRequest,
): Promise<Slot> {
  const distance = Prisma.sql`${milliseconds(60_000 / perMinute)} * ${slowdownNow}`;
  const [slot] = await db.$queryRaw<{ waitMs: number }[]>`
    INSERT INTO workspace_scheduler AS scheduler (workspace_id, free_at)
    VALUES (${workspaceId}::uuid, clock_timestamp() - ${milliseconds(burstMs)})
    ON CONFLICT (workspace_id) DO UPDATE SET free_at = ${distance}
      + GREATEST(scheduler.free_at, clock_timestamp() - ${milliseconds(burstMs)})
    WHERE scheduler.free_at <= clock_timestamp() + ${milliseconds(maxWaitMs)}
      AND ${isInstalled(workspaceId)}
    RETURNING ${inMilliseconds(Prisma.sql`free_at - ${distance} - clock_timestamp()`)} AS "waitMs"`;
  if (slot) return { state: 'reserved', waitMs: Math.max(0, slot.waitMs) };
  const [busy] = await db.$queryRaw<{ waitMs: number }[]>`
    SELECT ${inMilliseconds(Prisma.sql`free_at - clock_timestamp()`)} AS "waitMs"
    FROM workspace_scheduler WHERE workspace_id = ${workspaceId}::uuid`;
  return { state: 'busy', waitMs: Math.max(0, busy?.waitMs ?? 0) };
}

/**
 * Slack asked the workspace to wait: no process sends before `afterMs` are over, and then slower, at
 * half the pace, and half of that if it happens again. Each minute without a refusal wins some back.
 */
export async function slowDown(
  db: Database,
  { workspaceId, afterMs }: { workspaceId: string; afterMs: number },
): Promise<void> {
  await db.$executeRaw`
    UPDATE workspace_scheduler AS scheduler SET
      free_at = GREATEST(free_at, clock_timestamp() + ${milliseconds(afterMs)}),
      limited_until = clock_timestamp() + ${milliseconds(afterMs)},
      slowdown = CASE
        WHEN limited_until > clock_timestamp() - ${milliseconds(sameRefusalMs)} THEN slowdown
        ELSE LEAST(${slowest}::float8, 2 * ${slowdownNow}) END
    WHERE workspace_id = ${workspaceId}::uuid`;
}

/**
 * Takes the planning lease of a workspace for this minute; returns true for one of any number of
 * processes. If the holder crashes, the lease expires after one minute.
 */
export async function takePlanningLease(db: Database, workspaceId: string): Promise<boolean> {
  const taken = await db.$executeRaw`
    INSERT INTO workspace_scheduler AS scheduler (workspace_id, planned_at)
    VALUES (${workspaceId}::uuid, clock_timestamp())
    ON CONFLICT (workspace_id) DO UPDATE SET planned_at = clock_timestamp()
    WHERE scheduler.planned_at IS NULL
      OR scheduler.planned_at < clock_timestamp() - ${milliseconds(leaseMs)}`;
  return taken === 1;
}

/** One less for each minute since the last refusal's wait was over, down to the usual pace. */
const slowdownNow = Prisma.sql`GREATEST(1, scheduler.slowdown - GREATEST(0,
  EXTRACT(EPOCH FROM clock_timestamp() - scheduler.limited_until)::float8 / 60))`;

function milliseconds(count: number): Prisma.Sql {
  return Prisma.sql`(${count}::float8 * interval '1 millisecond')`;
}

function inMilliseconds(interval: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`(EXTRACT(EPOCH FROM ${interval})::float8 * 1000)`;
}
