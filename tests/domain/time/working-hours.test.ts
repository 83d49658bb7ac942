import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, dayFromDate } from '../../../src/domain/time/day.js';
import { instantAt, localDay, safeZone } from '../../../src/domain/time/time-zone.js';
import {
  isWorkingDay,
  longestPauseDays,
  sendingDay,
} from '../../../src/domain/time/working-days.js';
import {
  isInWindow,
  lastInWindow,
  nextInWindow,
  windowOf,
} from '../../../src/domain/time/working-hours.js';

const mondayToFriday = { workingDays: [1, 2, 3, 4, 5] };
const zones = [
  'UTC',
  'Europe/London',
  'America/New_York',
  'America/St_Johns',
  'Asia/Kolkata',
  'Asia/Kathmandu',
  'Australia/Lord_Howe',
  'Pacific/Chatham',
  'Pacific/Kiritimati',
  'Pacific/Pago_Pago',
  'Pacific/Apia',
  'Africa/Cairo',
];
const anyZone = fc.constantFrom(...zones);
const anyInstant = fc.date({
  min: new Date('2005-01-01'),
  max: new Date('2040-12-31'),
  noInvalidDate: true,
});
const anyDay = anyInstant.map(dayFromDate);
/** Some weekdays and hours, and days off around an instant that the caller picks. */
const anyWeek = fc
  .record({
    workingDays: fc.uniqueArray(fc.integer({ min: 1, max: 7 }), { minLength: 1 }),
    from: fc.integer({ min: 5, max: 12 }),
    hours: fc.integer({ min: 1, max: 11 }),
  })
  .map(({ workingDays, from, hours }) => ({
    ...{ workingDays, workingFrom: from, workingTo: from + hours },
  }));

/** What the wall clock of a zone shows, told by a second witness. */
function wallClock(at: Date, timeZone: string) {
  const parts = new Intl.DateTimeFormat('en-CA', {
    timeZone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  }).formatToParts(at);
  const of = (type: string) => parts.find((part) => part.type === type)?.value ?? '';
  return {
    day: `${of('year')}-${of('month')}-${of('day')}`,
    hour: Number(of('hour')),
    minute: Number(of('minute')),
  };
}

describe('working hours', () => {
  it('begin at nine and end at five on the wall clock of the zone', () => {
    fc.assert(
      fc.property(anyDay, anyZone, (day, zone) => {
        const window = windowOf(day, zone);
        if (!window) return;
        expect(wallClock(window.from, zone)).toEqual({ day, hour: 9, minute: 0 });
        expect(wallClock(window.to, zone)).toEqual({ day, hour: 17, minute: 0 });
      }),
    );
  });

  it('begin an hour earlier in UTC after the clocks have gone forward', () => {
    const from = (day: string) => windowOf(day, 'America/New_York')?.from.toISOString();
    expect(from('2027-03-13')).toBe('2027-03-13T14:00:00.000Z');
    expect(from('2027-03-14')).toBe('2027-03-14T13:00:00.000Z');
  });

  it('are none on a day that the date line swallowed', () => {
    expect(windowOf('2011-12-30', 'Pacific/Apia')).toBeUndefined();
  });

  it('hold their first instant, and not the one at which they end', () => {
    const { from, to } = windowOf('2027-03-03', 'Asia/Kolkata') ?? {};
    expect(from && isInWindow(from, 'Asia/Kolkata', mondayToFriday)).toBe(true);
    expect(to && isInWindow(to, 'Asia/Kolkata', mondayToFriday)).toBe(false);
  });

  it('are where the wall clock shows their hours on a working day, and nowhere else', () => {
    fc.assert(
      fc.property(anyInstant, anyZone, anyWeek, (at, zone, week) => {
        const { day, hour } = wallClock(at, zone);
        const expected =
          hour >= week.workingFrom && hour < week.workingTo && isWorkingDay(day, week);
        expect(isInWindow(at, zone, week)).toBe(expected);
      }),
    );
  });

  it('come next at an instant that lies in them, and none lies before it', () => {
    fc.assert(
      fc.property(
        anyInstant,
        anyZone,
        anyWeek,
        fc.double({ min: 0, max: 0.999, noNaN: true }),
        (at, zone, week, part) => {
          const next = nextInWindow(at, zone, week);
          if (!next) throw new Error('none');
          expect(next >= at && isInWindow(next, zone, week)).toBe(true);
          const between = new Date(at.getTime() + part * (next.getTime() - at.getTime()));
          expect(next > at && isInWindow(between, zone, week)).toBe(false);
        },
      ),
    );
  });

  it('last came at an instant inside them, with none of them since', () => {
    fc.assert(
      fc.property(
        anyInstant,
        anyZone,
        anyWeek,
        fc.double({ min: 0.001, max: 1, noNaN: true }),
        (at, zone, week, part) => {
          const last = lastInWindow(at, zone, week);
          if (!last) throw new Error('none');
          expect(last <= at && isInWindow(last, zone, week)).toBe(true);
          const since = new Date(
            last.getTime() + Math.ceil(part * (at.getTime() - last.getTime())),
          );
          expect(since > last && isInWindow(since, zone, week)).toBe(false);
        },
      ),
    );
  });

  it('come back the morning after a day off, wherever people are', () => {
    const working = { ...mondayToFriday, daysOff: ['2027-03-03', '2027-03-04'] };
    for (const zone of zones) {
      const noon = instantAt('2027-03-03', 12, zone);
      expect(isInWindow(noon, zone, working)).toBe(false);
      expect(nextInWindow(noon, zone, working)).toEqual(instantAt('2027-03-05', 9, zone));
      expect(nextInWindow(noon, zone, mondayToFriday)).toEqual(noon);
    }
  });

  it('come back after the longest pause that there can be', () => {
    const off = Array.from({ length: longestPauseDays }, (_, days) => addDays('2027-03-06', days));
    const evening = new Date('2027-03-05T18:00:00Z');
    expect(nextInWindow(evening, 'UTC', { ...mondayToFriday, daysOff: off })).toEqual(
      new Date('2027-04-05T09:00:00Z'),
    );
  });

  it('never come in a week without working days', () => {
    const at = new Date('2027-03-03T10:00:00Z');
    expect(nextInWindow(at, 'UTC', { workingDays: [] })).toBeUndefined();
    expect(lastInWindow(at, 'UTC', { workingDays: [] })).toBeUndefined();
  });
});

describe("a zone's day", () => {
  it('is the one on its wall calendar', () => {
    fc.assert(
      fc.property(anyInstant, anyZone, (at, zone) => {
        expect(localDay(at, zone)).toBe(wallClock(at, zone).day);
      }),
    );
  });

  it('is the day before in Samoa while it is tomorrow on Kiritimati', () => {
    const at = new Date('2027-03-03T10:30:00Z');
    expect(localDay(at, 'Pacific/Pago_Pago')).toBe('2027-03-02');
    expect(localDay(at, 'Pacific/Kiritimati')).toBe('2027-03-04');
  });

  it('is told in UTC where the zone is unknown', () => {
    expect(safeZone('Nowhere/Land')).toBe('UTC');
    expect(instantAt('2027-03-03', 9, 'Nowhere/Land').toISOString()).toBe(
      '2027-03-03T09:00:00.000Z',
    );
  });
});

describe('the day on which something goes out', () => {
  it('is the day itself if it is a working day', () => {
    expect(sendingDay('2027-03-03', '2027-03-23', mondayToFriday)).toBe('2027-03-03');
  });

  it('is Monday for what falls on a Saturday', () => {
    expect(sendingDay('2027-03-06', '2027-03-23', mondayToFriday)).toBe('2027-03-08');
  });

  it('is the day after a day off', () => {
    const working = { ...mondayToFriday, daysOff: ['2027-03-03'] };
    expect(sendingDay('2027-03-03', '2027-03-23', working)).toBe('2027-03-04');
    expect(sendingDay('2027-03-03', '2027-03-03', working)).toBe('2027-03-02');
  });

  it('is Friday where Monday would be too late', () => {
    expect(sendingDay('2027-03-07', '2027-03-07', mondayToFriday)).toBe('2027-03-05');
  });

  it('is a working day, not after the latest one, and the nearest such', () => {
    fc.assert(
      fc.property(anyDay, fc.nat(10), anyWeek, (day, slack, week) => {
        const latest = addDays(day, slack);
        const chosen = sendingDay(day, latest, week);
        if (chosen === undefined) throw new Error('none');
        expect(isWorkingDay(chosen, week)).toBe(true);
        expect(chosen <= latest).toBe(true);
        const later = Array.from({ length: slack + 1 }, (_, days) => addDays(day, days));
        expect(chosen < day).toBe(!later.some((one) => isWorkingDay(one, week)));
      }),
    );
  });
});
