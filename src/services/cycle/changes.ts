import type { Cycle as CycleRow, Transaction, Workspace } from '../../database/index.js';
import { hasClosed, isShort } from '../../domain/cycle/cycle.js';
import { type Day, dateFromDay, dayFromDate } from '../../domain/time/day.js';
import { isWorkingDay } from '../../domain/time/working-days.js';
import { type Administrator, lockForAdmin, requireAdmin } from '../access/index.js';
import { recordChange } from '../audit-log/index.js';
import type { Context } from '../context.js';
import { UserFacingError } from '../errors/index.js';
import { makeOrForesee } from '../foresee.js';
import { type Cycle, toCycle } from '../open-cycle/index.js';
import { paceOf } from './cycles.js';
import { findByName } from './input.js';
import { markNextDates } from './next-dates.js';

/** A change of a cycle that an admin asks for. */
export interface ChangeInput {
  workspaceId: string;
  by: Administrator;
  /** The cycle's name, whatever its letters' case. */
  name: string;
}

/** A cycle before and after a change; what hasn't happened yet has the same form. */
export interface CycleChange {
  /** Undefined: it is new. */
  before: Cycle | undefined;
  after: Cycle;
  /** What should be asked back before it is done, a sentence each. */
  doubts: string[];
  /** How many people a new one is for, where it isn't for everybody. */
  members?: number | undefined;
}

/** What all changes work with. */
export interface Change {
  tx: Transaction;
  workspace: Workspace;
  rows: CycleRow[];
  today: Day;
  at: Date;
  /** It is only to be shown, and taken back: nothing is marked to be drawn anew. */
  isForeseen: boolean;
}

/**
 * Makes a change of a workspace's cycles on behalf of an admin; only shows it where `foresee` is set.
 * Changes come one after the other, each from what the one before has left.
 */
export function changeCycles<T = CycleChange>(
  context: Context,
  { workspaceId, by, foresee }: { workspaceId: string; by: Administrator; foresee: boolean },
  make: (change: Change) => Promise<T>,
): Promise<T> {
  const at = context.clock.now();
  const today = dayFromDate(at);
  return makeOrForesee(context, { undo: foresee }, async (tx) => {
    await (foresee ? requireAdmin : lockForAdmin)(tx, { workspaceId, by });
    const workspace = await tx.workspace.findUniqueOrThrow({ where: { id: workspaceId } });
    const where = { workspaceId };
    const rows = await tx.cycle.findMany({ where, orderBy: { reviewOn: 'asc' } });
    const made = await make({ tx, workspace, rows, today, at, isForeseen: foresee });
    if (!foresee) await markNextDates(tx, workspaceId, at);
    return made;
  });
}

/** Throws UserFacingError where a cycle takes no check-ins any more. */
export function refuseEnded({ name, cancelledAt }: CycleRow, isClosed: boolean): void {
  if (cancelledAt) {
    throw new UserFacingError(
      `${name} was cancelled. Nothing is changed; you can add another one for that date.`,
    );
  }
  if (!isClosed) return;
  throw new UserFacingError(`${name} is over: it takes no check-ins any more. Nothing is changed.`);
}

/** Returns the planned or open cycle of a name. Throws UserFacingError where there is none. */
export function findRunning({ rows, at }: Change, name: string): CycleRow {
  const found = findByName(rows, name);
  refuseEnded(found, hasClosed(toCycle(found), rows.map(toCycle), at));
  return found;
}

/** Throws UserFacingError where a cycle that has ended early has this review date. */
export function refuseTaken(reviewOn: Day, others: readonly CycleRow[]): void {
  const taken = others.find((row) => dayFromDate(row.reviewOn) === reviewOn);
  if (!taken?.cancelledAt && !taken?.closedAt) return;
  const ended = taken.cancelledAt ? 'cancelled' : 'closed';
  throw new UserFacingError(
    `${reviewOn} was the review date of ${taken.name}, which was ${ended}. Choose another day.`,
  );
}

/** Throws UserFacingError where somebody else has moved the cycle since `seen` was its review date. */
export function refuseUnseen(cycle: CycleRow, seen: Day | undefined): void {
  const reviewOn = dayFromDate(cycle.reviewOn);
  if (seen === undefined || seen === reviewOn) return;
  throw new UserFacingError(
    `Somebody else has moved ${cycle.name} to ${reviewOn} meanwhile. Nothing is changed; look at it again.`,
  );
}

const weekdays = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];

/** What is odd about a cycle's dates, a sentence each. */
export function doubtsAbout(cycle: Cycle, workspace: Workspace, today: Day): string[] {
  const { reviewOn, opensOn, dueOn } = cycle;
  const weekday = weekdays[dateFromDay(reviewOn).getUTCDay()];
  const isOff = !isWorkingDay(reviewOn, workspace);
  const first = opensOn > today ? opensOn : today;
  return [
    ...(isOff ? [`The review date ${reviewOn} is a ${weekday}, on which nobody works here.`] : []),
    ...(isShort(cycle, paceOf(workspace), today)
      ? [`There is little time for check-ins: from ${first} to ${dueOn}.`]
      : []),
  ];
}

/** Records a change of a cycle in the audit log. */
export async function recordCycleChange(
  { tx, workspace, at }: Change,
  by: Administrator,
  action: 'cycle_added' | 'cycle_moved' | 'cycle_closed' | 'cycle_cancelled',
  { before, after, members }: Omit<CycleChange, 'doubts'>,
): Promise<void> {
  await recordChange(tx, {
    ...{ workspaceId: workspace.id, by, action, subject: after.name, at },
    before: before ? `review ${before.reviewOn}` : '',
    after: `${stateText(after)}${members === undefined ? '' : `, for ${members}`}`,
  });
}

function stateText({ reviewOn, closedAt, cancelledAt }: Cycle): string {
  if (cancelledAt) return 'cancelled';
  return closedAt ? 'closed' : `review ${reviewOn}`;
}
