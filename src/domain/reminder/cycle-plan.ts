import { addDays, type Day, isDay } from '../time/day.js';
import { instantAt } from '../time/time-zone.js';
import type { WorkingTime } from '../time/working-days.js';
import { closingDays, closingStep } from './closing.js';
import type { Step } from './steps.js';

/** A cycle as the plan needs it. */
export interface CyclePlan extends WorkingTime {
  opensOn: Day;
  reviewOn: Day;
  /** The last day of the cycle, until which managers hear of open conversations. */
  lastDay: Day;
  steps: readonly Step[];
  /** On which admins get a line about it. */
  summaryDays: readonly Day[];
}

/**
 * Returns the instant from which a step's message is no longer wanted, by the calendar of the zone:
 * the first moment of the review date, or the end of the cycle for a follow-up, of the day for what
 * waits for a view, and of the days that notify of a closed cycle. A message that its reader
 * asked to have again may come until the end of the cycle.
 */
export function expiryOf(
  { reviewOn, lastDay, steps }: CyclePlan,
  { step, timeZone, repeats }: { step: string; timeZone: string; repeats: boolean },
): Date {
  if (step === closingStep) return instantAt(addDays(lastDay, closingDays + 1), 0, timeZone);
  if (isDay(step) && !repeats) return instantAt(addDays(step, 1), 0, timeZone);
  const follows = steps.some(({ kind, name }) => kind === 'follow_up' && name === step);
  return instantAt(follows || repeats ? addDays(lastDay, 1) : reviewOn, 0, timeZone);
}
