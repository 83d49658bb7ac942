import fc from 'fast-check';
import type { Person } from '../../../src/database/index.js';
import { unavailableUntil } from '../../../src/domain/availability/availability.js';
import { addDays, type Day } from '../../../src/domain/time/day.js';
import { localDay } from '../../../src/domain/time/time-zone.js';
import { isInWindow } from '../../../src/domain/time/working-hours.js';
import { availabilityOf } from '../../../src/services/availability/availability.js';
import { goAway } from '../../../src/services/availability/away.js';
import { remindLater } from '../../../src/services/availability/snooze.js';
import { anyReview, anyWeek, anyZone } from '../../domain/time/places.js';
import type { ReminderWorld } from '../reminder/world.js';
import { daysSeen, momentsOf, teamWith, tellProfile, threePeople } from './world.js';

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
const anyHour = fc.integer({ min: 24, max: 24 * 24 });
/** Half of the ways lead over the date line. */
const anyGoal = fc.oneof(anyZone, fc.constantFrom('Pacific/Kiritimati', 'Pacific/Pago_Pago'));
const who = fc.integer({ min: 0, max: 2 });
const move = fc.record({ who, hour: anyHour, zone: anyGoal });
const wish = fc.record({ who, hour: anyHour, wish: fc.constantFrom('hour', 'monday', 'away') });

/** Somebody crosses the date line between the decision on a step and its sending. */
const crossing = fc
  .record({ who, daysBefore: fc.constantFrom(21, 14, 9, 7, 1) })
  .map(({ who, daysBefore }) => {
    // Nine o'clock of the step's day on Kiritimati, counted from the story's start.
    const hour = (daysSeen - daysBefore) * 24 - 5;
    return {
      events: [
        { who, hour: hour - 12, zone: 'Pacific/Kiritimati' },
        { who, hour: hour + 1, zone: 'Pacific/Pago_Pago' },
      ],
      busy: [{ hour, minutes: 90 }],
    };
  });

/** Three people, where they go and when they want quiet; and when Slack asks to wait. */
export const anyStory = fc
  .record({
    round: fc.record({ reviewOn: anyReview, workingDays: anyWeek }),
    homes: fc.array(anyGoal, { minLength: 3, maxLength: 3 }),
    crossings: fc.array(crossing, { minLength: 1, maxLength: 2 }),
    events: fc.array(fc.oneof(move, move, wish), { maxLength: 4 }),
    busy: fc.array(fc.record({ hour: anyHour, minutes: fc.integer({ min: 1, max: 2000 }) }), {
      maxLength: 2,
    }),
  })
  .map(({ crossings, events, busy, ...story }) => ({
    ...story,
    events: [...events, ...crossings.flatMap((one) => one.events)],
    busy: [...busy, ...crossings.flatMap((one) => one.busy)],
  }));
export type Story = typeof anyStory extends fc.Arbitrary<infer T> ? T : never;

/** A reason to write that was carried out, where its recipient was then. */
export interface MessageContent {
  at: Date;
  name: string;
  kind: string;
  step: string;
  timeZone: string;
  today: Day;
}

/** A person who could get messages, and those they had got by the end of that minute. */
export interface Reached {
  name: string;
  timeZone: string;
  today: Day;
  told: MessageContent[];
}

/** What was sent, whom it could have reached, and from which day each letter counts. */
export interface Lived {
  told: MessageContent[];
  reached: Reached[];
  counted: { today: Day; from: Day }[];
}

/** Steps the clock through everybody's mornings and through what happens between them. */
export async function live(world: ReminderWorld, story: Story): Promise<Lived> {
  const { db } = world.context;
  const { team, start } = await teamWith(world, story.round);
  const end = new Date(`${addDays(story.round.reviewOn, 9)}T00:00:00Z`);
  await threePeople(team, story.homes);
  const after = (hour: number) => start.getTime() + hour * hourMs;
  const busy = story.busy.map(({ hour, minutes }) => [
    after(hour),
    after(hour) + minutes * minuteMs,
  ]);
  const isBusy = () => {
    const time = world.clock.now().getTime();
    return busy.some(([from = 0, to = 0]) => time >= from && time < to);
  };
  const { answer } = team.letterbox;
  team.letterbox.answer = (to) => (isBusy() ? { state: 'retry', afterMs: minuteMs } : answer(to));
  const events = [...story.events].sort((one, other) => one.hour - other.hour);
  const turns = events.flatMap(({ hour }) => [0, 11, 60].map((m) => after(hour) + m * minuteMs));
  const zones = events.flatMap((event) => ('zone' in event ? [event.zone] : []));
  const movedAt = new Map<string, number>();
  const lived: Lived = { told: [], reached: [], counted: [] };
  const others = turns.map((time) => new Date(time));
  for (const at of momentsOf({ ...story.round, start, end }, [...story.homes, ...zones], others)) {
    world.clock.set(at);
    const workspaceId = team.workspaceId;
    const read = () => db.person.findMany({ where: { workspaceId }, orderBy: { id: 'asc' } });
    while (events[0] && after(events[0].hour) <= at.getTime()) {
      const event = events.shift();
      const person = event && (await read())[event.who];
      if (!event || !person) continue;
      if ('wish' in event) await beQuiet(world, person, event.wish);
      else await tellProfile(world, team, { ...person, timeZone: event.zone });
      if ('zone' in event) movedAt.set(person.id, at.getTime());
    }
    const people = await read();
    const letters = team.letterbox.letters.length;
    const sent = (await team.sendAt(at)).filter(({ outcome }) => outcome === 'sent');
    for (const { recipient, kind, step } of sent) {
      const { name } = recipient;
      const timeZone = people.find((person) => person.name === name)?.timeZone ?? '';
      lived.told.push({ at, name, kind, step, timeZone, today: localDay(at, timeZone) });
    }
    for (const { to, message } of team.letterbox.letters.slice(letters)) {
      const timeZone = people.find(({ slackUserId }) => slackUserId === to)?.timeZone ?? '';
      for (const part of message.kind === 'combined' ? message.parts : [message]) {
        if ('today' in part)
          lived.counted.push({ today: localDay(at, timeZone), from: part.today });
      }
    }
    for (const person of isBusy() ? [] : people) {
      const { id, name, timeZone } = person;
      // What waits is looked at anew ten minutes after a move.
      const decided = at.getTime() - (movedAt.get(id) ?? 0) > 10 * minuteMs;
      const quiet = unavailableUntil(availabilityOf(person), at) !== undefined;
      if (!decided || quiet || !isInWindow(at, timeZone, story.round)) continue;
      const told = lived.told.filter((one) => one.name === name);
      lived.reached.push({ name, timeZone, today: localDay(at, timeZone), told });
    }
  }
  return lived;
}

async function beQuiet({ context, clock }: ReminderWorld, person: Person, wish: string) {
  const self = { workspaceId: person.workspaceId, personId: person.id };
  if (wish === 'hour' || wish === 'monday') return remindLater(context, { ...self, choice: wish });
  const today = localDay(clock.now(), person.timeZone);
  return goAway(context, { ...self, through: addDays(today, 4) });
}
