import type { Context } from '../context.js';

/** Where somebody read another person's check-in. */
export type AccessSurface = 'brief' | 'brief_message' | 'history';

/** One time that somebody read a person's revealed check-in. */
export interface ListedAccess {
  reader: { id: string; slackUserId: string; name: string };
  cycleName: string;
  checkInId: string;
  surface: string;
  readAt: Date;
}

/** Notes that somebody has read these revealed check-ins of another person. Ids only. */
export async function recordAccess(
  { db, clock }: Pick<Context, 'db' | 'clock'>,
  input: {
    workspaceId: string;
    readerId: string;
    checkInIds: readonly string[];
    surface: AccessSurface;
  },
): Promise<void> {
  const { checkInIds, ...rest } = input;
  if (checkInIds.length === 0) return;
  const readAt = clock.now();
  await db.accessLogEntry.createMany({
    data: checkInIds.map((checkInId) => ({ ...rest, checkInId, readAt })),
  });
}

/** Who has read a person's check-ins, the latest first, at most a hundred; no page shows it yet. */
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
