import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  closesAfter,
  comingCycles,
  cycleDates,
  datesFrom,
} from '../../../src/domain/cycle/cycle.js';
import { addDays } from '../../../src/domain/time/day.js';

const pace = {
  cadence: 'quarterly',
  firstMonth: 1,
  opensDaysBefore: 21,
  dueDaysBefore: 7,
} as const;

describe('the dates of a cycle', () => {
  it('count back from the review date', () => {
    expect(cycleDates('2027-03-24', pace)).toEqual({
      opensOn: '2027-03-03',
      dueOn: '2027-03-17',
      reviewOn: '2027-03-24',
    });
  });

  it('keep their order when the review is near', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 60 }), (daysAhead) => {
        const today = '2027-03-01';
        const reviewOn = addDays(today, daysAhead);
        const { opensOn, dueOn } = datesFrom(today, cycleDates(reviewOn, pace));
        expect(opensOn >= today && opensOn <= dueOn && dueOn < reviewOn).toBe(true);
      }),
    );
  });

  it('give at least until tomorrow, where there is a tomorrow before the review', () => {
    expect(datesFrom('2027-03-20', cycleDates('2027-03-24', pace))).toEqual({
      opensOn: '2027-03-20',
      dueOn: '2027-03-21',
      reviewOn: '2027-03-24',
    });
  });

  it('leave three weeks after the review for a late check-in', () => {
    expect(closesAfter({ reviewOn: '2027-03-24' })).toBe('2027-04-14');
  });
});

describe('the cycles that come', () => {
  it("are the running quarter's and the next one's", () => {
    expect(comingCycles(pace, '2027-01-10')).toEqual([
      {
        period: '2027-Q1',
        name: 'Q1 2027',
        opensOn: '2027-03-03',
        dueOn: '2027-03-17',
        reviewOn: '2027-03-24',
      },
      expect.objectContaining({ name: 'Q2 2027', reviewOn: '2027-06-23' }),
    ]);
  });

  it('leave out a quarter whose check-ins would be due already', () => {
    expect(comingCycles(pace, '2027-03-18').map(({ name }) => name)).toEqual(['Q2 2027']);
  });

  it('are none where the cadence is off', () => {
    expect(comingCycles({ ...pace, cadence: 'off' }, '2027-01-10')).toEqual([]);
  });
});
