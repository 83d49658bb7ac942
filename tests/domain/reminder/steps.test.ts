import { describe, expect, it } from 'vitest';
import { cycleDates } from '../../../src/domain/cycle/cycle.js';
import { newestStep, stepsOf } from '../../../src/domain/reminder/steps.js';

const pace = {
  workingDays: [1, 2, 3, 4, 5],
  reminderDaysBefore: [14, 9, 7],
  digestDaysBefore: [14, 7, 1],
  opensDaysBefore: 21,
  dueDaysBefore: 7,
};

/** "kind name day" of each step, for a review on this day. */
function steps(reviewOn: string, changes: Partial<typeof pace> = {}) {
  const chosen = { ...pace, ...changes };
  return stepsOf(cycleDates(reviewOn, chosen), chosen).map(
    ({ kind, name, sendsOn }) => `${kind} ${name} ${sendsOn}`,
  );
}

describe('the steps of a cycle', () => {
  it('count back from a Wednesday', () => {
    expect(steps('2027-03-24')).toEqual([
      'invitation opens 2027-03-03',
      'reminder day-14 2027-03-10',
      'digest day-14 2027-03-10',
      'reminder day-9 2027-03-15',
      'reminder day-7 2027-03-17',
      'digest day-7 2027-03-17',
      'digest day-1 2027-03-23',
      'follow_up week-1 2027-03-31',
      'follow_up week-2 2027-04-07',
      'follow_up week-3 2027-04-14',
    ]);
  });

  it('move the reminder of a due day on a Sunday to the Friday before', () => {
    expect(steps('2027-03-28')).toContain('reminder day-7 2027-03-19');
  });

  it('move the digest of a due day on a Sunday to the Monday after', () => {
    expect(steps('2027-03-28')).toContain('digest day-7 2027-03-22');
  });

  it("move the last digest before a Monday's review to the Friday before", () => {
    expect(steps('2027-03-29')).toContain('digest day-1 2027-03-26');
  });

  it('move an earlier reminder from a Saturday to the Monday after', () => {
    expect(steps('2027-03-22')).toContain('reminder day-9 2027-03-15');
  });

  it('know other working weeks', () => {
    expect(
      steps('2027-03-24', { workingDays: [7, 1, 2, 3, 4], reminderDaysBefore: [12] }),
    ).toContain('reminder day-12 2027-03-14');
  });

  it('leave out what would come on the review date or later', () => {
    const all = steps('2027-03-24', { digestDaysBefore: [0, -1], reminderDaysBefore: [] });
    expect(all.filter((step) => !step.startsWith('follow_up'))).toEqual([
      'invitation opens 2027-03-03',
    ]);
  });

  it('follow up each week for three weeks, and never after the cycle has closed', () => {
    // The week after a Sunday's review ends on a Sunday, and so does the cycle.
    expect(steps('2027-03-28').slice(-3)).toEqual([
      'follow_up week-1 2027-04-05',
      'follow_up week-2 2027-04-12',
      'follow_up week-3 2027-04-16',
    ]);
  });

  it('are only the newest one of a kind when several were missed', () => {
    const all = stepsOf(cycleDates('2027-03-24', pace), pace);
    expect(newestStep(all, 'reminder', '2027-03-16')?.name).toBe('day-9');
    expect(newestStep(all, 'reminder', '2027-03-09')).toBeUndefined();
  });
});
