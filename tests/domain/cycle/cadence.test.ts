import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type Cadence,
  periodAfter,
  periodOf,
  reviewDay,
} from '../../../src/domain/cycle/cadence.js';
import {
  addDays,
  type Day,
  dateFromDay,
  dayFromDate,
  daysBetween,
} from '../../../src/domain/time/day.js';

const days = fc
  .date({ min: new Date('1990-01-01'), max: new Date('2090-12-31'), noInvalidDate: true })
  .map(dayFromDate);
const cadences = fc.constantFrom<Exclude<Cadence, 'off'>>('quarterly', 'half_yearly', 'yearly');
const firstMonths = fc.integer({ min: 1, max: 12 });

/** The period, where the cadence is known not to be off. */
function period(cadence: Cadence, firstMonth: number, day: Day) {
  const found = periodOf(cadence, firstMonth, day);
  if (!found) throw new Error('no period');
  return found;
}

describe('the periods of a year', () => {
  it('are quarters named for the calendar year that begins in January', () => {
    expect(period('quarterly', 1, '2027-02-10')).toEqual({
      key: '2027-Q1',
      name: 'Q1 2027',
      firstDay: '2027-01-01',
      lastDay: '2027-03-31',
      reviewOn: '2027-03-24',
    });
  });

  it.each([
    ['half_yearly', 1, '2027-07-01', '2027-H2', 'H2 2027'],
    ['yearly', 1, '2027-12-31', '2027', '2027'],
    ['quarterly', 4, '2026-04-01', '2027-Q1', 'Q1 FY2027'],
    ['quarterly', 4, '2027-03-31', '2027-Q4', 'Q4 FY2027'],
    ['yearly', 10, '2026-10-01', '2027', 'FY2027'],
  ] as const)('%s from month %i: %s lies in %s', (cadence, firstMonth, day, key, name) => {
    expect(period(cadence, firstMonth, day)).toMatchObject({ key, name });
  });

  it('are none where the cadence is off', () => {
    expect(periodOf('off', 1, '2027-02-10')).toBeUndefined();
  });

  it('hold the day that was asked for, and follow each other without a gap', () => {
    fc.assert(
      fc.property(cadences, firstMonths, days, (cadence, firstMonth, day) => {
        const one = period(cadence, firstMonth, day);
        const next = periodAfter(cadence, firstMonth, one);
        expect(one.firstDay <= day && day <= one.lastDay).toBe(true);
        expect(next?.firstDay).toBe(addDays(one.lastDay, 1));
        expect(next?.key).not.toBe(one.key);
      }),
    );
  });

  it('have keys that no two periods of a workspace share', () => {
    fc.assert(
      fc.property(cadences, firstMonths, days, days, (cadence, firstMonth, day, other) => {
        const one = period(cadence, firstMonth, day);
        const two = period(cadence, firstMonth, other);
        expect(one.key === two.key).toBe(one.firstDay === two.firstDay);
      }),
    );
  });
});

describe('the review date', () => {
  it('is the last Wednesday at least seven days before the last day', () => {
    fc.assert(
      fc.property(days, (lastDay) => {
        const review = reviewDay(lastDay);
        expect(dateFromDay(review).getUTCDay()).toBe(3);
        expect(daysBetween(review, lastDay)).toBeGreaterThanOrEqual(7);
        expect(daysBetween(review, lastDay)).toBeLessThan(14);
      }),
    );
  });
});
