import { addDays, type Day } from '../time/day.js';
import { instantAt, localDay } from '../time/time-zone.js';
import { isWorkingDay, type WorkingTime } from '../time/working-days.js';
import { nextInWindow } from '../time/working-hours.js';

/** What "Remind me later" offers. */
export const snoozeChoices = ['hour', 'tomorrow', 'three_days', 'monday'] as const;
export type SnoozeChoice = (typeof snoozeChoices)[number];

const hourMs = 60 * 60 * 1000;
const monday = 1;

/**
 * Returns the end of a snooze: in the working hours of the person, in the morning except for the
 * choice "hour". Where the workspace has no working days, the plain end of the choice.
 */
export function snoozeEnd(
  choice: SnoozeChoice,
  at: Date,
  { timeZone, ...working }: WorkingTime & { timeZone: string },
): Date {
  const end = chosenEnd(choice, at, timeZone);
  return nextInWindow(end, timeZone, working) ?? end;
}

function chosenEnd(choice: SnoozeChoice, at: Date, timeZone: string): Date {
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
  return ahead.find((day) => isWorkingDay(day, { workingDays: [monday] })) ?? addDays(today, 7);
}
