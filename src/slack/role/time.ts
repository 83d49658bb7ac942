import type { Role } from '../../domain/framework/framework.js';
import { yearsRange } from '../../domain/role/facts.js';
import { timeInRole } from '../../domain/role/time-in-role.js';
import type { Day } from '../../domain/time/day.js';
import { count, dateText } from '../ui/blocks.js';

/** "In this role for 1 year and 3 months, since 2 June 2025; usually 2–4 years." */
export function timeText(since: Day, today: Day, role: Role): string {
  const { years, months, against } = timeInRole(since, today, role);
  const parts = [
    ...(years > 0 ? [count(years, 'year')] : []),
    ...(months > 0 ? [count(months, 'month')] : []),
  ];
  const long = parts.length > 0 ? parts.join(' and ') : 'less than a month';
  const range = yearsRange(role);
  const usual = {
    before: `usually ${range}`,
    within: `within the usual time (${range})`,
    beyond: `longer than usual (${range})`,
  };
  const compared = range && against ? `; ${usual[against]}` : '';
  return `In this role for ${long}, since ${dateText(since)}${compared}.`;
}
