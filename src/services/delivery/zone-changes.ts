import type { Transaction } from '../../database/index.js';
import { announceDelayMinutes } from '../../domain/conversation/conversation.js';

/**
 * Reschedules waiting messages after people's time zones changed or were read for the first time:
 * what waits for an hour of the old zone is decided again soon, and then waits for the new zone's.
 * A message that is due sooner anyway stays: it waits for a record to be complete, or for Slack.
 */
export async function fitToZones(
  tx: Transaction,
  { workspaceId, personIds, at }: { workspaceId: string; personIds: string[]; at: Date },
): Promise<void> {
  if (personIds.length === 0) return;
  const soon = new Date(at.getTime() + announceDelayMinutes * 60_000);
  await tx.delivery.updateMany({
    where: {
      workspaceId,
      recipientId: { in: personIds },
      state: { in: ['due', 'held'] },
      dueAt: { gt: soon },
    },
    data: { dueAt: soon },
  });
}

/** Whether a profile puts somebody into another zone, or into one for the first time. */
export function isZoneChanged(
  before: { timeZone: string; profileReadAt: Date | null },
  { timeZone }: { timeZone: string },
): boolean {
  return before.profileReadAt === null || before.timeZone !== timeZone;
}
