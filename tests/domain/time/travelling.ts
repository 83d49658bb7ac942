import fc from 'fast-check';
import { closesAt, closingDays } from '../../../src/domain/reminder/closing.js';
import type { CyclePlan } from '../../../src/domain/reminder/cycle-plan.js';
import { decide } from '../../../src/domain/reminder/decide.js';
import type { Decision } from '../../../src/domain/reminder/decided.js';
import { afterDecision } from '../../../src/domain/reminder/forecast.js';
import type { RecipientFacts } from '../../../src/domain/reminder/recipient-facts.js';
import { addDays, daysBetween } from '../../../src/domain/time/day.js';
import { localDay } from '../../../src/domain/time/time-zone.js';
import { isInWindow, windowOf } from '../../../src/domain/time/working-hours.js';
import { noFacts } from '../../support/recipient-facts.js';
import { anyRound, anyZone } from './places.js';

/** Somebody who is in one zone after the other while a cycle lasts. */
export interface Journey {
  round: CyclePlan;
  person: RecipientFacts;
  /** The zone in which they are from an instant on; the first one from the beginning. */
  stays: { from: Date; timeZone: string }[];
  /** When they want quiet. */
  quiets: { from: Date; to: Date }[];
}

/** What was decided about them, when and where. */
export interface Event extends Decision {
  at: Date;
  timeZone: string;
  today: string;
  /** The day by the calendar there on which they heard of the cycle first. */
  knowsSince: string | undefined;
}

/** An instant at which somebody could be written to, and what was decided until then. */
export interface Moment {
  at: Date;
  today: string;
  knowsSince: string | undefined;
  decided: ReadonlySet<string>;
}

const hourMs = 60 * 60 * 1000;
const spanHours = 60 * 24;
const anyHour = fc.integer({ min: 0, max: spanHours });

/** Whether they take part, where their check-in is, and whether they have a team. */
export const anyStanding = fc.record({
  participates: fc.constantFrom(true, true, true, false),
  checkIn: fc.constantFrom<RecipientFacts['checkIn']>('none', 'none', 'draft', 'submitted'),
  team: fc.option(
    fc.record({
      asks: fc.boolean(),
      conversationsOpen: fc.boolean(),
      firstActionItemDue: fc.constant(undefined),
      waitingForView: fc.constantFrom([], [new Date('1999-01-01')]),
    }),
    { nil: undefined },
  ),
});

export const anyJourney: fc.Arbitrary<Journey> = fc
  .record({
    round: anyRound,
    home: anyZone,
    moves: fc.array(fc.record({ hour: anyHour, timeZone: anyZone }), { maxLength: 6 }),
    quiets: fc.array(fc.record({ hour: anyHour, hours: fc.integer({ min: 1, max: 240 }) }), {
      maxLength: 2,
    }),
    person: anyStanding,
  })
  .map(({ round, home, moves, quiets, person }) => {
    const start = startOf(round);
    const instant = (hour: number) => new Date(start + hour * hourMs);
    const later = moves.map(({ hour, timeZone }) => ({ from: instant(hour), timeZone }));
    return {
      round,
      person: factsOf(person, { round, timeZone: home }),
      stays: [
        { from: new Date(start), timeZone: home },
        ...later.sort((one, other) => one.from.getTime() - other.from.getTime()),
      ],
      quiets: quiets.map(({ hour, hours }) => ({ from: instant(hour), to: instant(hour + hours) })),
    };
  });

/** The facts about somebody to whom nothing has been sent yet; who has begun did so on the first day. */
export function factsOf(
  standing: Pick<RecipientFacts, 'participates' | 'checkIn' | 'team'>,
  { round, timeZone }: { round: CyclePlan; timeZone: string },
): RecipientFacts {
  const knowsSince = standing.checkIn === 'none' ? undefined : round.opensOn;
  const begins = { ...noFacts, cycle: { tookPart: true, invited: true } };
  return {
    ...begins,
    ...standing,
    timeZone,
    knowsSince,
    unavailableUntil: undefined,
    decided: new Set(),
  };
}

/** Lives through the instants at which something can change, and some between them. */
export function live({ round, person, stays, quiets }: Journey) {
  const events: Event[] = [];
  const moments: Moment[] = [];
  let facts = person;
  let invitedAt: Date | undefined;
  for (const at of instantsOf({ round, stays, quiets })) {
    const timeZone = stays.findLast(({ from }) => from <= at)?.timeZone ?? person.timeZone;
    const unavailableUntil = quiets.find(({ from, to }) => from <= at && at < to)?.to;
    const knowsSince = invitedAt ? localDay(invitedAt, timeZone) : person.knowsSince;
    facts = { ...facts, timeZone, unavailableUntil, knowsSince };
    const today = localDay(at, timeZone);
    for (const decision of decide(round, facts, at)) {
      events.push({ ...decision, at, timeZone, today, knowsSince });
      if (decision.kind === 'invitation') invitedAt ??= at;
      facts = afterDecision(facts, decision, at);
    }
    if (unavailableUntil || !isInWindow(at, timeZone, round)) continue;
    moments.push({ at, today, knowsSince: facts.knowsSince, decided: facts.decided });
  }
  return { events, moments };
}

function instantsOf({ round, stays, quiets }: Omit<Journey, 'person'>): Date[] {
  const start = startOf(round);
  const times = new Set([...stays, ...quiets].map(({ from }) => from.getTime()));
  for (const { to } of quiets) times.add(to.getTime());
  const firstDay = addDays(round.opensOn, -1);
  const days = daysBetween(firstDay, round.lastDay) + closingDays + 3;
  times.add(closesAt(round.lastDay).getTime());
  for (const timeZone of new Set(stays.map((stay) => stay.timeZone))) {
    for (let nth = 0; nth <= days; nth += 1) {
      const window = windowOf(addDays(firstDay, nth), timeZone);
      if (!window) continue;
      const [from, to] = [window.from.getTime(), window.to.getTime()];
      for (const time of [from - 1, from, to - 1, to]) times.add(time);
    }
  }
  return [...times]
    .filter((time) => time >= start)
    .sort((one, other) => one - other)
    .map((time) => new Date(time));
}

/** The day before the opening begins, in the zone where that is first. */
export function startOf({ opensOn }: CyclePlan): number {
  return Date.parse(`${addDays(opensOn, -1)}T00:00:00Z`) - 14 * hourMs;
}
