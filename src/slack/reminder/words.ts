import { type Day, dateFromDay, daysBetween } from '../../domain/day.js';
import { instantAt } from '../../domain/working-hours.js';

const plainDay = new Intl.DateTimeFormat('en-GB', {
  weekday: 'short',
  day: 'numeric',
  month: 'long',
  timeZone: 'UTC',
});

/** "Wed 24 March": for notifications and wherever Slack doesn't render dates. */
export function dayText(day: Day): string {
  return plainDay.format(dateFromDay(day)).replace(',', '');
}

/**
 * A day as the reader's own language writes it. Slack renders instants, so this is the day's noon in
 * the reader's zone.
 */
export function dayToken(day: Day, timeZone: string): string {
  const noon = Math.floor(instantAt(day, 12, timeZone).getTime() / 1000);
  return `<!date^${noon}^{date_short}|${dayText(day)}>`;
}

/** "today", "tomorrow", "in 5 days"; for past days "yesterday", "5 days ago". */
export function distance(day: Day, today: Day): string {
  const days = daysBetween(today, day);
  if (days === 0) return 'today';
  if (Math.abs(days) === 1) return days > 0 ? 'tomorrow' : 'yesterday';
  return days > 0 ? `in ${days} days` : `${-days} days ago`;
}
