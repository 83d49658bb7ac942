import type { Role } from '../framework/framework.js';
import type { Day } from '../time/day.js';

/** How long a person has been in a role, compared with the years that are usual there. */
export interface TimeInRole {
  years: number;
  /** Full months on top of the years, 0 to 11. */
  months: number;
  against: 'before' | 'within' | 'beyond';
}

/** Returns the time from a day to today in full months; zero if the day is in the future. */
export function timeInRole(since: Day, today: Day, { years: usual }: Role): TimeInRole {
  const [year = 0, month = 0, date = 0] = since.split('-').map(Number);
  const [thisYear = 0, thisMonth = 0, thisDate = 0] = today.split('-').map(Number);
  const begun = (thisYear - year) * 12 + (thisMonth - month) - (thisDate < date ? 1 : 0);
  const all = Math.max(0, begun);
  const tooLong = usual.to !== null && all > usual.to * 12;
  const against = all < usual.from * 12 ? 'before' : tooLong ? 'beyond' : 'within';
  return { years: Math.floor(all / 12), months: all % 12, against };
}
