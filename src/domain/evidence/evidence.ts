import { addDays, type Day, daysBetween } from '../time/day.js';

/** Something a person kept: what changed because of it, in their own words, and when it happened. */
export interface Evidence {
  id: string;
  /** Undefined while it is under no competency. */
  competencyKey: string | undefined;
  note: string;
  happenedOn: Day;
  /** The message's address, if it was a message and Slack gave one. */
  permalink: string | undefined;
  /** Which message it was. */
  message: SlackMessage | undefined;
  createdAt: Date;
}

/** A message by its ids in Slack; what it says is never kept. */
export interface SlackMessage {
  channelId: string;
  ts: string;
}

/** By competency key, newest first; `untagged` stands for no competency. */
export type EvidenceByCompetency = ReadonlyMap<string, readonly Evidence[]>;

export const untagged = '';

/** A note has as much room as a text field in Slack, in characters. */
export const noteLimit = 3000;

/** From the previous review date on, until the day before this one; open where one is undefined. */
export interface EvidenceWindow {
  from: Day | undefined;
  before: Day | undefined;
}

/** A cycle, as far as evidence is concerned. */
export interface ReviewDates {
  reviewOn: Day;
  opened: boolean;
}

/**
 * What belongs to the cycle that is reviewed on this day: everything since the review before it.
 * The newest cycle takes all that comes after as well, so that a late check-in misses nothing.
 * Cycles that never opened had no review and don't count.
 */
export function windowFor(reviewOn: Day, cycles: readonly ReviewDates[]): EvidenceWindow {
  const days = cycles.filter(({ opened }) => opened).map((cycle) => cycle.reviewOn);
  const isNewest = !days.some((day) => day > reviewOn);
  return { from: latest(days, reviewOn), before: isNewest ? undefined : reviewOn };
}

/** What was kept since the last review that took place by today. */
export function windowSinceLastReview(today: Day, cycles: readonly ReviewDates[]): EvidenceWindow {
  const days = cycles.filter(({ opened }) => opened).map((cycle) => cycle.reviewOn);
  return { from: latest(days, addDays(today, 1)), before: undefined };
}

export function isInside(day: Day, { from, before }: EvidenceWindow): boolean {
  return (from === undefined || day >= from) && (before === undefined || day < before);
}

/** Every piece under its competency, newest first. */
export function groupByCompetency(pieces: readonly Evidence[]): EvidenceByCompetency {
  const groups = new Map<string, Evidence[]>();
  for (const piece of [...pieces].sort(newestFirst)) {
    const key = piece.competencyKey ?? untagged;
    const group = groups.get(key);
    if (group) group.push(piece);
    else groups.set(key, [piece]);
  }
  return groups;
}

/** Fewer pieces than this say nothing about when a person kept them. */
const fewest = 3;

/** What a period is taken to be where no review came before. */
const quarterDays = 91;

/**
 * The first day of the period's last third, if all pieces are from there on: then the earlier two
 * thirds are easily forgotten. Undefined where there is nothing to hint at.
 */
export function allRecent(
  days: readonly Day[],
  { from, reviewOn }: { from: Day | undefined; reviewOn: Day },
): Day | undefined {
  if (days.length < fewest) return undefined;
  const start = from ?? addDays(reviewOn, -quarterDays);
  const lastThird = addDays(start, Math.ceil((daysBetween(start, reviewOn) * 2) / 3));
  return days.every((day) => day >= lastThird) ? lastThird : undefined;
}

/**
 * A text with a note after it; as it is, if the note stands in it already with lines of its own. If
 * both don't fit into a text field, by how many characters not.
 */
export function appendNote(text: string, note: string): { text: string } | { tooLongBy: number } {
  if (`\n${text}\n`.includes(`\n${note}\n`)) return { text };
  const before = text.trimEnd();
  const both = before === '' ? note : `${before}\n\n${note}`;
  if (both.length > noteLimit) return { tooLongBy: both.length - noteLimit };
  return { text: both };
}

function newestFirst(one: Evidence, other: Evidence): number {
  if (one.happenedOn !== other.happenedOn) return one.happenedOn < other.happenedOn ? 1 : -1;
  return other.createdAt.getTime() - one.createdAt.getTime() || (one.id < other.id ? 1 : -1);
}

/** The latest of the days that come before this one. */
function latest(days: readonly Day[], before: Day): Day | undefined {
  const earlier = days.filter((day) => day < before);
  return earlier.length > 0 ? earlier.reduce((one, day) => (day > one ? day : one)) : undefined;
}
