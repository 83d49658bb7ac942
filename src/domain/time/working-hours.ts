import { TZDate } from '@date-fns/tz';
import { parseCountryHours, zoneName } from './country-hours.js';
import { addDays, type Day, dateFromDay } from './day.js';

/** A span of time; `to` is not part of it. */
interface Window {
  from: Date;
  to: Date;
}

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

/** The working hours of a workspace that has set none. */
export const usualHours = { from: 9, to: 17 };

/**
 * So many days without a working day in a row can be set at most, four weeks with the weekends around
 * them; a message waits no longer.
 */
export const longestPauseDays = 30;

/** After this many days without a working day there is none. */
const longestSearch = longestPauseDays + 1;
const knownZones = new Map<string, string>();

/** Returns the zone itself, or UTC if this machine doesn't know the name. */
export function safeZone(timeZone: string): string {
  const known = knownZones.get(timeZone);
  if (known !== undefined) return known;
  const zone = Number.isNaN(new TZDate(0, timeZone).getHours()) ? 'UTC' : timeZone;
  knownZones.set(timeZone, zone);
  return zone;
}

/** Returns the civil date in a zone at an instant. */
export function localDay(at: Date, timeZone: string): Day {
  return remembered(days, `${at.getTime()} ${timeZone}`, () => {
    const local = new TZDate(at.getTime(), safeZone(timeZone));
    const month = `${local.getMonth() + 1}`.padStart(2, '0');
    return `${local.getFullYear()}-${month}-${`${local.getDate()}`.padStart(2, '0')}`;
  });
}

/** Returns the instant at which a zone's clocks show this hour of the day. */
export function instantAt(day: Day, hour: number, timeZone: string): Date {
  const time = remembered(times, `${day} ${hour} ${timeZone}`, () => {
    const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
    return new TZDate(year, month - 1, date, hour, 0, 0, 0, safeZone(timeZone)).getTime();
  });
  return new Date(time);
}

/**
 * Returns the first instant of a day in a zone: the earlier one where clocks are set back over
 * midnight.
 */
export function beginningOf(day: Day, timeZone: string): Date {
  let time = instantAt(day, 0, timeZone).getTime();
  while (localDay(new Date(time - quarterMs), timeZone) >= day) time -= quarterMs;
  return new Date(time);
}

/** Zones differ by whole quarters of an hour. */
const quarterMs = 15 * 60 * 1000;

/**
 * A cache: planning for thousands of people asks for the same few days and hours again and again.
 */
const days = new Map<string, Day>();
const times = new Map<string, number>();
const mostRemembered = 2000;

function remembered<T>(known: Map<string, T>, key: string, find: () => T): T {
  const found = known.get(key);
  if (found !== undefined) return found;
  if (known.size >= mostRemembered) known.clear();
  const value = find();
  known.set(key, value);
  return value;
}

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

export function isWorkingDay(day: Day, { workingDays, daysOff = [] }: WorkingTime): boolean {
  const weekday = dateFromDay(day).getUTCDay();
  return workingDays.includes(weekday === 0 ? 7 : weekday) && !daysOff.includes(day);
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
