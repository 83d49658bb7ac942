import { addDays, type Day } from '../time/day.js';
import {
  instantAt,
  isWorkingDay,
  localDay,
  nextInWindow,
  type WorkingDays,
} from '../time/working-hours.js';

/** Whoever asked for quiet: for a while (snooze), or through a day of theirs (away). */
export interface Quiet {
  timeZone: string;
  snoozedUntil: Date | null;
  awayThrough: Day | null;
  /** Until then their zone isn't known yet, so that nothing can come in their own working hours. */
  unknownUntil: Date | null;
}

/** How long, in hours, somebody's first message waits at most for Slack to tell their zone. */
export const longestUnknownHours = 24;

/** What "Remind me later" offers. */
export const snoozeChoices = ['hour', 'tomorrow', 'three_days', 'monday'] as const;
export type SnoozeChoice = (typeof snoozeChoices)[number];

/** How far ahead somebody can be away, in days. */
export const longestAwayDays = 365;

const hourMs = 60 * 60 * 1000;
const monday = 1;

/** Until when somebody's zone counts as unknown: until it is read, and for a day at most. */
export function unknownUntil({
  profileReadAt,
  createdAt,
}: {
  profileReadAt: Date | null;
  createdAt: Date;
}): Date | null {
  return profileReadAt ? null : new Date(createdAt.getTime() + longestUnknownHours * hourMs);
}

/** Until when nothing is sent to somebody; undefined where they can have their messages. */
export function heldUntil(
  { timeZone, snoozedUntil, awayThrough, unknownUntil }: Quiet,
  at: Date,
): Date | undefined {
  const back = awayThrough === null ? undefined : instantAt(addDays(awayThrough, 1), 0, timeZone);
  const ends = [snoozedUntil, back, unknownUntil].filter((end) => end instanceof Date);
  const last = ends.sort((one, other) => one.getTime() - other.getTime()).at(-1);
  return last && last > at ? last : undefined;
}

/** When the next message can reach somebody: at once, or when their quiet and the night are over. */
export function reachableFrom(person: Quiet, at: Date, workingDays: WorkingDays): Date | undefined {
  return nextInWindow(heldUntil(person, at) ?? at, person.timeZone, workingDays);
}

/**
 * Until when a choice puts messages off: always in the person's working hours, in mornings unless it
 * is the hour. Where the workspace has no working days, as it comes.
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

/** Why somebody can't be away through this day; undefined if they can. */
export function awayProblem(through: Day, today: Day): 'past' | 'too_far' | undefined {
  if (through < today) return 'past';
  return through > addDays(today, longestAwayDays) ? 'too_far' : undefined;
}
