import { addDays, type Day } from '../time/day.js';
import { instantAt } from '../time/time-zone.js';
import type { WorkingTime } from '../time/working-days.js';
import { nextInWindow } from '../time/working-hours.js';

/**
 * When a person wants no messages: until an instant (snooze), or through a day of theirs (away).
 */
export interface Availability {
  timeZone: string;
  snoozedUntil: Date | null;
  awayThrough: Day | null;
  /** Until then their time zone is not known yet, so their working hours are not known either. */
  unknownUntil: Date | null;
}

/**
 * For how many hours at most a first message waits for Slack to return the recipient's time zone.
 */
export const longestUnknownHours = 24;

const hourMs = 60 * 60 * 1000;
/**
 * Returns until when a person's time zone counts as unknown: until their profile is read, and for a
 * day at most.
 */
export function unknownUntil({
  profileReadAt,
  createdAt,
}: {
  profileReadAt: Date | null;
  createdAt: Date;
}): Date | null {
  return profileReadAt ? null : new Date(createdAt.getTime() + longestUnknownHours * hourMs);
}

/** Returns until when nothing is sent to a person; undefined where they can have messages now. */
export function unavailableUntil(
  { timeZone, snoozedUntil, awayThrough, unknownUntil }: Availability,
  at: Date,
): Date | undefined {
  const back = awayThrough === null ? undefined : instantAt(addDays(awayThrough, 1), 0, timeZone);
  const ends = [snoozedUntil, back, unknownUntil].filter((end) => end instanceof Date);
  const last = ends.sort((one, other) => one.getTime() - other.getTime()).at(-1);
  return last && last > at ? last : undefined;
}

/**
 * Returns the earliest instant at which a message can reach a person: now, or in their first
 * working hour after they are available again.
 */
export function reachableFrom(
  person: Availability,
  at: Date,
  working: WorkingTime,
): Date | undefined {
  return nextInWindow(unavailableUntil(person, at) ?? at, person.timeZone, working);
}
