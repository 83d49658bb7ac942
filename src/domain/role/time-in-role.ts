import type { Role } from '../framework/framework.js';
import type { Day } from '../time/day.js';

type Against = 'before' | 'within' | 'beyond';

/** How long a person has been in a role, compared with the years that are usual there. */
export interface TimeInRole {
  years: number;
  /** Full months on top of the years, 0 to 11. */
  months: number;
  /** Undefined where the ladder says nothing about usual years. */
  against: Against | undefined;
}

/** Returns the time from a day to today in full months; zero if the day is in the future. */
export function timeInRole(since: Day, today: Day, { years: usual }: Role): TimeInRole {
  const [year = 0, month = 0, date = 0] = since.split('-').map(Number);
  const [thisYear = 0, thisMonth = 0, thisDate = 0] = today.split('-').map(Number);
  const begun = (thisYear - year) * 12 + (thisMonth - month) - (thisDate < date ? 1 : 0);
  const all = Math.max(0, begun);
  return { years: Math.floor(all / 12), months: all % 12, against: usual && against(all, usual) };
}

function against(months: number, { from, to }: NonNullable<Role['years']>): Against {
  if (months < from * 12) return 'before';
  return to !== null && months > to * 12 ? 'beyond' : 'within';
}
