import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { reachableFrom, unavailableUntil } from '../../../src/domain/availability/availability.js';
import { awayProblem } from '../../../src/domain/availability/away.js';
import { snoozeChoices, snoozeEnd } from '../../../src/domain/availability/snooze.js';
import { addDays, dateFromDay } from '../../../src/domain/time/day.js';
import { instantAt, localDay } from '../../../src/domain/time/time-zone.js';
import { isInWindow } from '../../../src/domain/time/working-hours.js';

const week = { workingDays: [1, 2, 3, 4, 5] };
const zones = [
  'UTC',
  'America/New_York',
  'Asia/Kolkata',
  'Pacific/Chatham',
  'Pacific/Apia',
  'Pacific/Kiritimati',
];
const instants = fc
  .integer({ min: 0, max: 365 * 24 * 4 })
  .map((quarters) => new Date(Date.UTC(2027, 0, 1) + quarters * 15 * 60_000));
const places = fc.record({
  timeZone: fc.constantFrom(...zones),
  workingDays: fc.uniqueArray(fc.integer({ min: 1, max: 7 }), { minLength: 1 }),
});

describe('"Remind me later"', () => {
  /** Wednesday 10 March, 16:30 in New York. */
  const at = new Date('2027-03-10T21:30:00Z');
  const end = (choice: (typeof snoozeChoices)[number], from = at) =>
    snoozeEnd(choice, from, { timeZone: 'America/New_York', ...week }).toISOString();

  it('in an hour waits for the morning where the day is over by then', () => {
    expect(end('hour', new Date('2027-03-10T15:00:00Z'))).toBe('2027-03-10T16:00:00.000Z');
    expect(end('hour')).toBe('2027-03-11T14:00:00.000Z');
  });

  it('tomorrow is the next working morning', () => {
    expect(end('tomorrow')).toBe('2027-03-11T14:00:00.000Z');
    // On a Friday; and the clocks go forward on Sunday.
    expect(end('tomorrow', new Date('2027-03-12T15:00:00Z'))).toBe('2027-03-15T13:00:00.000Z');
  });

  it('in three days never falls on a day off', () => {
    expect(end('three_days')).toBe('2027-03-15T13:00:00.000Z');
  });

  it('next Monday is a week ahead on a Monday', () => {
    expect(end('monday')).toBe('2027-03-15T13:00:00.000Z');
    expect(end('monday', new Date('2027-03-15T15:00:00Z'))).toBe('2027-03-22T13:00:00.000Z');
  });

  it('is always later, in working hours, and no choice comes before a shorter one', () => {
    fc.assert(
      fc.property(instants, places, (from, place) => {
        const ends = snoozeChoices.map((choice) => snoozeEnd(choice, from, place));
        for (const one of ends) {
          expect(one.getTime()).toBeGreaterThan(from.getTime());
          expect(isInWindow(one, place.timeZone, place)).toBe(true);
        }
        const [hour, tomorrow, threeDays] = ends.map((one) => one.getTime());
        expect(hour).toBeLessThanOrEqual(tomorrow ?? 0);
        expect(tomorrow).toBeLessThanOrEqual(threeDays ?? 0);
      }),
    );
  });

  it('tomorrow or later begins a working day', () => {
    fc.assert(
      fc.property(instants, places, (from, place) => {
        const today = localDay(from, place.timeZone);
        for (const choice of ['tomorrow', 'three_days', 'monday'] as const) {
          const one = snoozeEnd(choice, from, place);
          const day = localDay(one, place.timeZone);
          expect(day > today).toBe(true);
          expect(one).toEqual(instantAt(day, 9, place.timeZone));
        }
      }),
    );
  });

  it('next Monday is a Monday where people work on Mondays', () => {
    fc.assert(
      fc.property(instants, fc.constantFrom(...zones), (from, timeZone) => {
        const monday = snoozeEnd('monday', from, { timeZone, ...week });
        expect(dateFromDay(localDay(monday, timeZone)).getUTCDay()).toBe(1);
      }),
    );
  });
});

describe('somebody who is away', () => {
  const away = {
    timeZone: 'UTC',
    snoozedUntil: null,
    awayThrough: '2027-03-12',
    unknownUntil: null,
  };

  it('gets nothing through their last day', () => {
    expect(unavailableUntil(away, new Date('2027-03-12T23:59:59Z'))).toEqual(
      new Date('2027-03-13T00:00:00Z'),
    );
    expect(unavailableUntil(away, new Date('2027-03-13T00:00:00Z'))).toBeUndefined();
  });

  it('is reached on the morning of the working day after it', () => {
    expect(reachableFrom(away, new Date('2027-03-10T12:00:00Z'), week)).toEqual(
      new Date('2027-03-15T09:00:00Z'),
    );
  });

  it('and snoozes is held until the later of the two', () => {
    const both = { ...away, snoozedUntil: new Date('2027-03-20T09:00:00Z') };
    expect(unavailableUntil(both, new Date('2027-03-10T12:00:00Z'))).toEqual(both.snoozedUntil);
  });

  it('can be so from today and for a year at most', () => {
    expect(awayProblem('2027-03-09', '2027-03-10')).toBe('past');
    expect(awayProblem('2027-03-10', '2027-03-10')).toBeUndefined();
    expect(awayProblem(addDays('2027-03-10', 366), '2027-03-10')).toBe('too_far');
  });

  it('is never held at the instant from which they are reachable', () => {
    const quiets = fc.record({
      snoozedUntil: fc.option(instants),
      awayThrough: fc.option(instants.map((one) => one.toISOString().slice(0, 10))),
      unknownUntil: fc.option(instants),
    });
    fc.assert(
      fc.property(instants, places, quiets, (at, { timeZone, workingDays }, quiet) => {
        const person = { timeZone, ...quiet };
        const from = reachableFrom(person, at, { workingDays });
        if (!from) throw new Error('there is a working day');
        expect(from >= at).toBe(true);
        expect(unavailableUntil(person, from)).toBeUndefined();
        expect(isInWindow(from, timeZone, { workingDays })).toBe(true);
      }),
    );
  });
});
