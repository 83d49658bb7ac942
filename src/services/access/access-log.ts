import type { Context } from '../context.js';
import type { Pair } from './relation.js';

/** Where somebody reads what another person wrote. An export is a reading of all of it. */
export type AccessSurface = 'brief' | 'history' | 'conversation' | 'evidence' | 'export';

/** One of the workspace's people, or an operator by their name on their machine. */
type Reader = Pair | (Omit<Pair, 'actorId'> & { operator: string });

interface Reading {
  surface: Exclude<AccessSurface, 'export'>;
  /** One entry for each; none for an empty list. */
  checkInIds: readonly string[];
}

/** Records that somebody reads words of the subject's; one's own are recorded for an export alone. */
export async function recordAccess(
  { db, clock }: { db: Pick<Context['db'], 'accessLogEntry'>; clock: Context['clock'] },
  reader: Reader,
  reading: Reading | { surface: 'export' },
): Promise<void> {
  const { workspaceId, subjectId } = reader;
  const [readerId, operator] =
    'operator' in reader ? [null, reader.operator] : [reader.actorId, ''];
  const { surface } = reading;
  if (readerId === subjectId && surface !== 'export') return;
  const row = { workspaceId, subjectId, readerId, operator, surface, readAt: clock.now() };
  const checkInIds = 'checkInIds' in reading ? reading.checkInIds : [null];
  await db.accessLogEntry.createMany({
    data: checkInIds.map((checkInId) => ({ ...row, checkInId })),
  });
}
