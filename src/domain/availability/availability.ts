import { addDays, type Day } from '../time/day.js';
import {
  instantAt,
  isWorkingDay,
  localDay,
  nextInWindow,
  type WorkingDays,
} from '../time/working-hours.js';

/**
 * When a person wants no messages: until an instant (snooze), or through a day of theirs (away).
 */
export interface Quiet {
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

/** What "Remind me later" offers. */
export const snoozeChoices = ['hour', 'tomorrow', 'three_days', 'monday'] as const;
export type SnoozeChoice = (typeof snoozeChoices)[number];

/** For how many days ahead a person can be away at most. */
const longestAwayDays = 365;

/** A person who is away for more days than these, about three months, is asked to confirm it. */
const longestUnaskedDays = 92;

const hourMs = 60 * 60 * 1000;
const monday = 1;

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
  { timeZone, snoozedUntil, awayThrough, unknownUntil }: Quiet,
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
export function reachableFrom(person: Quiet, at: Date, workingDays: WorkingDays): Date | undefined {
  return nextInWindow(unavailableUntil(person, at) ?? at, person.timeZone, workingDays);
}

/**
 * Returns the end of a snooze: in the working hours of the person, in the morning except for the
 * choice "hour". Where the workspace has no working days, the plain end of the choice.
 */
export function snoozeEnd(
  choice: SnoozeChoice,
  at: Date,
  { timeZone, workingDays }: { timeZone: string; workingDays: WorkingDays },
): Date {
  const wished = wishedEnd(choice, at, timeZone);
  return nextInWindow(wished, timeZone, workingDays) ?? wished;
}

function wishedEnd(choice: SnoozeChoice, at: Date, timeZone: string): Date {
  const today = localDay(at, timeZone);
  switch (choice) {
    case 'hour':
      return new Date(at.getTime() + hourMs);
    case 'tomorrow':
      return instantAt(addDays(today, 1), 0, timeZone);
    case 'three_days':
      return instantAt(addDays(today, 3), 0, timeZone);
    case 'monday':
      return instantAt(nextMonday(today), 0, timeZone);
  }
}

function nextMonday(today: Day): Day {
  const ahead = [1, 2, 3, 4, 5, 6, 7].map((days) => addDays(today, days));
  return ahead.find((day) => isWorkingDay(day, [monday])) ?? addDays(today, 7);
}

/**
 * Returns why a person can't be away through this day; undefined if they can. "Long": they can once
 * they have confirmed the day.
 */
export function awayProblem(through: Day, today: Day): 'past' | 'too_far' | 'long' | undefined {
  if (through < today) return 'past';
  if (through > addDays(today, longestAwayDays)) return 'too_far';
  return through > addDays(today, longestUnaskedDays) ? 'long' : undefined;
}
