import { addDays, dateFromDay, dayFromDate } from '../../domain/time/day.js';
import { localDay } from '../../domain/time/time-zone.js';
import type { Context } from '../context.js';
import { markForRedraw } from '../redraw-mark/index.js';
import { isBack } from './left-out.js';

/**
 * Ends the exclusions of a workspace whose people have reached the day from which they are asked again,
 * and marks what was posted about them.
 */
export async function endExclusions(context: Context, workspaceId: string): Promise<void> {
  const at = context.clock.now();
  // No zone is further ahead.
  const soon = dateFromDay(addDays(dayFromDate(at), 1));
  const found = await context.db.cycleExclusion.findMany({
    where: { workspaceId, until: { lte: soon } },
    select: { cycleId: true, personId: true, until: true, person: { select: { timeZone: true } } },
  });
  const ended = found.filter(({ until, person }) => {
    return until !== null && isBack({ until: dayFromDate(until) }, localDay(at, person.timeZone));
  });
  if (ended.length === 0) return;
  await context.db.$transaction(async (tx) => {
    const which = ended.map(({ cycleId, personId, until }) => ({ cycleId, personId, until }));
    await tx.cycleExclusion.deleteMany({ where: { workspaceId, OR: which } });
    await markForRedraw(tx, { workspaceId, personIds: ended.map(({ personId }) => personId), at });
  });
}
