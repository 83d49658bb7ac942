import type { Cycle as CycleRow } from '../../database/index.js';
import { isOver } from '../../domain/cycle/cycle.js';
import type { Context } from '../context.js';
import { UserFacingError } from '../errors/index.js';
import { toCycle } from '../open-cycle/index.js';
import { markCycles } from '../redraw-mark/index.js';
import {
  type Change,
  type ChangeInput,
  type CycleChange,
  changeCycles,
  findRunning,
  recordCycleChange,
} from './changes.js';
import { notifyFromOf } from './news.js';

/**
 * Closes the open cycle before its end: from now on it takes no check-ins and views, and who missed
 * something gets the last word. Throws UserFacingError, having changed nothing, where it isn't open.
 */
export function closeCycle(context: Context, input: ChangeInput): Promise<CycleChange> {
  return changeCycles(context, { ...input, foresee: false }, (one) => close(one, input));
}

/** Returns what `closeCycle` would do, and changes nothing. */
export function foreseeClosing(context: Context, input: ChangeInput): Promise<CycleChange> {
  return changeCycles(context, { ...input, foresee: true }, (one) => close(one, input));
}

/**
 * Cancels a planned or open cycle: nothing of it is sent any more, and the cadence doesn't make it
 * again. What people wrote stays theirs. Throws UserFacingError, having changed nothing, where it is
 * over.
 */
export function cancelCycle(context: Context, input: ChangeInput): Promise<CycleChange> {
  return changeCycles(context, { ...input, foresee: false }, (one) => cancel(one, input));
}

/** Returns what `cancelCycle` would do, and changes nothing. */
export function foreseeCancelling(context: Context, input: ChangeInput): Promise<CycleChange> {
  return changeCycles(context, { ...input, foresee: true }, (one) => cancel(one, input));
}

async function close(change: Change, { name, by }: ChangeInput): Promise<CycleChange> {
  const { tx, at } = change;
  const closing = findRunning(change, name);
  if (!closing.openedAt) {
    throw new UserFacingError(
      `${closing.name} has not opened yet, so there is nothing to close. Cancel it to call it off.`,
    );
  }
  const data = { closedAt: at, postsClosedAt: at };
  const row = await tx.cycle.update({ where: { id: closing.id }, data });
  await markCycles(tx, [row.id], at);
  const made = { before: toCycle(closing), after: toCycle(row), doubts: [] };
  await recordCycleChange(change, by, 'cycle_closed', made);
  return made;
}

async function cancel(change: Change, { name, by }: ChangeInput): Promise<CycleChange> {
  const { tx, at } = change;
  const cancelling = findRunning(change, name);
  const open = { postsClosedAt: at, movedFrom: null, notifyFrom: notifyFromOf(at) };
  const data = { cancelledAt: at, ...(cancelling.openedAt && open) };
  const row = await tx.cycle.update({ where: { id: cancelling.id }, data });
  const again = cancelling.openedAt ? openAgain(change, cancelling) : [];
  const where = { id: { in: again.map(({ id }) => id) } };
  await tx.cycle.updateMany({ where, data: { postsClosedAt: null } });
  await markCycles(
    tx,
    [row, ...again].map(({ id }) => id),
    at,
  );
  const made = { before: toCycle(cancelling), after: toCycle(row), doubts: [] };
  await recordCycleChange(change, by, 'cycle_cancelled', made);
  return made;
}

/** The cycles that had ended where this one opened, and take late check-ins again. */
function openAgain({ rows, at }: Change, { reviewOn }: CycleRow): CycleRow[] {
  return rows.filter((row) => row.openedAt && row.reviewOn < reviewOn && !isOver(toCycle(row), at));
}
