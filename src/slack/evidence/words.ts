import {
  type Evidence,
  type EvidenceByCompetency,
  untagged,
} from '../../domain/evidence/evidence.js';
import type { Competency } from '../../domain/framework/framework.js';
import type { Day } from '../../domain/time/day.js';
import { dayText, option } from '../ui/blocks.js';
import { notSure } from './ids.js';

/** The readers of evidence, and when they see it. */
export const whoSeesKept =
  'Only you see what you keep until you send your check-in. Then your manager sees as much of it as you send along.';

/** "Friday 12 February 2027". */
export function fullDay(day: Day): string {
  return `${dayText(day)} ${day.slice(0, 4)}`;
}

/** "Friday 12 February · message", the last word a link. Mrkdwn. */
export function whenAndWhere({ happenedOn, permalink }: Evidence, day = dayText): string {
  const link = permalink === undefined ? '' : ` · <${linkTarget(permalink)}|message>`;
  return `${day(happenedOn)}${link}`;
}

/** A permalink inside mrkdwn: nothing in it may end the link. */
export function linkTarget(permalink: string): string {
  return permalink.replaceAll('&', '&amp;').replace(/[<>|\s]/g, encodeURIComponent);
}

/** The options of a picker: the competencies, then "not sure yet". */
export function sortOptions(competencies: readonly Competency[]) {
  return [
    ...competencies.map(({ key, name }) => option(name, key)),
    option('Not sure yet', notSure),
  ];
}

/** Returns the evidence without one of these competencies: untagged, or tagged for another role. */
export function unsorted(kept: EvidenceByCompetency, competencies: readonly Competency[]) {
  const known = new Set(competencies.map(({ key }) => key));
  return [...kept].flatMap(([key, pieces]) => (key === untagged || !known.has(key) ? pieces : []));
}
