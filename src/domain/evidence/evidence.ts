import { isBlank } from '../text/text.js';
import { addDays, type Day, daysBetween } from '../time/day.js';

/** A note that a person keeps for a check-in: what changed because of it, and when it happened. */
export interface Evidence {
  id: string;
  /** Undefined while it has no competency. */
  competencyKey: string | undefined;
  note: string;
  happenedOn: Day;
  /** The message's address, if it was a message and Slack returned one. */
  permalink: string | undefined;
  /** The message it was kept from, if any. */
  message: SlackMessage | undefined;
  createdAt: Date;
}

/** How much of the evidence goes along with a check-in, as its author chooses when sending it. */
export const goingAlong = ['all', 'used', 'none'] as const;

export type GoingAlong = (typeof goingAlong)[number];

/** A message by its ids in Slack; its text is never stored. */
export interface SlackMessage {
  channelId: string;
  ts: string;
}

/** By competency key, newest first; `untagged` stands for no competency. */
export type EvidenceByCompetency = ReadonlyMap<string, readonly Evidence[]>;

export const untagged = '';

/** The most characters of a note: as many as a text field in Slack takes. */
export const noteLimit = 3000;

/** From the previous review date to the day before this one; open-ended where one is undefined. */
export interface EvidenceWindow {
  from: Day | undefined;
  before: Day | undefined;
}

/** The dates of a cycle that decide which evidence belongs to it. */
export interface ReviewDates {
  reviewOn: Day;
  opened: boolean;
}

/**
 * Returns the days whose evidence belongs to the cycle with this review date: all since the review
 * before it. The newest cycle also takes everything that comes later, so that a late check-in
 * misses nothing. Cycles that never opened are ignored.
 */
export function windowFor(reviewOn: Day, cycles: readonly ReviewDates[]): EvidenceWindow {
  const days = cycles.filter(({ opened }) => opened).map((cycle) => cycle.reviewOn);
  const isNewest = !days.some((day) => day > reviewOn);
  return { from: latest(days, reviewOn), before: isNewest ? undefined : reviewOn };
}

/** Returns the days since the last review that took place by today. */
export function windowSinceLastReview(today: Day, cycles: readonly ReviewDates[]): EvidenceWindow {
  const days = cycles.filter(({ opened }) => opened).map((cycle) => cycle.reviewOn);
  return { from: latest(days, addDays(today, 1)), before: undefined };
}

/** A check-in, as far as it decides which evidence goes along with it. */
export interface Sending {
  goingAlong: GoingAlong;
  /** All that its author wrote in it. */
  texts: readonly string[];
  /** Undefined before it is sent. */
  sentAt: Date | undefined;
}

/**
 * Whether a piece goes along with a check-in: as its author chose, and nothing that they kept after
 * sending it. A piece is used where its note stands in one of the check-in's texts.
 */
export function goesAlong(piece: Evidence, { goingAlong, texts, sentAt }: Sending): boolean {
  if (sentAt && piece.createdAt > sentAt) return false;
  switch (goingAlong) {
    case 'all':
      return true;
    case 'used':
      return texts.some((text) => text.includes(piece.note.trim()));
    case 'none':
      return false;
  }
}

/** Groups evidence by competency, newest first. */
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

/** The length of a period in days where no review came before. */
const quarterDays = 91;

/**
 * Returns the first day of the period's last third if all pieces are from that day on: then the
 * earlier two thirds may have been forgotten. Undefined otherwise.
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
 * Appends a note to a text. Returns the text as it is if it contains the note already as lines of
 * its own, or the number of characters by which both together exceed a text field.
 */
export function appendNote(text: string, note: string): { text: string } | { tooLongBy: number } {
  if (`\n${text}\n`.includes(`\n${note}\n`)) return { text };
  const both = isBlank(text) ? note : `${text}\n\n${note}`;
  if (both.length > noteLimit) return { tooLongBy: both.length - noteLimit };
  return { text: both };
}

function newestFirst(one: Evidence, other: Evidence): number {
  if (one.happenedOn !== other.happenedOn) return one.happenedOn < other.happenedOn ? 1 : -1;
  return other.createdAt.getTime() - one.createdAt.getTime() || (one.id < other.id ? 1 : -1);
}

/** Returns the latest of the days before this one. */
function latest(days: readonly Day[], before: Day): Day | undefined {
  const earlier = days.filter((day) => day < before);
  return earlier.length > 0 ? earlier.reduce((one, day) => (day > one ? day : one)) : undefined;
}
