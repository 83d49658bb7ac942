import { type Day, daysBetween } from '../../domain/time/day.js';

/** "today", "tomorrow", "in 5 days"; for past days "yesterday", "5 days ago". */
export function distance(day: Day, today: Day): string {
  const days = daysBetween(today, day);
  if (days === 0) return 'today';
  if (Math.abs(days) === 1) return days > 0 ? 'tomorrow' : 'yesterday';
  return days > 0 ? `in ${days} days` : `${-days} days ago`;
}
