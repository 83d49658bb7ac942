import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { closesAfter, cycleDates } from '../../../src/domain/cycle/cycle.js';
import {
  afterDecision,
  type FutureMessage,
  futureMessages,
} from '../../../src/domain/reminder/forecast.js';
import { type CyclePlan, decide, type RecipientFacts } from '../../../src/domain/reminder/plan.js';
import { stepsOf } from '../../../src/domain/reminder/steps.js';
import { isInWindow, localDay } from '../../../src/domain/time/working-hours.js';

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
  return { ...dates, lastDay: closesAfter(dates), steps, workingDays };
}

const q1 = planFor('2027-03-24');
const newcomer: RecipientFacts = {
  timeZone: 'UTC',
  participates: true,
  checkIn: 'none',
  knowsSince: undefined,
  team: undefined,
  unavailableUntil: undefined,
  decided: new Set(),
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
  const asking = { asks: true, conversationsOpen: false, firstActionItemDue: undefined };
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
  const open = { asks: true, conversationsOpen: true, firstActionItemDue: undefined };
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

describe('an action', () => {
  const idle = { asks: false, conversationsOpen: false, firstActionItemDue: '2027-03-15' };
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
  participates: fc.boolean(),
  checkIn: fc.constantFrom<RecipientFacts['checkIn']>('none', 'draft', 'submitted', 'revealed'),
  knowsSince: fc.constantFrom(undefined, '2027-03-03', '2027-03-10'),
  team: fc.option(
    fc.record({
      asks: fc.boolean(),
      conversationsOpen: fc.boolean(),
      firstActionItemDue: fc.constantFrom(undefined, '2027-03-12', '2027-03-20', '2027-04-02'),
    }),
    { nil: undefined },
  ),
  unavailableUntil: fc.option(
    fc.integer({ min: 0, max: 50 * 24 * 4 }).map((quarters) => {
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
        for (const { at, step } of messages) {
          expect(isInWindow(at, person.timeZone, plan.workingDays)).toBe(true);
          const today = localDay(at, person.timeZone);
          expect(today < plan.reviewOn || step.startsWith('week-')).toBe(true);
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
  for (let time = start; time < Date.UTC(2027, 3, 25); time += 15 * 60_000) {
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
