import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { unavailableUntil } from '../../../src/domain/availability/availability.js';
import { snoozeChoices, snoozeEnd } from '../../../src/domain/availability/snooze.js';
import { addDays } from '../../../src/domain/time/day.js';
import { beginningOf, instantAt, localDay } from '../../../src/domain/time/time-zone.js';
import { windowOf } from '../../../src/domain/time/working-hours.js';
import { anyReview, anyWeek, anyZone } from './places.js';

const hourMs = 60 * 60 * 1000;
const begins = (day: string, zone: string) => instantAt(day, 0, zone).toISOString();

describe("a zone's day", () => {
  it('begins at the first instant that its calendar shows it, whatever the clocks do', () => {
    fc.assert(
      fc.property(anyReview, anyZone, (day, zone) => {
        const start = instantAt(day, 0, zone);
        expect(localDay(start, zone)).toBe(day);
        expect(localDay(new Date(start.getTime() - 1), zone)).toBe(addDays(day, -1));
      }),
      { numRuns: 500 },
    );
  });

  it('begins at one where the clocks go forward at midnight', () => {
    expect(begins('2027-04-30', 'Africa/Cairo')).toBe('2027-04-29T22:00:00.000Z');
    expect(begins('2027-03-28', 'Atlantic/Azores')).toBe('2027-03-28T01:00:00.000Z');
    expect(begins('2027-09-05', 'America/Santiago')).toBe('2027-09-05T04:00:00.000Z');
  });

  it('begins with the first of two midnights where the clocks go back to it', () => {
    expect(begins('2027-11-07', 'America/Havana')).toBe('2027-11-07T04:00:00.000Z');
    expect(beginningOf('2027-11-07', 'America/Havana').toISOString()).toBe(
      '2027-11-07T04:00:00.000Z',
    );
    expect(beginningOf('2021-10-29', 'Asia/Amman').toISOString()).toBe('2021-10-28T21:00:00.000Z');
  });

  it('begins at the instant before which it was an earlier day', () => {
    fc.assert(
      fc.property(
        anyReview,
        anyZone,
        fc.integer({ min: -3000, max: 3000 }),
        (day, zone, minutes) => {
          const start = beginningOf(day, zone);
          const at = new Date(start.getTime() + minutes * 60_000);
          expect(localDay(at, zone) < day).toBe(at < start);
        },
      ),
      { numRuns: 500 },
    );
  });

  it('has nothing of a day that the date line swallowed', () => {
    expect(begins('2011-12-30', 'Pacific/Apia')).toBe(begins('2011-12-31', 'Pacific/Apia'));
  });

  it('has eight working hours, on days on which the clocks change as well', () => {
    fc.assert(
      fc.property(anyReview, anyZone, (day, zone) => {
        const { from, to } = windowOf(day, zone) ?? { from: new Date(0), to: new Date(0) };
        expect((to.getTime() - from.getTime()) / hourMs).toBe(8);
        expect(localDay(from, zone)).toBe(day);
      }),
      { numRuns: 500 },
    );
  });

  it('begins half an hour later in UTC once Lord Howe has gone back by half an hour', () => {
    const from = (day: string) => windowOf(day, 'Australia/Lord_Howe')?.from.toISOString();
    expect(from('2027-04-03')).toBe('2027-04-02T22:00:00.000Z');
    expect(from('2027-04-04')).toBe('2027-04-03T22:30:00.000Z');
  });

  it.each([
    ['Asia/Kolkata', '2027-03-03T03:30:00.000Z'],
    ['Asia/Kathmandu', '2027-03-03T03:15:00.000Z'],
    ['Australia/Eucla', '2027-03-03T00:15:00.000Z'],
    ['Pacific/Chatham', '2027-03-02T19:15:00.000Z'],
    ['Pacific/Kiritimati', '2027-03-02T19:00:00.000Z'],
    ['Pacific/Pago_Pago', '2027-03-03T20:00:00.000Z'],
    ['Etc/GMT+12', '2027-03-03T21:00:00.000Z'],
  ])('of 3 March has its nine o’clock in %s at %s', (zone, at) => {
    expect(windowOf('2027-03-03', zone)?.from.toISOString()).toBe(at);
  });
});

describe('quiet', () => {
  it('of somebody away ends as the day after begins, where they are', () => {
    fc.assert(
      fc.property(anyReview, anyZone, (day, timeZone) => {
        const quiet = { timeZone, snoozedUntil: null, awayThrough: day, unknownUntil: null };
        const end = unavailableUntil(quiet, instantAt(day, 12, timeZone));
        expect(end).toEqual(instantAt(addDays(day, 1), 0, timeZone));
        expect(end && localDay(end, timeZone)).toBe(addDays(day, 1));
      }),
    );
  });

  it('through the day before one that was swallowed ends as the next one begins', () => {
    const timeZone = 'Pacific/Apia';
    const quiet = { timeZone, snoozedUntil: null, awayThrough: '2011-12-29', unknownUntil: null };
    const end = unavailableUntil(quiet, instantAt('2011-12-29', 12, timeZone));
    expect(end).toEqual(instantAt('2011-12-31', 0, timeZone));
  });

  it('of "Remind me later" ends at nine, or an hour later, by a clock that shows it', () => {
    fc.assert(
      fc.property(
        ...[anyReview, anyZone, anyWeek, fc.integer({ min: 0, max: 24 * 60 - 1 })],
        (day, timeZone, workingDays, minute) => {
          const at = new Date(instantAt(day, 0, timeZone).getTime() + minute * 60_000);
          for (const choice of snoozeChoices) {
            const end = snoozeEnd(choice, at, { timeZone, workingDays });
            const nine = instantAt(localDay(end, timeZone), 9, timeZone);
            const inAnHour = choice === 'hour' && end.getTime() === at.getTime() + hourMs;
            expect(inAnHour || end.getTime() === nine.getTime()).toBe(true);
          }
        },
      ),
    );
  });
});
