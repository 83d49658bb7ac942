import { TZDate } from '@date-fns/tz';
import type { Day } from './day.js';

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
