import type { Cycle as CycleRow } from '../../database/index.js';
import { periodOf } from '../../domain/cycle/cadence.js';
import { hasClosed } from '../../domain/cycle/cycle.js';
import { type Day, dayFromDate } from '../../domain/time/day.js';
import type { Administrator } from '../access/index.js';
import type { Context } from '../context.js';
import { toCycle } from '../open-cycle/index.js';
import { markCycles } from '../redraw-mark/index.js';
import {
  type Change,
  type ChangeInput,
  type CycleChange,
  changeCycles,
  doubtsAbout,
  recordCycleChange,
  refuseEnded,
  refuseTaken,
  refuseUnseen,
} from './changes.js';
import { openDueCycles } from './cycles.js';
import { fitIn } from './fit-in.js';
import { findByName, monthName, parseName, parseReviewDay, refuseNameTwice } from './input.js';
import { newsOf } from './news.js';
import { dateColumns } from './planned-cycles.js';

export interface AddInput {
  workspaceId: string;
  by: Administrator;
  /** "2027-03-24". */
  reviewOn: string;
  name?: string | undefined;
}

export interface MoveInput extends ChangeInput {
  reviewOn: string;
  /** The review date from which the admin wants to move it; where it is another one, nothing is moved. */
  seen?: Day | undefined;
}

/**
 * Adds a cycle beside those of the cadence; one that was planned for this date and cancelled comes
 * back. Throws UserFacingError, having changed nothing, where the date or the name can't be.
 */
export async function addCycle(context: Context, input: AddInput): Promise<CycleChange> {
  const added = await changeCycles(context, { ...input, foresee: false }, (one) => add(one, input));
  return opened(context, input.workspaceId, added);
}

/** Returns what `addCycle` would do, and changes nothing. */
export function foreseeAdding(context: Context, input: AddInput): Promise<CycleChange> {
  return changeCycles(context, { ...input, foresee: true }, (one) => add(one, input));
}

/**
 * Gives a planned or open cycle another review date, also past its quarter; the other dates follow.
 * What people wrote and which reminders they have had stays so. Throws UserFacingError, having changed
 * nothing, where the cycle is over or has moved meanwhile, or the date can't be.
 */
export async function moveCycle(context: Context, input: MoveInput): Promise<CycleChange> {
  const moved = await changeCycles(context, { ...input, foresee: false }, (one) =>
    move(one, input),
  );
  return opened(context, input.workspaceId, moved);
}

/** Returns what `moveCycle` would do, and changes nothing. */
export function foreseeMoving(context: Context, input: MoveInput): Promise<CycleChange> {
  return changeCycles(context, { ...input, foresee: true }, (one) => move(one, input));
}

/** A cycle whose first day has come is open at once. */
async function opened(
  context: Context,
  workspaceId: string,
  change: CycleChange,
): Promise<CycleChange> {
  await openDueCycles(context, workspaceId);
  const row = await context.db.cycle.findUniqueOrThrow({ where: { id: change.after.id } });
  return { ...change, after: toCycle(row) };
}

async function add(change: Change, input: AddInput): Promise<CycleChange> {
  const { tx, workspace, rows, today } = change;
  const reviewOn = parseReviewDay(input.reviewOn, today);
  const back = rows.find(
    (row) => dayFromDate(row.reviewOn) === reviewOn && row.cancelledAt && !row.openedAt,
  );
  const others = rows.filter((row) => row !== back);
  refuseTaken(reviewOn, others);
  const dates = fitIn({ workspace, reviewOn, today, moving: back, others });
  const period = periodOf(workspace.cadence, workspace.firstMonth, reviewOn);
  const isFree = period && !rows.some((row) => row.period === period.key);
  const usual = back?.name ?? (isFree ? period.name : monthName(reviewOn));
  const name = input.name === undefined ? usual : parseName(input.name);
  refuseNameTwice(name, others);
  const data = { ...dateColumns(dates), name, cancelledAt: null };
  const key = isFree ? { period: period.key } : {};
  const row = back
    ? await tx.cycle.update({ where: { id: back.id }, data })
    : await tx.cycle.create({ data: { workspaceId: workspace.id, ...key, ...data } });
  return recorded(change, input.by, { before: undefined, row, action: 'cycle_added' });
}

async function move(change: Change, input: MoveInput): Promise<CycleChange> {
  const { tx, workspace, rows, today, at } = change;
  const moving = findByName(rows, input.name);
  refuseEnded(moving, hasClosed(toCycle(moving), rows.map(toCycle), at));
  refuseUnseen(moving, input.seen);
  const reviewOn = parseReviewDay(input.reviewOn, today);
  const before = toCycle(moving);
  if (before.reviewOn === reviewOn) return { before, after: before, doubts: [] };
  const others = rows.filter((row) => row !== moving);
  refuseTaken(reviewOn, others);
  const dates = fitIn({ workspace, reviewOn, today, moving, others });
  const data = { ...dateColumns(dates), ...newsOf(moving, reviewOn, at), postsClosedAt: null };
  const row = await tx.cycle.update({ where: { id: moving.id }, data });
  await markCycles(tx, [moving.id], at);
  return recorded(change, input.by, { before, row, action: 'cycle_moved' });
}

interface Made {
  before: CycleChange['before'];
  row: CycleRow;
  action: 'cycle_added' | 'cycle_moved';
}

async function recorded(
  change: Change,
  by: Administrator,
  { before, row, action }: Made,
): Promise<CycleChange> {
  const after = toCycle(row);
  await recordCycleChange(change, by, action, { before, after });
  return { before, after, doubts: doubtsAbout(after, change.workspace, change.today) };
}
