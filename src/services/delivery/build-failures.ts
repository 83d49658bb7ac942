import type { Database } from '../../database/index.js';
import type { ClaimedDelivery } from '../message.js';

/** After so many build failures a message is a dead letter: it may even be what crashes the processes. */
const mostBuildFailures = 8;

/** How long a message waits after each build failure, in minutes. */
const buildFailureWaits = [1, 5, 15, 60];

/**
 * Postpones a claimed message that could not be built. After too many failures in a row it becomes a
 * dead letter (state `failed`), so that it doesn't hold up the others.
 */
export async function recordBuildFailure(
  db: Database,
  claimed: ClaimedDelivery,
  at: Date,
): Promise<void> {
  const { id, claimId } = claimed;
  const buildFailures = claimed.buildFailures + 1;
  const minutes = buildFailureWaits[buildFailures - 1] ?? buildFailureWaits.at(-1) ?? 0;
  const deadLetter = { state: 'failed' as const, reason: 'keeps_failing' };
  const postponed = { state: 'due' as const, dueAt: new Date(at.getTime() + minutes * 60_000) };
  await db.delivery.updateMany({
    where: { id, claimId, state: 'claimed' },
    data: {
      ...(buildFailures >= mostBuildFailures ? deadLetter : postponed),
      buildFailures,
      claimId: null,
      claimedAt: null,
    },
  });
}

/** Whether building a message has failed so often that it isn't tried once more. */
export function isDeadLetter({ buildFailures }: ClaimedDelivery): boolean {
  return buildFailures >= mostBuildFailures;
}
