import type { Cycle as CycleRow } from '../../database/index.js';
import { hasClosed } from '../../domain/cycle/cycle.js';
import type { Day } from '../../domain/time/day.js';
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
import { findByName, parseReviewDay } from './input.js';
import { newsOf } from './news.js';
import { dateColumns } from './planned-cycles.js';

export interface MoveInput extends ChangeInput {
  reviewOn: string;
  /** The review date from which the admin wants to move it; where it is another one, nothing is moved. */
  seen?: Day | undefined;
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
export async function opened(
  context: Context,
  workspaceId: string,
  change: CycleChange,
): Promise<CycleChange> {
  await openDueCycles(context, workspaceId);
  const row = await context.db.cycle.findUniqueOrThrow({ where: { id: change.after.id } });
  return { ...change, after: toCycle(row) };
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
  members?: number | undefined;
}

export async function recorded(
  change: Change,
  by: Administrator,
  { before, row, action, members }: Made,
): Promise<CycleChange> {
  const after = toCycle(row);
  const doubts = doubtsAbout(after, change.workspace, change.today);
  await recordCycleChange(change, by, action, { before, after, members });
  return { before, after, doubts, members };
}
