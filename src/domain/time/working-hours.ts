import { parseCountryHours, zoneName } from './country-hours.js';
import { addDays, type Day } from './day.js';
import { instantAt, localDay } from './time-zone.js';
import { isWorkingDay, longestSearch, type WorkingTime } from './working-days.js';

/** A span of time; `to` is not part of it. */
interface Window {
  from: Date;
  to: Date;
}

/** The working hours of a workspace that has set none. */
export const usualHours = { from: 9, to: 17 };

/** Returns when people of a time zone work: as the workspace does, or by hours of their own. */
export function workingIn<Working extends Partial<WorkingTime>>(
  timeZone: string,
  working: Working,
): Working {
  const { countryHours = [] } = working;
  if (countryHours.length === 0) return working;
  const line = countryHours.find((one) => one.startsWith(`${zoneName(timeZone)} `));
  if (line === undefined) return working;
  const { from, to, days } = parseCountryHours(line);
  const hours = { workingFrom: from, workingTo: to, countryHours: [] };
  return { ...working, ...hours, ...(days && { workingDays: days }) };
}

/**
 * Returns the working hours of the day in the zone, or undefined where the date line skips the day.
 */
export function windowOf(
  day: Day,
  timeZone: string,
  working: Partial<WorkingTime> = {},
): Window | undefined {
  const { workingFrom = usualHours.from, workingTo = usualHours.to } = workingIn(timeZone, working);
  const from = instantAt(day, workingFrom, timeZone);
  if (localDay(from, timeZone) !== day) return undefined;
  return { from, to: instantAt(day, workingTo, timeZone) };
}

/** Returns whether something may be sent at this instant to a person in this zone. */
export function isInWindow(at: Date, timeZone: string, working: WorkingTime): boolean {
  const today = localDay(at, timeZone);
  if (!isWorkingDay(today, workingIn(timeZone, working))) return false;
  const window = windowOf(today, timeZone, working);
  return window !== undefined && at >= window.from && at < window.to;
}

/**
 * Returns the first instant, not before `at`, at which something may be sent; undefined where the
 * workspace has no working days.
 */
export function nextInWindow(at: Date, timeZone: string, usual: WorkingTime): Date | undefined {
  const working = workingIn(timeZone, usual);
  const today = localDay(at, timeZone);
  for (let days = 0; days <= longestSearch; days += 1) {
    const day = addDays(today, days);
    const window = isWorkingDay(day, working) ? windowOf(day, timeZone, working) : undefined;
    if (window && at < window.to) return at > window.from ? at : window.from;
  }
  return undefined;
}

/**
 * Returns the last instant, not after `at`, at which something may have been sent; undefined where
 * the workspace has no working days.
 */
export function lastInWindow(at: Date, timeZone: string, usual: WorkingTime): Date | undefined {
  const working = workingIn(timeZone, usual);
  const today = localDay(at, timeZone);
  for (let days = 0; days <= longestSearch; days += 1) {
    const day = addDays(today, -days);
    const window = isWorkingDay(day, working) ? windowOf(day, timeZone, working) : undefined;
    if (window && at >= window.from) return at < window.to ? at : new Date(window.to.getTime() - 1);
  }
  return undefined;
}
