import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Cadence, periodAfter, periodOf } from '../../../src/domain/cycle/cadence.js';
import { comingCycles, cycleDates } from '../../../src/domain/cycle/cycle.js';
import { stepsOf } from '../../../src/domain/reminder/steps.js';
import { addDays, daysBetween, isDay } from '../../../src/domain/time/day.js';
import { isWorkingDay } from '../../../src/domain/time/working-days.js';
import { anyReview, anyWeek, pace } from './places.js';

const sentOn = (reviewOn: string, workingDays = pace.workingDays) =>
  stepsOf(cycleDates(reviewOn, pace), { ...pace, workingDays }).map(
    ({ kind, name, sendsOn }) => `${kind} ${name} ${sendsOn}`,
  );

describe('the dates of a cycle', () => {
  it('count back over a leap day', () => {
    expect(cycleDates('2028-03-21', pace).opensOn).toBe('2028-02-29');
    expect(cycleDates('2027-03-21', pace).opensOn).toBe('2027-02-28');
  });

  it('count back from a review on a leap day', () => {
    expect(cycleDates('2028-02-29', pace)).toMatchObject({
      opensOn: '2028-02-08',
      dueOn: '2028-02-22',
    });
  });

  it('know that 2100 has no leap day', () => {
    expect(cycleDates('2100-03-01', pace)).toMatchObject({
      opensOn: '2100-02-08',
      dueOn: '2100-02-22',
    });
    expect(isDay('2100-02-29')).toBe(false);
  });

  it('are days of the calendar, three weeks and one week before whatever review', () => {
    fc.assert(
      fc.property(anyReview, (reviewOn) => {
        const { opensOn, dueOn } = cycleDates(reviewOn, pace);
        expect(isDay(opensOn) && isDay(dueOn)).toBe(true);
        expect([daysBetween(opensOn, reviewOn), daysBetween(dueOn, reviewOn)]).toEqual([21, 7]);
      }),
    );
  });

  it.each(['quarterly', 'half_yearly', 'yearly'] as const)(
    'that come %s never overlap',
    (cadence) => {
      fc.assert(
        fc.property(anyReview, fc.integer({ min: 1, max: 12 }), (day, firstMonth) => {
          const [first, second] = reviews(cadence, firstMonth, day);
          expect(cycleDates(second, pace).opensOn > first).toBe(true);
          const coming = comingCycles({ ...pace, cadence, firstMonth }, day);
          expect(coming.length).toBeGreaterThan(0);
          for (const { dueOn } of coming) expect(dueOn >= day).toBe(true);
        }),
      );
    },
  );
});

describe('the steps of a cycle', () => {
  it('before a review on a Saturday are over on its Friday', () => {
    expect(sentOn('2027-03-27')).toEqual([
      'invitation opens 2027-03-08',
      'reminder day-14 2027-03-15',
      'digest day-14 2027-03-15',
      'reminder day-9 2027-03-18',
      'reminder day-7 2027-03-19',
      'digest day-7 2027-03-22',
      'digest day-1 2027-03-26',
      'follow_up week-1 2027-04-05',
      'follow_up week-2 2027-04-12',
      'follow_up week-3 2027-04-16',
    ]);
  });

  it('go out from Sunday to Thursday where that is the week', () => {
    expect(sentOn('2027-03-26', [7, 1, 2, 3, 4])).toContain('digest day-1 2027-03-25');
    expect(sentOn('2027-03-28', [7, 1, 2, 3, 4])).toContain('digest day-1 2027-03-25');
    expect(sentOn('2027-03-28', [7, 1, 2, 3, 4])).toContain('reminder day-14 2027-03-14');
  });

  it('gather on the one working day of a week that has one', () => {
    expect(sentOn('2027-03-24', [1])).toEqual([
      'invitation opens 2027-03-08',
      'reminder day-14 2027-03-15',
      'digest day-14 2027-03-15',
      'reminder day-9 2027-03-15',
      'reminder day-7 2027-03-15',
      'digest day-7 2027-03-22',
      'digest day-1 2027-03-22',
      'follow_up week-1 2027-04-05',
      'follow_up week-2 2027-04-12',
      'follow_up week-3 2027-04-12',
    ]);
  });

  it('are none in a workspace that never works', () => {
    expect(sentOn('2027-03-24', [])).toEqual([]);
  });

  it('fall on working days, in their order, and before the review unless they follow it up', () => {
    fc.assert(
      fc.property(anyReview, anyWeek, (reviewOn, workingDays) => {
        const dates = cycleDates(reviewOn, pace);
        const steps = stepsOf(dates, { ...pace, workingDays });
        for (const [nth, { kind, sendsOn }] of steps.entries()) {
          expect(isDay(sendsOn) && isWorkingDay(sendsOn, { workingDays })).toBe(true);
          expect(sendsOn >= (kind === 'follow_up' ? reviewOn : dates.opensOn)).toBe(true);
          expect(sendsOn < reviewOn || kind === 'follow_up').toBe(true);
          if (kind === 'reminder') expect(sendsOn <= dates.dueOn).toBe(true);
          const earlier = steps.slice(0, nth).filter((step) => step.kind === kind);
          for (const step of earlier) expect(step.sendsOn <= sendsOn).toBe(true);
        }
      }),
      { numRuns: 500 },
    );
  });

  it('are all there where a working day lies between the opening and the day after which they are too late', () => {
    fc.assert(
      fc.property(anyReview, anyWeek, (reviewOn, workingDays) => {
        const dates = cycleDates(reviewOn, pace);
        const works = (until: string) =>
          Array.from({ length: daysBetween(dates.opensOn, until) + 1 }, (_, days) =>
            addDays(dates.opensOn, days),
          ).some((day) => isWorkingDay(day, { workingDays }));
        const wanted = [
          ...(works(addDays(reviewOn, -1))
            ? ['invitation opens', 'digest day-14', 'digest day-7', 'digest day-1']
            : []),
          ...(works(dates.dueOn) ? ['reminder day-14', 'reminder day-9', 'reminder day-7'] : []),
        ];
        const there = stepsOf(dates, { ...pace, workingDays }).map(
          ({ kind, name }) => `${kind} ${name}`,
        );
        expect(there).toEqual(expect.arrayContaining(wanted));
      }),
    );
  });
});

/** The review dates of the period that a day lies in, and of the next one. */
function reviews(cadence: Exclude<Cadence, 'off'>, firstMonth: number, day: string) {
  const first = periodOf(cadence, firstMonth, day);
  const second = first && periodAfter(cadence, firstMonth, first);
  if (!first || !second) throw new Error('no period');
  return [first.reviewOn, second.reviewOn] as const;
}
