import type { Context } from '../context.js';
import type { Pair } from './relation.js';

/** Where somebody reads another person's check-in. */
export type AccessSurface = 'brief' | 'history' | 'conversation';

/** Records that an actor reads these check-ins of the subject's; one's own are not recorded. */
export async function recordAccess(
  { db, clock }: Pick<Context, 'db' | 'clock'>,
  { workspaceId, actorId: readerId, subjectId }: Pair,
  { checkInIds, surface }: { checkInIds: readonly string[]; surface: AccessSurface },
): Promise<void> {
  if (readerId === subjectId || checkInIds.length === 0) return;
  const readAt = clock.now();
  await db.accessLogEntry.createMany({
    data: checkInIds.map((checkInId) => ({ workspaceId, readerId, checkInId, surface, readAt })),
  });
}
