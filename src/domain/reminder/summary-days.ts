import type { CycleDates } from '../cycle/cycle.js';
import { addDays, type Day, daysBetween } from '../time/day.js';
import { sendingDay, type WorkingTime } from '../time/working-days.js';

/** Lines to admins are at least so many days apart. */
const leastDays = 4;

/**
 * Returns the working days on which admins get a line about a cycle, in their order: when it opens, on
 * the due day, and weekly from the first on until it closes, but for weeks too near to the due day or
 * the end. A day off moves one to the next working day, or to the one before where that is past the
 * cycle's last day.
 */
export function summaryDays(
  { opensOn, dueOn }: CycleDates,
  lastDay: Day,
  working: WorkingTime,
): Day[] {
  const weekly: Day[] = [];
  for (
    let day = addDays(opensOn, 7);
    daysBetween(day, lastDay) >= leastDays;
    day = addDays(day, 7)
  ) {
    if (Math.abs(daysBetween(day, dueOn)) >= leastDays) weekly.push(day);
  }
  const days = [opensOn, dueOn, ...weekly].flatMap(
    (day) => sendingDay(day, lastDay, working) ?? [],
  );
  return [...new Set(days)].filter((day) => day >= opensOn).sort();
}
