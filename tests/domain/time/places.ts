import fc from 'fast-check';
import { type CyclePace, cycleDates, lastDayOf } from '../../../src/domain/cycle/cycle.js';
import type { CyclePlan } from '../../../src/domain/reminder/cycle-plan.js';
import { type ReminderPace, stepsOf } from '../../../src/domain/reminder/steps.js';
import { summaryDays } from '../../../src/domain/reminder/summary-days.js';
import { addDays, type Day, daysBetween } from '../../../src/domain/time/day.js';

/** Zones in which something about time is unlike elsewhere. */
export const zones = [
  'UTC',
  'America/New_York',
  // The clocks change at midnight, so that some days begin at one o'clock.
  'Africa/Cairo',
  'America/Santiago',
  'America/Havana',
  'Atlantic/Azores',
  'Asia/Beirut',
  // They change by half an hour.
  'Australia/Lord_Howe',
  // Half and three quarters of an hour.
  'Asia/Kolkata',
  'Asia/Kathmandu',
  'America/St_Johns',
  'Australia/Eucla',
  'Pacific/Chatham',
  // Both sides of the date line.
  'Pacific/Kiritimati',
  'Pacific/Apia',
  'Pacific/Pago_Pago',
  'Etc/GMT+12',
  // A name that no machine knows.
  'Nowhere/Land',
];
export const anyZone = fc.constantFrom(...zones);

/** Monday to Friday, Sunday to Thursday, one day, any days. */
export const anyWeek = fc.oneof(
  fc.constantFrom([1, 2, 3, 4, 5], [7, 1, 2, 3, 4], [3], [6], [1, 2, 3, 4, 5, 6, 7]),
  fc.uniqueArray(fc.integer({ min: 1, max: 7 }), { minLength: 1 }),
);

/** Any day of these years, and more often than others those on which something is special. */
export const anyReview: fc.Arbitrary<Day> = fc.oneof(
  fc
    .integer({ min: 0, max: daysBetween('2027-01-01', '2032-12-31') })
    .map((days) => addDays('2027-01-01', days)),
  fc
    .tuple(
      fc.constantFrom(
        // Leap days and the ends of months and years; the days on which clocks change somewhere.
        ...['2028-02-29', '2032-02-29', '2027-02-28', '2100-02-28', '2027-12-31', '2100-12-31'],
        ...['2027-03-14', '2027-03-28', '2027-04-04', '2027-04-30', '2027-09-05', '2027-11-07'],
      ),
      fc.integer({ min: -1, max: 22 }),
    )
    .map(([day, later]) => addDays(day, later)),
);

export const pace = {
  cadence: 'quarterly',
  firstMonth: 1,
  opensDaysBefore: 21,
  dueDaysBefore: 7,
  reminderDaysBefore: [14, 9, 7],
  digestDaysBefore: [14, 7, 1],
  workingDays: [1, 2, 3, 4, 5],
} satisfies CyclePace & ReminderPace;

/** A cycle with this review date in a workspace with this week. */
export function roundFor(reviewOn: Day, workingDays: readonly number[]): CyclePlan {
  const dates = cycleDates(reviewOn, pace);
  const steps = stepsOf(dates, { ...pace, workingDays });
  const lastDay = lastDayOf(dates, [dates]);
  const days = summaryDays(dates, lastDay, { workingDays });
  return { ...dates, lastDay, steps, summaryDays: days, workingDays };
}

export const anyRound = fc
  .tuple(anyReview, anyWeek)
  .map(([reviewOn, workingDays]) => roundFor(reviewOn, workingDays));
