import { periodOf } from '../../domain/cycle/cadence.js';
import { type Day, dateFromDay, dayFromDate } from '../../domain/time/day.js';
import type { Administrator } from '../access/index.js';
import type { Context } from '../context.js';
import { type Cycle, toCycle } from '../open-cycle/index.js';
import { markCycles } from '../redraw-mark/index.js';
import { type Change, changeCycles, recordCycleChange } from './changes.js';
import { openDueCycles } from './cycles.js';
import { fitIn } from './fit-in.js';
import { monthName, parseName, parseReviewDay, refuseNameTwice } from './input.js';
import { newsOf } from './news.js';
import { dateColumns } from './planned-cycles.js';

export interface OpenCycleInput {
  workspaceId: string;
  by: Administrator;
  /** "2027-03-24". */
  reviewOn: string;
  name?: string | undefined;
}

export interface OpenedCycle {
  cycle: Cycle;
  /** Whether it is new, or the cadence's cycle of that period with another date or name. */
  outcome: 'added' | 'moved' | 'unchanged';
}

/**
 * Adds a cycle with this review date, or moves the cadence's cycle of the period that the date lies
 * in. It opens as many days before as the workspace has set, at once if that day has passed. Throws
 * UserFacingError, having changed nothing, where the date or the name can't be.
 */
export async function openCycle(context: Context, input: OpenCycleInput): Promise<OpenedCycle> {
  const { workspaceId, by } = input;
  const today = dayFromDate(context.clock.now());
  const reviewOn = parseReviewDay(input.reviewOn, today);
  const name = input.name === undefined ? undefined : parseName(input.name);
  const { id, outcome } = await changeCycles(
    context,
    { workspaceId, by, foresee: false },
    (change) => place(change, { by, reviewOn, name }),
  );
  await openDueCycles(context, workspaceId);
  const row = await context.db.cycle.findUniqueOrThrow({ where: { id } });
  return { cycle: toCycle(row), outcome };
}

interface CycleRequest {
  by: Administrator;
  reviewOn: Day;
  name: string | undefined;
}

async function place(
  change: Change,
  { by, reviewOn, name: wanted }: CycleRequest,
): Promise<{ id: string; outcome: OpenedCycle['outcome'] }> {
  const { tx, workspace, rows, today, at } = change;
  const period = periodOf(workspace.cadence, workspace.firstMonth, reviewOn);
  const ofPeriod = period && rows.find((row) => row.period === period.key);
  const sameDay = rows.find((row) => dayFromDate(row.reviewOn) === reviewOn);
  const isAhead = ofPeriod && ofPeriod.reviewOn >= dateFromDay(today) && !ofPeriod.cancelledAt;
  const moving = sameDay ?? (isAhead ? ofPeriod : undefined);
  const others = rows.filter((row) => row !== moving);
  const name = wanted ?? moving?.name ?? (ofPeriod || !period ? monthName(reviewOn) : period.name);
  refuseNameTwice(name, others);
  const isUnchanged = sameDay?.name === name && !sameDay.cancelledAt;
  if (sameDay && isUnchanged) return { id: sameDay.id, outcome: 'unchanged' };
  const dates =
    sameDay && !sameDay.cancelledAt
      ? toCycle(sameDay)
      : fitIn({ workspace, reviewOn, today, moving, others });
  const data = { ...dateColumns(dates), name };
  if (moving) {
    // It may be open again.
    const again = { ...newsOf(moving, reviewOn, at), postsClosedAt: null, cancelledAt: null };
    const row = await tx.cycle.update({ where: { id: moving.id }, data: { ...data, ...again } });
    await markCycles(tx, [row.id], at);
    const made = { before: toCycle(moving), after: toCycle(row) };
    await recordCycleChange(change, by, 'cycle_moved', made);
    return { id: row.id, outcome: 'moved' };
  }
  const key = period && !ofPeriod ? { period: period.key } : {};
  const row = await tx.cycle.create({ data: { workspaceId: workspace.id, ...key, ...data } });
  await recordCycleChange(change, by, 'cycle_added', { before: undefined, after: toCycle(row) });
  return { id: row.id, outcome: 'added' };
}
