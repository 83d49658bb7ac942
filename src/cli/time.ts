import { TZDate } from '@date-fns/tz';
import { InvalidArgumentError } from 'commander';
import { type Day, isDay } from '../domain/time/day.js';
import { safeZone } from '../domain/time/time-zone.js';

/** Parses an argument that must be a day. Throws commander's usage error. */
export function parseDay(text: string): Day {
  if (isDay(text)) return text;
  throw new InvalidArgumentError('Write it as year-month-day, like 2027-03-24.');
}

const dateTime =
  /^(?<day>\d{4}-\d{2}-\d{2})(?:[T ](?<time>\d{2}:\d{2})(?::(?<seconds>\d{2})(?:\.\d+)?)?(?<zone>Z|[+-]\d{2}:\d{2})?)?$/;

/**
 * Parses an argument that must be an instant in ISO 8601; a day means its midnight. Without a zone
 * it is in `timeZone`. Throws commander's usage error.
 */
export function parseInstant(text: string, timeZone: string): Date {
  const { day = '', time = '00:00', seconds = '00', zone } = dateTime.exec(text)?.groups ?? {};
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  const inZone = new Date(`${day}T${time}:${seconds}${zone ?? 'Z'}`);
  if (!isDay(day) || hours > 23 || minutes > 59 || Number.isNaN(inZone.getTime())) {
    throw new InvalidArgumentError(
      `Write it like 2027-03-10T09:00 (then it is the time in ${timeZone}), 2027-03-10T09:00Z or 2027-03-10T09:00+01:00.`,
    );
  }
  if (zone !== undefined) return inZone;
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  return new Date(
    new TZDate(year, month - 1, date, hours, minutes, Number(seconds), timeZone).getTime(),
  );
}

/** Formats "Tue 2 Mar 2027, 10:00". */
export function instantText(at: Date, timeZone: string): string {
  const { weekday, day, month, year, hour, minute } = partsOf(at, timeZone);
  return `${weekday} ${day} ${month} ${year}, ${hour}:${minute}`;
}

/** Formats "Tue 10:00", for use beside a date. */
export function weekdayText(at: Date, timeZone: string): string {
  const { weekday, hour, minute } = partsOf(at, timeZone);
  return `${weekday} ${hour}:${minute}`;
}

function partsOf(at: Date, timeZone: string): Record<string, string> {
  const parts = new Intl.DateTimeFormat('en-GB', {
    timeZone: safeZone(timeZone),
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  }).formatToParts(at);
  return Object.fromEntries(parts.map(({ type, value }) => [type, value]));
}
