import { z } from 'zod';
import { type CountryHours, zoneName } from '../time/country-hours.js';
import { addDays, type Day, daysBetween, isDay } from '../time/day.js';

// How a setting's value is typed. Each schema takes a text; its message says how to write it.

const weekdays = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];
const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/** A schema of a text that `read` understands; undefined where it doesn't. Its description says how to write it. */
function written<T>(how: string, read: (text: string) => T | undefined) {
  const schema = z.string().transform((text, problems) => {
    const value = read(text.trim().toLowerCase());
    if (value !== undefined) return value;
    problems.addIssue({ code: 'custom', message: how });
    return z.NEVER;
  });
  return schema.describe(how);
}

/** One of these words; `-` and `_` are the same. */
export function oneOf<T extends string>(words: readonly T[]) {
  const listed = `${words.slice(0, -1).join(', ')} or ${words.at(-1)}`;
  return written(`Write ${listed}.`, (text) =>
    words.find((word) => word === text.replaceAll('-', '_')),
  );
}

export const month = written('Write a month: 1 to 12, or its name.', (text) => {
  const named = text.length < 3 ? -1 : months.indexOf(text.slice(0, 3));
  return named < 0 ? numberIn(text, 1, 12) : named + 1;
});
export const monthText = (month: number) => `${month}`;

export function days(least: number, most: number) {
  return written(`Write a number of days from ${least} to ${most}.`, (text) =>
    numberIn(text, least, most),
  );
}

export function numberOfMonths(least: number, most: number) {
  return written(`Write a number of months from ${least} to ${most}.`, (text) =>
    numberIn(text, least, most),
  );
}

/** Some numbers of days, the longest first. */
export function listOfDays(least: number, most: number) {
  const how = `Write up to six numbers of days from ${least} to ${most}, like 14,9,7, or none.`;
  return written(how, (text) => {
    const numbers = entriesOf(text).map((entry) => numberIn(entry, least, most));
    const known = numbers.filter((number) => number !== undefined);
    if (known.length < numbers.length || known.length > 6) return undefined;
    return [...new Set(known)].sort((one, other) => other - one);
  });
}
export const listText = (list: readonly (number | string)[]) => list.join(',') || 'none';

export const week = written('Write working days like mon-fri or sun,mon,tue,wed,thu.', (text) => {
  const found = entriesOf(text).map(weekdaysOf);
  if (found.length === 0 || found.includes(undefined)) return undefined;
  return [...new Set(found.flatMap((days) => days ?? []))].sort();
});
export const weekText = (days: readonly number[]) =>
  days.map((day) => weekdays[day - 1] ?? day).join(',');

/** "fri", or "mon-fri", which may go over the end of the week. */
function weekdaysOf(text: string): number[] | undefined {
  const [first = -1, last = first, ...more] = text
    .split('-')
    .map((name) => (name.trim().length < 3 ? -1 : weekdays.indexOf(name.trim().slice(0, 3))));
  if (first < 0 || last < 0 || more.length > 0) return undefined;
  const length = ((last - first + 7) % 7) + 1;
  return Array.from({ length }, (_, nth) => ((first + nth) % 7) + 1);
}

/** Full hours; whether they end after they begin is a rule of its own, with a sentence of its own. */
export const hours = written('Write full hours like 9-17.', (text) => {
  const [, from = '', to = ''] =
    /^(\d{1,2})(?::00)? *(?:-|–|to) *(\d{1,2})(?::00)?$/.exec(text) ?? [];
  const [first, last] = [numberIn(from, 0, 23), numberIn(to, 0, 24)];
  return first === undefined || last === undefined ? undefined : { from: first, to: last };
});
export const hoursText = ({ from, to }: { from: number; to: number }) => `${from}-${to}`;

const mostCountries = 40;

/** The working hours of people by their time zone, and their weekdays where they differ too. */
export const countryHours = written(
  'Write a time zone with its hours and, where they differ, its days, like Europe/Madrid 8-15; Asia/Dubai 9-18 mon-thu, or none; 40 at most.',
  (text) => {
    if (text === 'none') return [];
    const typed = text.split(';').filter((one) => one.trim() !== '');
    const found = typed.map(oneCountry).filter((one) => one !== undefined);
    const zones = new Set(found.map(({ timeZone }) => timeZone));
    if (typed.length === 0 || found.length < typed.length || zones.size < found.length) {
      return undefined;
    }
    return found.length > mostCountries
      ? undefined
      : found.sort((one, other) => one.timeZone.localeCompare(other.timeZone, 'en'));
  },
);
export const countryHoursText = (all: readonly CountryHours[]) =>
  all
    .map(({ timeZone, from, to, days }) => {
      const hours = `${timeZone} ${hoursText({ from, to })}`;
      return days ? `${hours} ${weekText(days)}` : hours;
    })
    .join('; ') || 'none';

/** "europe/madrid 8-15 mon-fri". */
function oneCountry(text: string): CountryHours | undefined {
  const [, zone = '', time = '', week_ = ''] =
    /^(\S+)\s+(\S+(?: *(?:-|–|to) *\d\S*)?)\s*(.*)$/.exec(text.trim()) ?? [];
  const timeZone = zoneName(zone);
  const read = hours.safeParse(time);
  const days = week_ === '' ? undefined : week.safeParse(week_);
  if (timeZone === undefined || !read.success || days?.success === false) return undefined;
  return { timeZone, ...read.data, ...(days && { days: days.data }) };
}

const mostDaysOff = 400;

export const daysOff = written(
  'Write days like 2027-12-24,2027-12-27..2027-12-31, or none; 400 at most.',
  (text) => {
    const found = entriesOf(text).map(daysFromTo);
    if (found.includes(undefined)) return undefined;
    const all = [...new Set(found.flatMap((days) => days ?? []))].sort();
    return all.length > mostDaysOff ? undefined : all;
  },
);

/** "2027-12-24", or "2027-12-24..2027-12-31". */
function daysFromTo(text: string): Day[] | undefined {
  const [first = '', last = first, ...more] = text.split('..').map((day) => day.trim());
  if (!isDay(first) || !isDay(last) || more.length > 0) return undefined;
  const length = daysBetween(first, last) + 1;
  if (length < 1 || length > mostDaysOff) return undefined;
  return Array.from({ length }, (_, nth) => addDays(first, nth));
}

/** Slack ids; "slack" stands for Slack's owners and admins. */
export const slackIds = written('Write Slack ids like U024BE7LH,U0G9QF9C6, or slack.', (text) => {
  if (text === 'slack') return [];
  const ids = entriesOf(text).map((id) => id.replace(/^<@(\w+)(\|[^>]*)?>$/, '$1').toUpperCase());
  if (ids.length === 0 || ids.length > 200 || !ids.every((id) => /^[UW][A-Z0-9]{2,}$/.test(id))) {
    return undefined;
  }
  return [...new Set(ids)].sort();
});
export const slackIdsText = (ids: readonly string[]) => ids.join(',') || 'slack';

/** What commas, semicolons or spaces set apart; "none" is nothing. */
function entriesOf(text: string): string[] {
  if (text === 'none') return [];
  const entries = text.replace(/ *(-|–|\.\.) */g, '$1').split(/[,;\s]+/);
  return entries.filter((entry) => entry !== '');
}

function numberIn(text: string, least: number, most: number): number | undefined {
  if (!/^\d{1,3}$/.test(text)) return undefined;
  const number = Number(text);
  return number >= least && number <= most ? number : undefined;
}
