import type { Context } from '../context.js';
import type { Pair } from './relation.js';

/** Where somebody reads another person's check-in. */
export type AccessSurface = 'brief' | 'brief_message' | 'history';

/** One time that somebody read a person's revealed check-in. */
export interface ListedAccess {
  reader: { id: string; slackUserId: string; name: string };
  cycleName: string;
  checkInId: string;
  surface: string;
  readAt: Date;
}

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

/** The readings of a person's check-ins, the latest first, at most a hundred; no page shows them yet. */
export async function listAccess(
  { db }: Pick<Context, 'db'>,
  { workspaceId, personId }: { workspaceId: string; personId: string },
): Promise<ListedAccess[]> {
  const rows = await db.accessLogEntry.findMany({
    where: { workspaceId, checkIn: { personId } },
    include: {
      reader: { select: { id: true, slackUserId: true, name: true } },
      checkIn: { select: { cycle: { select: { name: true } } } },
    },
    orderBy: [{ readAt: 'desc' }, { id: 'desc' }],
    take: 100,
  });
  return rows.map(({ reader, checkIn, checkInId, surface, readAt }) => ({
    reader,
    cycleName: checkIn.cycle.name,
    checkInId,
    surface,
    readAt,
  }));
}
