/** A civil date, 'YYYY-MM-DD', without time and zone: review dates, due days, "in role since". */
export type Day = string;

/** Returns the day of a database date (midnight UTC of that day). */
export function dayFromDate(date: Date): Day {
  return date.toISOString().slice(0, 10);
}

/** Returns midnight UTC of the day, which is how the database stores it. */
export function dateFromDay(day: Day): Date {
  return new Date(`${day}T00:00:00.000Z`);
}

/** Returns the day that many days later (earlier if negative). */
export function addDays(day: Day, days: number): Day {
  const date = dateFromDay(day);
  date.setUTCDate(date.getUTCDate() + days);
  return dayFromDate(date);
}

/** Returns the number of days from one day to another; negative if the other is earlier. */
export function daysBetween(from: Day, to: Day): number {
  return Math.round((dateFromDay(to).getTime() - dateFromDay(from).getTime()) / 86_400_000);
}

/** Returns whether a text is a day from 1950 to 2199, written YYYY-MM-DD. */
export function isDay(text: string): boolean {
  if (!/^(19[5-9]|20\d|21\d)\d-\d{2}-\d{2}$/.test(text)) return false;
  const date = dateFromDay(text);
  return !Number.isNaN(date.getTime()) && dayFromDate(date) === text;
}
