import { addDays, type Day } from '../time/day.js';

/** For how many days ahead a person can be away at most. */
const longestAwayDays = 365;

/** A person who is away for more days than these, about three months, is asked to confirm it. */
const longestUnaskedDays = 92;

/**
 * Returns why a person can't be away through this day; undefined if they can. "Long": they can once
 * they have confirmed the day.
 */
export function awayProblem(through: Day, today: Day): 'past' | 'too_far' | 'long' | undefined {
  if (through < today) return 'past';
  if (through > addDays(today, longestAwayDays)) return 'too_far';
  return through > addDays(today, longestUnaskedDays) ? 'long' : undefined;
}
