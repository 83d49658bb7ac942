import type { DeliveryState } from '../../../database/index.js';
import type { Context } from '../../context.js';

/** The states of deliveries with which something may still happen, or should. */
export const openStates = ['due', 'held', 'claimed', 'unknown', 'failed'] as const;

export interface OpenDeliveries {
  counts: Record<(typeof openStates)[number], number>;
  /** How long the message that has waited longest is due already, in seconds; 0 if none is. */
  oldestDueSeconds: number;
}

/**
 * Counts what is not done, in all workspaces. One statement over an index, which touches none of the
 * messages that were sent or dropped, however many years of them there are.
 */
export async function countOpenDeliveries({
  db,
  clock,
}: Pick<Context, 'db' | 'clock'>): Promise<OpenDeliveries> {
  const now = clock.now();
  const rows = await db.$queryRaw<{ state: DeliveryState; count: number; oldest: Date | null }[]>`
    SELECT state, count(*)::int AS count, min(due_at) FILTER (WHERE due_at <= ${now}) AS oldest
    FROM delivery WHERE state IN ('due', 'held', 'claimed', 'unknown', 'failed') GROUP BY state`;
  const oldest = rows
    .filter(({ state }) => state !== 'unknown' && state !== 'failed')
    .flatMap(({ oldest }) => (oldest ? [oldest.getTime()] : []));
  const count = (state: DeliveryState) => rows.find((row) => row.state === state)?.count ?? 0;
  return {
    counts: {
      due: count('due'),
      held: count('held'),
      claimed: count('claimed'),
      unknown: count('unknown'),
      failed: count('failed'),
    },
    oldestDueSeconds: (now.getTime() - Math.min(now.getTime(), ...oldest)) / 1000,
  };
}
