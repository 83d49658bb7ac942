import type { Cycle as CycleRow } from '../../database/index.js';
import { type Day, dateFromDay } from '../../domain/time/day.js';

/** A second change within these minutes is part of the same message. */
const delayMs = 10 * 60_000;

/** Returns from when on people are notified of a change that was made at this instant. */
export function notifyFromOf(at: Date): Date {
  return new Date(at.getTime() + delayMs);
}

/**
 * Returns what of a move people are yet to be notified of: nothing of a cycle that hasn't opened, and
 * nothing where it is back at the date that they know.
 */
export function newsOf(
  before: CycleRow,
  reviewOn: Day,
  at: Date,
): Pick<CycleRow, 'movedFrom' | 'notifyFrom'> {
  const known = before.movedFrom ?? before.reviewOn;
  const isNews = before.openedAt !== null && known.getTime() !== dateFromDay(reviewOn).getTime();
  return isNews
    ? { movedFrom: known, notifyFrom: notifyFromOf(at) }
    : { movedFrom: null, notifyFrom: null };
}
