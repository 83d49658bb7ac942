import type { Cycle as CycleRow, Transaction, Workspace } from '../../database/index.js';
import { periodOf } from '../../domain/cycle/cadence.js';
import { type CycleDates, cycleDates, datesFrom, laterOf } from '../../domain/cycle/cycle.js';
import { addDays, type Day, dateFromDay, dayFromDate } from '../../domain/time/day.js';
import { lastWorkingDay } from '../../domain/time/working-days.js';
import type { Clock } from '../context.js';
import { startOfDay, toCycle } from '../open-cycle/index.js';
import { ensureCycles, paceOf } from './cycles.js';

/** A planned cycle before and after a change of the cadence or of what its dates follow from. */
export interface ReplannedCycle {
  name: string;
  /** Undefined: it comes new. */
  before: CycleDates | undefined;
  /** Undefined: it comes no more. */
  after: CycleDates | undefined;
}

interface Replanning {
  workspaceId: string;
  clock: Clock;
  /** The cadence or its first month has changed: cycles of other periods come no more. */
  periodsChange: boolean;
}

/**
 * Makes the planned cycles fit the workspace's settings, after these have changed in the same
 * transaction: those that have opened stay as they are. Returns the cycles that differ.
 */
export async function replanCycles(
  tx: Transaction,
  { workspaceId, clock, periodsChange }: Replanning,
): Promise<ReplannedCycle[]> {
  const before = await plannedCycles(tx, workspaceId, clock.now());
  const workspace = await tx.workspace.findUniqueOrThrow({ where: { id: workspaceId } });
  if (periodsChange) await removeOtherPeriods(tx, workspace, clock.now());
  await redate(tx, workspace, clock.now());
  await ensureCycles({ db: tx, clock }, workspaceId);
  const after = await plannedCycles(tx, workspaceId, clock.now());
  return differences(before, after);
}

function plannedCycles(tx: Transaction, workspaceId: string, at: Date): Promise<CycleRow[]> {
  const planned = { openedAt: null, cancelledAt: null };
  const where = { workspaceId, ...planned, reviewOn: { gte: startOfDay(at) } };
  return tx.cycle.findMany({ where, orderBy: { reviewOn: 'asc' } });
}

/** A cycle that has opened stays, and stands for no period any more. */
async function removeOtherPeriods(tx: Transaction, workspace: Workspace, at: Date): Promise<void> {
  const { id: workspaceId, cadence, firstMonth } = workspace;
  const rows = await tx.cycle.findMany({ where: { workspaceId, period: { not: null } } });
  const others = rows.filter(
    ({ period, reviewOn }) => periodOf(cadence, firstMonth, dayFromDate(reviewOn))?.key !== period,
  );
  const isPlanned = ({ openedAt, cancelledAt, reviewOn }: CycleRow) =>
    openedAt === null && cancelledAt === null && reviewOn >= startOfDay(at);
  const [gone, kept] = [others.filter(isPlanned), others.filter((row) => !isPlanned(row))];
  await tx.cycle.deleteMany({ where: { id: { in: gone.map(({ id }) => id) } } });
  const data = { period: null };
  await tx.cycle.updateMany({ where: { id: { in: kept.map(({ id }) => id) } }, data });
}

/** Their dates follow anew from the review date, which is on a working day. */
async function redate(tx: Transaction, workspace: Workspace, at: Date): Promise<void> {
  const workspaceId = workspace.id;
  const where = { workspaceId, cancelledAt: null };
  const all = await tx.cycle.findMany({ where, orderBy: { reviewOn: 'asc' } });
  const today = dayFromDate(at);
  let earliest: Day = today;
  for (const row of all) {
    const before = toCycle(row);
    if (before.reviewOn < today) continue;
    if (row.openedAt === null) {
      const pace = paceOf(workspace);
      const day = lastWorkingDay(before.reviewOn, pace);
      const reviewOn = day > earliest ? day : before.reviewOn;
      const dates = datesFrom(earliest, cycleDates(reviewOn, pace));
      await tx.cycle.update({ where: { id: row.id }, data: dateColumns(dates) });
    }
    earliest = laterOf(earliest, addDays(before.reviewOn, 1));
  }
}

/** Returns the dates as the database keeps them. */
export function dateColumns({ opensOn, dueOn, reviewOn }: CycleDates) {
  return {
    opensOn: dateFromDay(opensOn),
    dueOn: dateFromDay(dueOn),
    reviewOn: dateFromDay(reviewOn),
  };
}

function differences(before: readonly CycleRow[], after: readonly CycleRow[]): ReplannedCycle[] {
  const ids = [...new Set([...before, ...after].map(({ id }) => id))];
  return ids.flatMap((id) => {
    const [was, is] = [before, after].map((rows) => rows.find((row) => row.id === id));
    const name = is?.name ?? was?.name ?? '';
    const changed = { name, before: was && datesOf(was), after: is && datesOf(is) };
    return JSON.stringify(changed.before) === JSON.stringify(changed.after) ? [] : [changed];
  });
}

function datesOf(row: CycleRow): CycleDates {
  const { opensOn, dueOn, reviewOn } = toCycle(row);
  return { opensOn, dueOn, reviewOn };
}
