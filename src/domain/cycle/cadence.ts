import { addDays, type Day, dateFromDay, dayFromDate } from '../time/day.js';

/** How often a workspace holds reviews. */
export type Cadence = 'quarterly' | 'half_yearly' | 'yearly' | 'off';

/** One part of the workspace's year that ends with a review. */
export interface Period {
  /** Stable within a workspace: "2027-Q1", "2027-H1" or "2027". */
  key: string;
  /** The name that people read: "Q1 2027", "H1 2027" or "2027". */
  name: string;
  firstDay: Day;
  lastDay: Day;
  /** The last Wednesday at least seven days before the last day. */
  reviewOn: Day;
}

const monthsPerPeriod = { quarterly: 3, half_yearly: 6, yearly: 12 } as const;
const wednesday = 3;

/**
 * Returns the period that a day belongs to; undefined where the cadence is off. `firstMonth` is 1
 * to 12. A year that doesn't begin in January is named for the calendar year in which it ends:
 * April 2026 to March 2027 is "FY2027".
 */
export function periodOf(cadence: Cadence, firstMonth: number, day: Day): Period | undefined {
  if (cadence === 'off') return undefined;
  const length = monthsPerPeriod[cadence];
  const date = dateFromDay(day);
  const sinceYearBegan = (date.getUTCMonth() - (firstMonth - 1) + 12) % 12;
  const index = Math.floor(sinceYearBegan / length);
  const yearBegins = date.getUTCFullYear() - (date.getUTCMonth() < firstMonth - 1 ? 1 : 0);
  const firstDay = dayOf(yearBegins, firstMonth - 1 + index * length, 1);
  const lastDay = dayOf(yearBegins, firstMonth - 1 + (index + 1) * length, 0);
  const year = firstMonth === 1 ? yearBegins : yearBegins + 1;
  return {
    ...labels(cadence, year, index, firstMonth),
    firstDay,
    lastDay,
    reviewOn: reviewDay(lastDay),
  };
}

/** Returns the period right after another one. */
export function periodAfter(
  cadence: Cadence,
  firstMonth: number,
  period: Period,
): Period | undefined {
  return periodOf(cadence, firstMonth, addDays(period.lastDay, 1));
}

/**
 * Returns the last Wednesday that is at least seven days before a period's last day.
 * @internal
 */
export function reviewDay(lastDay: Day): Day {
  const latest = addDays(lastDay, -7);
  const sinceWednesday = (dateFromDay(latest).getUTCDay() - wednesday + 7) % 7;
  return addDays(latest, -sinceWednesday);
}

function labels(cadence: Exclude<Cadence, 'off'>, year: number, index: number, firstMonth: number) {
  const shownYear = firstMonth === 1 ? `${year}` : `FY${year}`;
  if (cadence === 'yearly') return { key: `${year}`, name: shownYear };
  const part = `${cadence === 'quarterly' ? 'Q' : 'H'}${index + 1}`;
  return { key: `${year}-${part}`, name: `${part} ${shownYear}` };
}

/**
 * Returns a day. `month` counts from 0 and may be above 11; day 0 is the last day of the month
 * before.
 */
function dayOf(year: number, month: number, day: number): Day {
  return dayFromDate(new Date(Date.UTC(year, month, day)));
}
