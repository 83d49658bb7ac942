import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Person } from '../../../src/database/index.js';
import { snoozeChoices } from '../../../src/domain/availability/snooze.js';
import { closesAt } from '../../../src/domain/reminder/closing.js';
import { instantAt } from '../../../src/domain/time/time-zone.js';
import { goAway } from '../../../src/services/availability/away.js';
import { remindLater } from '../../../src/services/availability/snooze.js';
import { openReminderWorld, type ReminderWorld, type Team } from './world.js';

let world: ReminderWorld;
beforeAll(async () => {
  world = await openReminderWorld();
});
afterAll(() => world.close());

const zones = ['UTC', 'America/New_York', 'Asia/Kolkata', 'Pacific/Auckland'];
const hourMs = 60 * 60 * 1000;

/** The events until the day from which the rest is previewed. */
const quiet = fc.record({
  snooze: fc.option(fc.constantFrom(...snoozeChoices), { nil: undefined }),
  /** Days from the start on. */
  away: fc.option(fc.integer({ min: 0, max: 20 }), { nil: undefined }),
  /** Whether the snooze was under the last message, which then comes again. */
  again: fc.boolean(),
});
const stories = fc.record({
  people: fc.array(fc.record({ timeZone: fc.constantFrom(...zones), quiet }), {
    minLength: 3,
    maxLength: 3,
  }),
  teo: fc.constantFrom('none', 'draft', 'submitted', 'revealed', 'talked'),
  /** Hours from the opening on. */
  lived: fc.integer({ min: 24, max: 24 * 24 }),
  /** The day of an action of Teo's, from the opening on. */
  actionIn: fc.option(fc.integer({ min: 2, max: 40 }), { nil: undefined }),
});

it('What is foretold is what is sent, whoever is away, snoozes, or has actions due', async () => {
  await fc.assert(
    fc.asyncProperty(stories, async ({ people, teo: state, lived, actionIn }) => {
      const team = await world.team();
      const [first, second, third] = people;
      if (!first || !second || !third) throw new Error('three people');
      const ada = await team.add('Ada', { timeZone: first.timeZone, role: null });
      const mika = await team.add('Mika', { timeZone: second.timeZone, manager: ada });
      const teo = await team.add('Teo', { timeZone: third.timeZone, manager: mika });
      const start = Date.UTC(2027, 2, 3);
      const from = start + lived * hourMs;
      await liveThrough(team, start, start + 12 * hourMs);
      if (state === 'draft') await team.begin(teo);
      if (state === 'submitted') await team.submit(teo);
      if (state === 'revealed') await team.reveal(teo, mika);
      if (state === 'talked') await team.talk(teo, mika);
      if (actionIn !== undefined) await agree(teo, new Date(start + actionIn * 24 * hourMs));
      await liveThrough(team, start + 12 * hourMs, from);
      world.clock.set(new Date(from));
      for (const [nth, person] of [ada, mika, teo].entries()) {
        await beQuiet(team, person, people[nth]?.quiet);
      }
      const foretold = await team.previewFrom(new Date(from).toISOString());
      const end = Date.UTC(2027, 3, 16);
      const sent = await liveThrough(team, from, end);
      const lines = foretold
        .filter(({ about, at }) => about === 'Q1 2027' && at.getTime() < end)
        .map(({ at, recipient, kind, step }) => line(at, recipient.name, kind, step));
      expect(sent.sort()).toEqual(lines.sort());
    }),
    { numRuns: 4 },
  );
}, 600_000);

/** An action of a report's, agreed on in a conversation of the open cycle if there was one. */
async function agree(person: Person, dueOn: Date) {
  const { db, clock } = world.context;
  const conversation = await db.conversation.findFirst({ where: { personId: person.id } });
  await db.actionItem.create({
    data: {
      workspaceId: person.workspaceId,
      personId: person.id,
      ownerId: person.id,
      conversationId: conversation?.id ?? null,
      what: 'Shadow two calls',
      dueOn,
      createdAt: clock.now(),
    },
  });
}

async function beQuiet(
  team: Team,
  person: Person,
  wish:
    | {
        snooze?: (typeof snoozeChoices)[number] | undefined;
        away?: number | undefined;
        again: boolean;
      }
    | undefined,
) {
  const self = { workspaceId: team.workspaceId, personId: person.id };
  if (wish?.snooze) {
    const row = await world.context.db.delivery.findFirst({
      where: { recipientId: person.id, state: 'sent' },
      orderBy: { sentAt: 'desc' },
    });
    const message =
      wish.again && row?.slackChannelId && row.slackTs
        ? { channelId: row.slackChannelId, ts: row.slackTs }
        : undefined;
    await remindLater(world.context, { ...self, choice: wish.snooze, message });
  }
  if (wish?.away !== undefined) {
    const days = (wish.away + 1) * 24 * hourMs;
    const through = new Date(world.clock.now().getTime() + days).toISOString().slice(0, 10);
    await goAway(world.context, { ...self, through });
  }
}

/**
 * Sends what is due, in each person's morning and when the hour's snooze ends, and tells what left.
 */
async function liveThrough(team: Team, from: number, to: number): Promise<string[]> {
  const lines: string[] = [];
  for (const time of occasions(from, to)) {
    const sent = await team.sendAt(new Date(time));
    lines.push(...sent.map((one) => line(one.at, one.recipient.name, one.kind, one.step)));
  }
  return lines;
}

function occasions(from: number, to: number): number[] {
  // With the instant at which the cycle is closed everywhere.
  const times = new Set([from, from + hourMs, closesAt('2027-04-14').getTime()]);
  // East of UTC a day's morning lies in the day before.
  for (let time = from - 24 * hourMs; time < to + 24 * hourMs; time += 24 * hourMs) {
    const day = new Date(time).toISOString().slice(0, 10);
    for (const zone of zones) times.add(instantAt(day, 9, zone).getTime());
  }
  return [...times].filter((time) => time >= from && time < to).sort((a, b) => a - b);
}

function line(at: Date, name: string, kind: string, step: string): string {
  return `${at.toISOString()} ${name} ${kind} ${step}`;
}
