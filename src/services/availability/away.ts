import { awayProblem } from '../../domain/availability/away.js';
import { type Day, dateFromDay, daysBetween, isDay } from '../../domain/time/day.js';
import { localDay } from '../../domain/time/time-zone.js';
import type { Context } from '../context.js';
import { FieldError } from '../errors/index.js';
import {
  type AvailabilityChange,
  type AvailabilityInput,
  changeAvailability,
  isAskedAgain,
} from './change.js';

/** An absence of more than three months is taken once its last day is confirmed. */
export class LongAbsenceError extends FieldError {
  override name = 'LongAbsenceError';

  constructor(
    readonly through: Day,
    /** How many days it has, with the first and the last one. */
    readonly days: number,
  ) {
    super('through', 'That is more than three months. Say once more that it is right.');
  }
}

export interface AwayInput extends AvailabilityInput {
  through: Day | undefined;
  /** The last day that the person was asked about, and said yes to. */
  confirmed?: Day | undefined;
}

/**
 * Puts all messages off through a day. Throws FieldError for a day that is past or too far, and
 * LongAbsenceError for one that is to be confirmed.
 */
export function goAway(
  context: Context,
  { through, confirmed, ...who }: AwayInput,
): Promise<AvailabilityChange> {
  return changeAvailability(context, who, ({ timeZone, at }) => {
    if (through === undefined || !isDay(through)) {
      throw new FieldError('through', 'Pick the last day on which you are away.');
    }
    const today = localDay(at, timeZone);
    const problem = awayProblem(through, today);
    if (problem === 'past') {
      throw new FieldError('through', 'That day is past. Pick today or a later day.');
    }
    if (problem === 'too_far') {
      throw new FieldError('through', 'Pick a day within a year from now.');
    }
    if (problem === 'long' && through !== confirmed) {
      throw new LongAbsenceError(through, daysBetween(today, through) + 1);
    }
    return { awayThrough: dateFromDay(through) };
  });
}

/**
 * Ends snooze and absence: waiting messages are sent, in working hours. Those that were to come again
 * afterwards don't: their reader has had them.
 */
export async function comeBack(
  context: Context,
  who: Omit<AvailabilityInput, 'message'>,
): Promise<void> {
  await changeAvailability(
    context,
    who,
    () => ({ snoozedUntil: null, awayThrough: null }),
    isAskedAgain,
  );
}
