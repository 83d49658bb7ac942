import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { closesAfter, cycleDates } from '../../../src/domain/cycle/cycle.js';
import type { CyclePlan } from '../../../src/domain/reminder/cycle-plan.js';
import { decide } from '../../../src/domain/reminder/decide.js';
import {
  afterDecision,
  type FutureMessage,
  futureMessages,
} from '../../../src/domain/reminder/forecast.js';
import type { RecipientFacts } from '../../../src/domain/reminder/recipient-facts.js';
import { stepsOf } from '../../../src/domain/reminder/steps.js';
import { summaryDays } from '../../../src/domain/reminder/summary-days.js';
import { addDays } from '../../../src/domain/time/day.js';
import { localDay } from '../../../src/domain/time/time-zone.js';
import { isInWindow } from '../../../src/domain/time/working-hours.js';
import { noFacts } from '../../support/recipient-facts.js';

const pace = {
  workingDays: [1, 2, 3, 4, 5],
  reminderDaysBefore: [14, 9, 7],
  digestDaysBefore: [14, 7, 1],
  opensDaysBefore: 21,
  dueDaysBefore: 7,
};

function planFor(reviewOn: string, workingDays = pace.workingDays): CyclePlan {
  const dates = cycleDates(reviewOn, pace);
  const steps = stepsOf(dates, { ...pace, workingDays });
  const lastDay = closesAfter(dates);
  const days = summaryDays(dates, lastDay, { workingDays });
  return { ...dates, lastDay, steps, summaryDays: days, workingDays };
}

const q1 = planFor('2027-03-24');
const newcomer: RecipientFacts = {
  ...noFacts,
  timeZone: 'UTC',
  participates: true,
  checkIn: 'none',
  knowsSince: undefined,
  team: undefined,
  unavailableUntil: undefined,
  decided: new Set(),
};
/** A team that asks nothing. */
const noTeam = {
  ...{ asks: false, conversationsOpen: false, firstActionItemDue: undefined },
  waitingForView: [] as Date[],
};
const invited = {
  ...newcomer,
  knowsSince: '2027-03-03',
  decided: new Set(['invitation:opens']),
};

/** What is decided, as "kind step", with the reason of a silent one. */
function decisions(person: RecipientFacts, at: string) {
  return decide(q1, person, new Date(at)).map(({ kind, step, silentBecause }) =>
    [kind, step, silentBecause].filter(Boolean).join(' '),
  );
}

describe('a participant', () => {
  it('is invited at nine on the day on which the cycle opens', () => {
    expect(decisions(newcomer, '2027-03-03T08:59:59Z')).toEqual([]);
    expect(decisions(newcomer, '2027-03-03T09:00:00Z')).toEqual(['invitation opens']);
  });

  it('is reminded at each step until they have sent it', () => {
    expect(decisions(invited, '2027-03-10T09:00:00Z')).toEqual(['reminder day-14']);
    const begun = { ...invited, checkIn: 'draft' as const };
    expect(decisions(begun, '2027-03-10T09:00:00Z')).toEqual(['reminder day-14']);
  });

  it('is left alone at a step once they have sent it, also if they take it back', () => {
    const done = { ...invited, checkIn: 'submitted' as const };
    expect(decisions(done, '2027-03-10T09:00:00Z')).toEqual(['reminder day-14 submitted']);
    const reopened = {
      ...invited,
      checkIn: 'draft' as const,
      decided: new Set([...invited.decided, 'reminder:day-14']),
    };
    expect(decisions(reopened, '2027-03-11T09:00:00Z')).toEqual([]);
  });

  it('who joins late is invited then, and reminded on later days only', () => {
    expect(decisions(newcomer, '2027-03-10T09:00:00Z')).toEqual(['invitation opens']);
    const joined = { ...invited, knowsSince: '2027-03-10' };
    expect(decisions(joined, '2027-03-10T12:00:00Z')).toEqual([]);
    expect(decisions(joined, '2027-03-15T09:00:00Z')).toEqual(['reminder day-9']);
  });

  it('who begins by themselves needs no invitation', () => {
    const begun = { ...newcomer, checkIn: 'draft' as const, knowsSince: '2027-03-03' };
    expect(decisions(begun, '2027-03-03T09:00:00Z')).toEqual([]);
  });

  it('gets the newest reminder only, when Ladder was down for days', () => {
    expect(decisions(invited, '2027-03-18T09:00:00Z')).toEqual(['reminder day-7']);
  });

  it('gets nothing any more on the review date', () => {
    expect(decisions(invited, '2027-03-24T09:00:00Z')).toEqual([]);
  });
});

describe('a manager', () => {
  const asking = { ...noTeam, asks: true };
  const manager = { ...newcomer, participates: false, team: asking };
  const content = { ...manager, team: { ...asking, asks: false } };

  it('gets a digest at each of its steps while something is to do', () => {
    expect(decisions(manager, '2027-03-10T09:00:00Z')).toEqual(['digest day-14']);
    expect(decisions(manager, '2027-03-23T09:00:00Z')).toEqual(['digest day-1']);
  });

  it('with nothing to do is told so once', () => {
    expect(decisions(content, '2027-03-10T09:00:00Z')).toEqual(['all_set day-14']);
    const told = { ...content, decided: new Set(['all_set', 'digest:day-14']) };
    expect(decisions(told, '2027-03-17T09:00:00Z')).toEqual(['digest day-7 nothing_to_do']);
  });

  it('gets no digest between two steps when something comes up', () => {
    const told = { ...manager, decided: new Set(['all_set', 'digest:day-14']) };
    expect(decisions(told, '2027-03-12T09:00:00Z')).toEqual([]);
  });
});

describe('a manager after the review date', () => {
  const open = { ...noTeam, asks: true, conversationsOpen: true };
  const preparing = { ...newcomer, participates: false, team: open };
  const missing = { ...preparing, team: { ...open, conversationsOpen: false } };
  const done = { ...missing, team: { ...missing.team, asks: false } };

  it('hears of open conversations once a week, three times at most', () => {
    expect(decisions(preparing, '2027-03-30T09:00:00Z')).toEqual([]);
    expect(decisions(preparing, '2027-03-31T09:00:00Z')).toEqual(['digest week-1']);
    expect(decisions(preparing, '2027-04-07T09:00:00Z')).toEqual(['digest week-2']);
    expect(decisions(preparing, '2027-04-14T09:00:00Z')).toEqual(['digest week-3']);
    const told = { ...preparing, decided: new Set(['digest:week-3']) };
    expect(decisions(told, '2027-04-14T12:00:00Z')).toEqual([]);
    expect(decisions(preparing, '2027-04-15T09:00:00Z')).toEqual([]);
  });

  it('is left alone with what is no conversation', () => {
    expect(decisions(missing, '2027-03-31T09:00:00Z')).toEqual(['digest week-1 nothing_to_do']);
    const action = { ...done, team: { ...done.team, firstActionItemDue: '2027-03-30' } };
    expect(decisions(action, '2027-03-31T09:00:00Z')).toEqual(['digest week-1 nothing_to_do']);
  });

  it('is told once that all is done', () => {
    expect(decisions(done, '2027-03-31T09:00:00Z')).toEqual(['all_set week-1']);
    const told = { ...done, decided: new Set(['all_set']) };
    expect(decisions(told, '2027-03-31T09:00:00Z')).toEqual(['digest week-1 nothing_to_do']);
  });

  it('hears nothing more where the next cycle opens', () => {
    const short = { ...q1, lastDay: '2027-04-05' };
    expect(decide(short, preparing, new Date('2027-04-07T09:00:00Z'))).toEqual([]);
  });
});

describe('a manager with a new check-in', () => {
  const sentAt = (time: string) => ({ ...noTeam, asks: true, waitingForView: [new Date(time)] });
  const told = { ...newcomer, participates: false, decided: new Set(['digest:day-14']) };
  const waiting = { ...told, team: sentAt('2027-03-10T15:00:00Z') };

  it('is told on the next working morning, in working hours', () => {
    expect(decisions(waiting, '2027-03-10T16:00:00Z')).toEqual([]);
    expect(decisions(waiting, '2027-03-11T09:00:00Z')).toEqual(['views_waiting 2027-03-11']);
    const friday = { ...told, team: sentAt('2027-03-12T16:30:00Z') };
    expect(decisions(friday, '2027-03-13T10:00:00Z')).toEqual([]);
    expect(decisions(friday, '2027-03-15T09:00:00Z')).toEqual(['views_waiting 2027-03-15']);
  });

  it('is not told of what came in the course of the day before the next morning', () => {
    const today = { ...told, team: sentAt('2027-03-11T09:30:00Z') };
    expect(decisions(today, '2027-03-11T16:00:00Z')).toEqual([]);
  });

  it('is told once, whether by a line or by a digest', () => {
    const teamNotifiedAt = new Date('2027-03-11T09:00:00Z');
    expect(decisions({ ...waiting, teamNotifiedAt }, '2027-03-12T09:00:00Z')).toEqual([]);
  });

  it('is told by the digest on the day of one', () => {
    const decided = new Set(['digest:day-14', 'digest:day-7']);
    const sent = { ...waiting, team: sentAt('2027-03-16T15:00:00Z') };
    expect(decisions(sent, '2027-03-17T09:00:00Z')).toEqual(['digest day-7']);
    expect(decisions({ ...sent, decided }, '2027-03-17T09:00:00Z')).toEqual([]);
  });

  it('gets no line on a day on which they got a message, nor while another one waits', () => {
    const lastNotifiedAt = new Date('2027-03-11T09:00:00Z');
    expect(decisions({ ...waiting, lastNotifiedAt }, '2027-03-11T10:00:00Z')).toEqual([]);
    expect(decisions({ ...waiting, lastNotifiedAt }, '2027-03-12T10:00:00Z')).toHaveLength(1);
    const busy = { ...waiting, teamMessageWaits: true };
    expect(decisions(busy, '2027-03-11T10:00:00Z')).toEqual([]);
  });
});

describe('a closed cycle', () => {
  const closed = '2027-04-15T12:00:00Z';
  const cycle = { tookPart: true, invited: true };
  const missed = { ...invited, cycle };
  const quiet = 'cycle_closed closed nothing_to_do';

  it('is told of once it is closed everywhere, for two weeks', () => {
    expect(decisions(missed, '2027-04-15T11:59:59Z')).toEqual([]);
    expect(decisions(missed, closed)).toEqual(['cycle_closed closed']);
    expect(decisions(missed, '2027-04-28T10:00:00Z')).toEqual(['cycle_closed closed']);
    expect(decisions(missed, '2027-04-29T10:00:00Z')).toEqual([]);
    const told = { ...missed, decided: new Set(['cycle_closed:closed']) };
    expect(decisions(told, closed)).toEqual([]);
  });

  it('is told of to whom it went wrong for, and to nobody else', () => {
    expect(decisions({ ...missed, checkIn: 'draft' }, closed)).toEqual(['cycle_closed closed']);
    expect(decisions({ ...missed, checkIn: 'submitted' }, closed)).toEqual(['cycle_closed closed']);
    expect(decisions({ ...missed, checkIn: 'revealed' }, closed)).toEqual([quiet]);
    expect(decisions({ ...missed, knowsSince: undefined }, closed)).toEqual([quiet]);
    expect(decisions({ ...missed, participates: false }, closed)).toEqual([quiet]);
    expect(decisions({ ...missed, active: false }, closed)).toEqual([]);
  });

  it('is told of to a manager who gave no view, and to an admin always', () => {
    const fine = { ...missed, checkIn: 'revealed' as const };
    const owing = { ...fine, team: { ...noTeam, waitingForView: [new Date('2027-03-12')] } };
    expect(decisions(owing, closed)).toEqual(['cycle_closed closed']);
    expect(decisions({ ...fine, team: noTeam }, closed)).toEqual([quiet]);
    expect(decisions({ ...fine, isAdmin: true }, closed)).toEqual(['cycle_closed closed']);
  });

  it('is told of to admins alone where nobody took part, and to nobody where nobody was invited', () => {
    const empty = { tookPart: false, invited: true };
    expect(decisions({ ...missed, cycle: empty }, closed)).toEqual([quiet]);
    const admin = { ...missed, isAdmin: true };
    expect(decisions({ ...admin, cycle: empty }, closed)).toEqual(['cycle_closed closed']);
    const unused = { tookPart: false, invited: false };
    expect(decisions({ ...admin, cycle: unused }, closed)).toEqual([]);
  });
});

describe('an action', () => {
  const idle = { ...noTeam, firstActionItemDue: '2027-03-15' };
  const manager = { ...newcomer, participates: false, team: idle };

  it('makes a digest from its day on', () => {
    expect(decisions(manager, '2027-03-10T09:00:00Z')).toEqual(['all_set day-14']);
    expect(decisions(manager, '2027-03-17T09:00:00Z')).toEqual(['digest day-7']);
  });
});

describe('somebody who wants quiet', () => {
  const quiet = { ...invited, unavailableUntil: new Date('2027-03-16T12:00:00Z') };

  it('is not written to, and afterwards only as it is due then', () => {
    expect(decisions(quiet, '2027-03-15T09:00:00Z')).toEqual([]);
    expect(decisions(quiet, '2027-03-16T11:59:59Z')).toEqual([]);
    expect(decisions(quiet, '2027-03-16T12:00:00Z')).toEqual(['reminder day-9']);
  });

  it('is foretold one message at its end', () => {
    const foretold = times(futureMessages(q1, quiet, new Date('2027-03-10T08:00:00Z')));
    expect(foretold).toEqual([
      '2027-03-16T12:00:00.000Z reminder day-9',
      '2027-03-17T09:00:00.000Z reminder day-7',
    ]);
  });
});

const zones = [
  'America/New_York',
  'Asia/Kolkata',
  'Pacific/Chatham',
  'Pacific/Apia',
  'Europe/London',
];
const people = fc.record({
  timeZone: fc.constantFrom(...zones),
  active: fc.boolean(),
  isAdmin: fc.boolean(),
  unplaced: fc.boolean(),
  cycle: fc.record({ tookPart: fc.boolean(), invited: fc.boolean() }),
  teamNotifiedAt: fc.constantFrom(undefined, new Date('2027-03-09T12:00:00Z')),
  teamMessageWaits: fc.constant(false),
  lastNotifiedAt: fc.constantFrom(undefined, new Date('2027-03-10T12:00:00Z')),
  participates: fc.boolean(),
  checkIn: fc.constantFrom<RecipientFacts['checkIn']>('none', 'draft', 'submitted', 'revealed'),
  knowsSince: fc.constantFrom(undefined, '2027-03-03', '2027-03-10'),
  team: fc.option(
    fc.record({
      asks: fc.boolean(),
      conversationsOpen: fc.boolean(),
      firstActionItemDue: fc.constantFrom(undefined, '2027-03-12', '2027-03-20', '2027-04-02'),
      waitingForView: fc
        .subarray(['2027-03-07T22:00:00Z', '2027-03-11T09:30:00Z', '2027-03-30T15:00:00Z'])
        .map((times) => times.map((time) => new Date(time))),
    }),
    { nil: undefined },
  ),
  unavailableUntil: fc.option(
    fc.integer({ min: 0, max: 70 * 24 * 4 }).map((quarters) => {
      return new Date(Date.UTC(2027, 2, 1) + quarters * 15 * 60_000);
    }),
    { nil: undefined },
  ),
  decided: fc
    .subarray(['invitation:opens', 'reminder:day-14', 'digest:day-14', 'all_set'])
    .map((keys): ReadonlySet<string> => new Set(keys)),
});
const plans = fc
  .record({
    // Around the days on which the clocks change in New York, London and Chatham.
    reviewOn: fc.integer({ min: 15, max: 31 }).map((day) => `2027-03-${day}`),
    week: fc.uniqueArray(fc.integer({ min: 1, max: 7 }), { minLength: 1 }),
  })
  .map(({ reviewOn, week }) => planFor(reviewOn, week));
const starts = fc.integer({ min: 0, max: 60 * 24 }).map((hours) => Date.UTC(2027, 1, 10, hours));

describe('what is foretold', () => {
  it('is what happens when every quarter of an hour is lived through', () => {
    fc.assert(
      fc.property(plans, people, starts, (plan, person, start) => {
        expect(times(futureMessages(plan, person, new Date(start)))).toEqual(
          times(liveThrough(plan, person, start)),
        );
      }),
      { numRuns: 30 },
    );
  });

  it('lies in working hours, and holds nothing twice', () => {
    fc.assert(
      fc.property(plans, people, starts, (plan, person, start) => {
        const messages = futureMessages(plan, person, new Date(start));
        const reasons = messages.map(({ kind, step }) => `${kind} ${step}`);
        expect(new Set(reasons).size).toBe(reasons.length);
        for (const { at, kind, step } of messages) {
          expect(isInWindow(at, person.timeZone, plan)).toBe(true);
          const today = localDay(at, person.timeZone);
          if (kind === 'cycle_closed') {
            expect(today > plan.lastDay && today <= addDays(plan.lastDay, 14)).toBe(true);
            continue;
          }
          const late =
            step.startsWith('week-') || kind === 'views_waiting' || kind === 'admin_summary';
          expect(today < plan.reviewOn || late).toBe(true);
          expect(today <= plan.lastDay).toBe(true);
          expect(person.unavailableUntil === undefined || at >= person.unavailableUntil).toBe(true);
        }
      }),
    );
  });
});

function liveThrough(plan: CyclePlan, person: RecipientFacts, start: number): FutureMessage[] {
  const messages: FutureMessage[] = [];
  let facts = person;
  // Chatham's mornings begin at a quarter to the hour.
  for (let time = start; time < Date.UTC(2027, 4, 12); time += 15 * 60_000) {
    const at = new Date(time);
    for (const decision of decide(plan, facts, at)) {
      if (!decision.silentBecause) messages.push({ ...decision, at });
      facts = afterDecision(facts, decision, at);
    }
  }
  return messages;
}

function times(messages: FutureMessage[]) {
  return messages.map(({ at, kind, step }) => `${at.toISOString()} ${kind} ${step}`);
}
