import { addDays, type Day, dateFromDay } from './day.js';

/** When a workspace works: messages are sent only then, by the recipient's own clock. */
export interface WorkingTime {
  /** ISO weekdays, 1 is Monday. */
  workingDays: readonly number[];
  /** The full hours between which messages are sent; nine and five if left out. */
  workingFrom?: number;
  workingTo?: number;
  /** Days on which nothing is sent, whatever their weekday. */
  daysOff?: readonly Day[];
  /** The lines of `countryHoursLine` for time zones with hours or weekdays of their own. */
  countryHours?: readonly string[];
}

/**
 * So many days without a working day in a row can be set at most, four weeks with the weekends around
 * them; a message waits no longer.
 */
export const longestPauseDays = 30;

/** After this many days without a working day there is none. */
export const longestSearch = longestPauseDays + 1;

export function isWorkingDay(day: Day, { workingDays, daysOff = [] }: WorkingTime): boolean {
  const weekday = dateFromDay(day).getUTCDay();
  return workingDays.includes(weekday === 0 ? 7 : weekday) && !daysOff.includes(day);
}

/** Returns the day or the last working day before it; the day itself without working days. */
export function lastWorkingDay(day: Day, { workingDays, ...off }: Partial<WorkingTime>): Day {
  if (workingDays === undefined) return day;
  return nearestWorkingDay(day, -1, { workingDays, ...off }) ?? day;
}

/**
 * Returns the working day on which something for `day` is sent: the day itself, else the next
 * working day or, where that would be after `latest`, the one before. Undefined without working
 * days.
 */
export function sendingDay(day: Day, latest: Day, working: WorkingTime): Day | undefined {
  const next = nearestWorkingDay(day, 1, working);
  if (next !== undefined && next <= latest) return next;
  return nearestWorkingDay(earlier(day, latest), -1, working);
}

function nearestWorkingDay(day: Day, step: 1 | -1, working: WorkingTime): Day | undefined {
  for (let days = 0; days <= longestSearch; days += 1) {
    const candidate = addDays(day, days * step);
    if (isWorkingDay(candidate, working)) return candidate;
  }
  return undefined;
}

function earlier(one: Day, other: Day): Day {
  return one < other ? one : other;
}
