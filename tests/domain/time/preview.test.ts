import fc from 'fast-check';
import { expect, it } from 'vitest';
import { futureMessages } from '../../../src/domain/reminder/forecast.js';
import { anyRound, anyZone, roundFor } from './places.js';
import { anyStanding, factsOf, live, startOf } from './travelling.js';

const hourMs = 60 * 60 * 1000;

it('What is foretold to somebody is what happens, in whatever zone, week and year', () => {
  const anyQuietHours = fc.option(fc.integer({ min: 1, max: 45 * 24 }), { nil: undefined });
  fc.assert(
    fc.property(
      ...[anyRound, anyZone, anyStanding, anyQuietHours],
      (round, timeZone, standing, quietHours) => {
        const from = new Date(startOf(round));
        const person = factsOf(standing, { round, timeZone });
        const unavailableUntil =
          quietHours === undefined ? undefined : new Date(from.getTime() + quietHours * hourMs);
        const quiets = unavailableUntil ? [{ from, to: unavailableUntil }] : [];
        const { events } = live({ round, person, stays: [{ from, timeZone }], quiets });
        const line = (one: { at: Date; kind: string; step: string }) =>
          `${one.at.toISOString()} ${one.kind} ${one.step}`;
        const told = events.filter(({ silentBecause }) => silentBecause === undefined);
        const foretold = futureMessages(round, { ...person, unavailableUntil }, from);
        expect(foretold.map(line)).toEqual(told.map(line));
      },
    ),
    { numRuns: 60 },
  );
});

it('What is foretold for a day that the date line swallowed is what the next one brings', () => {
  // Samoa had no Friday, 30 December 2011: the day of the last digest before this review.
  const round = roundFor('2012-01-01', [1, 2, 3, 4, 5, 6, 7]);
  const missing = {
    ...round,
    steps: [{ kind: 'digest' as const, name: 'day-2', sendsOn: '2011-12-30' }],
  };
  const team = {
    ...{ asks: true, conversationsOpen: false, firstActionItemDue: undefined },
    waitingForView: [],
  };
  const standing = { participates: false, checkIn: 'none' as const, team };
  const person = factsOf(standing, { round: missing, timeZone: 'Pacific/Apia' });
  expect(futureMessages(missing, person, new Date('2011-12-28T00:00:00Z'))).toEqual([
    { at: new Date('2011-12-30T19:00:00Z'), kind: 'digest', step: 'day-2' },
  ]);
});
