import { firstNames, type TwoNames } from '../../domain/person/first-names.js';
import { type Day, daysBetween } from '../../domain/time/day.js';
import { escapeMrkdwn, mention } from './blocks.js';

interface Named {
  name: string;
  slackUserId: string;
}

/** Returns the person's name, or a mention where it is unknown. Mrkdwn. */
export function displayName({ name, slackUserId }: Named): string {
  return name ? escapeMrkdwn(name) : mention(slackUserId);
}

const longestName = 40;

/** A name within a sentence; a mention where it is missing or long. Mrkdwn. */
export function shortName({ name, slackUserId }: Named): string {
  return displayName({ name: name.length <= longestName ? name : '', slackUserId });
}

/** A report and their manager where both have been named: by first names, a mention for a missing one. Mrkdwn. */
export function namesOfTwo({ report, manager }: { report: Named; manager: Named }): TwoNames {
  const first = firstNames({ report: report.name, manager: manager.name });
  return {
    report: shortName({ ...report, name: first.report }),
    manager: shortName({ ...manager, name: first.manager }),
  };
}

/** "today", "tomorrow", "in 5 days"; for past days "yesterday", "5 days ago". */
export function distance(day: Day, today: Day): string {
  const days = daysBetween(today, day);
  if (days === 0) return 'today';
  if (Math.abs(days) === 1) return days > 0 ? 'tomorrow' : 'yesterday';
  return days > 0 ? `in ${days} days` : `${-days} days ago`;
}

const mostNames = 10;

/** "Rosa", "Rosa and Teo", "Rosa, Teo and 3 more", for a sentence. Mrkdwn. */
export function listOfNames(people: readonly Named[]): string {
  const names = people.slice(0, mostNames).map(shortName);
  const more = people.length - names.length;
  const parts = more > 0 ? [...names, `${more} more`] : names;
  const last = parts.at(-1) ?? '';
  return parts.length < 2 ? last : `${parts.slice(0, -1).join(', ')} and ${last}`;
}
