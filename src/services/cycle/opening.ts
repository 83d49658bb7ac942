import type { Transaction } from '../../database/index.js';
import { periodOf } from '../../domain/cycle/cadence.js';
import { type Day, dateFromDay, dayFromDate } from '../../domain/time/day.js';
import type { Context } from '../context.js';
import { type Cycle, toCycle } from '../open-cycle/index.js';
import { markCycles } from '../redraw-mark/index.js';
import { openDueCycles } from './cycles.js';
import { fitIn } from './fit-in.js';
import { monthName, parseName, parseReviewDay, refuseNameTwice } from './input.js';
import { newsOf } from './news.js';
import { markNextDates } from './next-dates.js';
import { dateColumns } from './planned-cycles.js';

export interface OpenCycleInput {
  workspaceId: string;
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
  const { db, clock } = context;
  const today = dayFromDate(clock.now());
  const reviewOn = parseReviewDay(input.reviewOn, today);
  const name = input.name === undefined ? undefined : parseName(input.name);
  const { workspaceId } = input;
  const at = clock.now();
  const { id, outcome } = await db.$transaction(async (transaction) => {
    // Two administrators at once come one after the other.
    await transaction.$queryRaw`SELECT id FROM workspace WHERE id = ${workspaceId}::uuid FOR NO KEY UPDATE`;
    return place(transaction, { workspaceId, reviewOn, name, today, at });
  });
  await openDueCycles(context, workspaceId);
  const row = await db.cycle.findUniqueOrThrow({ where: { id } });
  return { cycle: toCycle(row), outcome };
}

interface CycleRequest {
  workspaceId: string;
  reviewOn: Day;
  name: string | undefined;
  today: Day;
  at: Date;
}

async function place(transaction: Transaction, request: CycleRequest) {
  const { workspaceId, reviewOn, today, at } = request;
  const workspace = await transaction.workspace.findUniqueOrThrow({ where: { id: workspaceId } });
  const rows = await transaction.cycle.findMany({ where: { workspaceId } });
  const period = periodOf(workspace.cadence, workspace.firstMonth, reviewOn);
  const ofPeriod = period && rows.find((row) => row.period === period.key);
  const sameDay = rows.find((row) => dayFromDate(row.reviewOn) === reviewOn);
  const isAhead = ofPeriod && ofPeriod.reviewOn >= dateFromDay(today) && !ofPeriod.cancelledAt;
  const moving = sameDay ?? (isAhead ? ofPeriod : undefined);
  const others = rows.filter((row) => row !== moving);
  const name =
    request.name ?? moving?.name ?? (ofPeriod || !period ? monthName(reviewOn) : period.name);
  refuseNameTwice(name, others);
  const isUnchanged = sameDay?.name === name && !sameDay.cancelledAt;
  if (sameDay && isUnchanged) return { id: sameDay.id, outcome: 'unchanged' as const };
  const dates =
    sameDay && !sameDay.cancelledAt
      ? toCycle(sameDay)
      : fitIn({ workspace, reviewOn, today, moving, others });
  const data = { ...dateColumns(dates), name };
  await markNextDates(transaction, workspaceId, at);
  if (moving) {
    await transaction.cycle.update({
      where: { id: moving.id },
      // It may be open again.
      data: { ...data, ...newsOf(moving, reviewOn, at), postsClosedAt: null, cancelledAt: null },
    });
    await markCycles(transaction, [moving.id], at);
    return { id: moving.id, outcome: 'moved' as const };
  }
  const key = period && !ofPeriod ? { period: period.key } : {};
  const { id } = await transaction.cycle.create({ data: { workspaceId, ...key, ...data } });
  return { id, outcome: 'added' as const };
}
