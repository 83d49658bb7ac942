import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decide } from '../../../src/domain/reminder/decide.js';
import { decidedKey } from '../../../src/domain/reminder/decided.js';
import type { RecipientFacts } from '../../../src/domain/reminder/recipient-facts.js';
import { newestStep } from '../../../src/domain/reminder/steps.js';
import { isInWindow } from '../../../src/domain/time/working-hours.js';
import { noFacts } from '../../support/recipient-facts.js';
import { roundFor } from './places.js';
import { anyJourney, type Event, type Journey, live, type Moment } from './travelling.js';

interface Lived {
  events: Event[];
  moments: Moment[];
}

/** All tests check the same journeys, which are computed once. */
const runs = { numRuns: 50, seed: Math.trunc(Math.random() * 2 ** 31) };
const livedBefore = new Map<string, Lived>();

/** For each journey what happened on it. */
function always(claim: (journey: Journey, lived: Lived) => void) {
  fc.assert(
    fc.property(anyJourney, (journey) => {
      const key = fc.stringify(journey);
      const lived = livedBefore.get(key) ?? live(journey);
      livedBefore.set(key, lived);
      claim(journey, lived);
    }),
    runs,
  );
}

const reason = ({ kind, step }: Pick<Event, 'kind' | 'step'>) => decidedKey(kind, step);
const isFollowUp = ({ step }: Event) => step.startsWith('week-');

describe('whoever moves, however often and how far,', () => {
  it('is written to only in working hours of where they are then', () => {
    always(({ round }, { events }) => {
      for (const { at, timeZone } of events) {
        expect(isInWindow(at, timeZone, round)).toBe(true);
      }
    });
  });

  it('gets each step once at most', () => {
    always((_, { events }) => {
      expect(new Set(events.map(reason)).size).toBe(events.length);
    });
  });

  it('gets nothing before its day there, and nothing older after something newer', () => {
    always(({ round }, { events }) => {
      for (const kinds of [['invitation'], ['reminder'], ['digest', 'all_set']]) {
        const steps = events
          .filter(({ kind }) => kinds.includes(kind))
          .map(({ step, today }) => {
            const place = round.steps.findIndex(
              ({ name, kind }) => name === step && (kinds.includes(kind) || kind === 'follow_up'),
            );
            expect((round.steps[place]?.sendsOn ?? '') <= today).toBe(true);
            return place;
          });
        expect(steps).toEqual([...steps].sort((one, other) => one - other));
      }
    });
  });

  it('is invited before they are reminded, and on an earlier day', () => {
    always((_, { events }) => {
      const invited = events.findIndex(({ kind }) => kind === 'invitation');
      const reminded = events.findIndex(({ kind }) => kind === 'reminder');
      expect(invited === -1 || reminded === -1 || invited < reminded).toBe(true);
      for (const { kind, knowsSince, today } of events) {
        if (kind === 'reminder') expect(knowsSince && knowsSince < today).toBe(true);
      }
    });
  });

  it('gets nothing on the review date there that belongs before it, and after the last day only its close', () => {
    always(({ round }, { events }) => {
      for (const event of events) {
        const closed = event.kind === 'cycle_closed';
        expect(event.today > round.lastDay).toBe(closed);
        if (closed || event.kind === 'views_waiting') continue;
        expect(event.today < round.reviewOn).toBe(!isFollowUp(event));
      }
    });
  });

  it('misses no step for which they could be reached on a working day of it', () => {
    always(({ round, person }, { moments }) => {
      for (const { today, knowsSince, decided } of moments) {
        if (today < round.opensOn || today > round.lastDay) continue;
        const before = today < round.reviewOn;
        const has = (kind: 'reminder' | 'digest', from: number) =>
          round.steps.slice(from).some(({ name }) => decided.has(decidedKey(kind, name)));
        const digest = newestStep(round.steps, before ? 'digest' : 'follow_up', today);
        if (digest && person.team) expect(has('digest', round.steps.indexOf(digest))).toBe(true);
        if (!before || !person.participates) continue;
        const invitation = newestStep(round.steps, 'invitation', today);
        if (invitation && person.checkIn === 'none') expect(knowsSince).toBeDefined();
        const reminder = newestStep(round.steps, 'reminder', today);
        if (reminder && knowsSince !== undefined && knowsSince < reminder.sendsOn) {
          expect(has('reminder', round.steps.indexOf(reminder))).toBe(true);
        }
      }
    });
  });
});

describe('a day that comes twice', () => {
  // The reminder of day 9 falls on a Sunday and goes out on Monday, that of day 7 on Tuesday.
  const round = roundFor('2027-03-23', [1, 2, 3, 4, 5]);
  const person: RecipientFacts = {
    ...noFacts,
    timeZone: 'Pacific/Pago_Pago',
    participates: true,
    checkIn: 'none',
    knowsSince: '2027-03-08',
    team: undefined,
    unavailableUntil: undefined,
    decided: new Set(['invitation:opens', 'reminder:day-14', 'reminder:day-7']),
  };

  it('brings no older reminder than the one that came where it was Tuesday already', () => {
    expect(decide(round, person, new Date('2027-03-15T20:00:00Z'))).toEqual([]);
  });

  it('brings the reminder of that day if none has come', () => {
    const decided = new Set(['invitation:opens', 'reminder:day-14']);
    expect(decide(round, { ...person, decided }, new Date('2027-03-15T20:00:00Z'))).toEqual([
      { kind: 'reminder', step: 'day-9' },
    ]);
  });
});

describe('an invitation', () => {
  it('whose outcome was unknown for long never comes after a reminder', () => {
    const round = roundFor('2027-03-24', [1, 2, 3, 4, 5]);
    const person: RecipientFacts = {
      ...noFacts,
      timeZone: 'UTC',
      participates: true,
      checkIn: 'none',
      knowsSince: undefined,
      team: undefined,
      unavailableUntil: undefined,
      decided: new Set(['reminder:day-14']),
    };
    expect(decide(round, person, new Date('2027-03-11T10:00:00Z'))).toEqual([]);
  });
});
