import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Person } from '../../../src/database/index.js';
import { unavailableUntil } from '../../../src/domain/availability/availability.js';
import { snoozeChoices } from '../../../src/domain/availability/snooze.js';
import { addDays } from '../../../src/domain/time/day.js';
import { localDay } from '../../../src/domain/time/time-zone.js';
import { isInWindow } from '../../../src/domain/time/working-hours.js';
import { availabilityOf } from '../../../src/services/availability/availability.js';
import { comeBack, goAway } from '../../../src/services/availability/away.js';
import { claimDeliveries } from '../../../src/services/delivery/claims.js';
import { recordDeliveries } from '../../../src/services/delivery/enqueue.js';
import { hold } from '../../../src/services/delivery/hold.js';
import { deferMessage } from '../../../src/services/reminder/deferring.js';
import { nudgeReport } from '../../../src/services/reminder/nudges.js';
import { briefKind } from '../../../src/services/reveal/reveal.js';
import { openReminderWorld, type ReminderWorld, type Team } from '../reminder/world.js';
import { stories } from '../time/world.js';

let world: ReminderWorld;
beforeAll(async () => {
  world = await openReminderWorld();
});
afterAll(() => world.close());

const minuteMs = 60_000;
const working = { workingDays: [1, 2, 3, 4, 5] };

/** Ada manages Mika, who manages three people; all take part and Q1 is open. */
async function fivePeople() {
  const team = await world.team();
  const ada = await team.add('Ada');
  const mika = await team.add('Mika', { manager: ada });
  const reports: Person[] = [];
  for (const name of ['Teo', 'Sora', 'Kim']) reports.push(await team.add(name, { manager: mika }));
  await team.sendAt('2027-03-03T10:00:00Z');
  return { team, ada, mika, reports };
}

/** Both views of this report are in, and the brief is due to both people. */
async function reveal(team: Team, report: Person, manager: Person) {
  await team.reveal(report, manager);
  const { workspaceId } = team;
  const { cycleId } = await world.context.db.checkIn.findFirstOrThrow({
    where: { personId: report.id },
  });
  const common = { workspaceId, cycleId, subjectId: report.id, dueAt: world.clock.now() };
  await recordDeliveries(
    world.context.db,
    [report, manager].map(({ id }) =>
      briefKind.delivery({ ...common, step: 'reveal', recipientId: id }),
    ),
  );
}

const self = ({ workspaceId, id }: Person) => ({ workspaceId, personId: id });

describe('away and back a minute later', () => {
  it('brings no message again, and what came up meanwhile as itself', async () => {
    const { team, mika, reports } = await fivePeople();
    const [teo] = reports;
    if (!teo) throw new Error('nobody reports to Mika');
    await team.sendAt('2027-03-10T09:00:00Z');
    const message = team.letterbox.lastTo('U0MIKA');
    team.letterbox.letters.length = 0;
    world.clock.set('2027-03-10T09:30:00Z');
    await goAway(world.context, { ...self(mika), through: '2027-03-19', message });
    await reveal(team, teo, mika);
    await team.sendAt('2027-03-10T09:30:30Z');
    expect(team.letterbox.told).toEqual(['brief to U0TEO']);
    world.clock.set('2027-03-10T09:31:00Z');
    await comeBack(world.context, self(mika));
    for (const time of ['09:31', '09:32', '10:00', '15:00']) {
      await team.sendAt(`2027-03-10T${time}:00Z`);
    }
    expect(team.letterbox.told).toEqual(['brief to U0TEO', 'brief to U0MIKA']);
  });

  it('brings the next digest on its day', async () => {
    const { team, mika } = await fivePeople();
    await team.sendAt('2027-03-10T09:00:00Z');
    const message = team.letterbox.lastTo('U0MIKA');
    await goAway(world.context, { ...self(mika), through: '2027-03-26', message });
    await comeBack(world.context, self(mika));
    team.letterbox.letters.length = 0;
    await team.sendAt('2027-03-17T09:00:00Z');
    expect(team.letterbox.told).toContain('reminder, digest to U0MIKA');
  });

  it('holds nothing back that was decided about just when somebody came back', async () => {
    const { team, mika, reports } = await fivePeople();
    const [teo] = reports;
    if (!teo) throw new Error('nobody reports to Mika');
    const { db } = world.context;
    const { workspaceId } = team;
    await goAway(world.context, { ...self(mika), through: '2027-03-19' });
    await reveal(team, teo, mika);
    const at = world.clock.now();
    const recipient = await db.person.findUniqueOrThrow({ where: { id: mika.id } });
    const claims = await claimDeliveries(db, { workspaceId, at, limit: 10 });
    const claim = claims.find(({ recipientId }) => recipientId === mika.id);
    if (!claim) throw new Error('nothing is claimed for Mika');
    await comeBack(world.context, self(mika));
    const until = new Date('2027-03-22T09:00:00Z');
    await hold(db, claim, { recipient, until, at });
    const held = await db.delivery.findUniqueOrThrow({ where: { id: claim.id } });
    expect(held).toMatchObject({ state: 'due', dueAt: at, claimId: null });
  });

  it('holds what was decided about while somebody is away', async () => {
    const { team, mika, reports } = await fivePeople();
    const [teo] = reports;
    if (!teo) throw new Error('nobody reports to Mika');
    await goAway(world.context, { ...self(mika), through: '2027-03-19' });
    await reveal(team, teo, mika);
    await team.sendAt('2027-03-04T10:00:00Z');
    const where = { recipientId: mika.id, kind: 'brief' };
    const brief = await world.context.db.delivery.findFirstOrThrow({ where });
    expect(brief).toMatchObject({ state: 'held', dueAt: new Date('2027-03-22T09:00:00Z') });
  });
});

describe('a brief that a digest would tell as well', () => {
  it('is not given up where the digest cannot be built', async () => {
    const { team, mika, reports } = await fivePeople();
    const [teo] = reports;
    if (!teo) throw new Error('nobody reports to Mika');
    world.clock.set('2027-03-10T08:00:00Z');
    await reveal(team, teo, mika);
    team.letterbox.check = ({ kind }) => {
      if (kind === 'digest') throw new Error('this digest cannot be built');
    };
    await team.sendAt('2027-03-10T09:00:00Z');
    expect(team.letterbox.told).toContain('reminder, brief to U0MIKA');
  });

  it('is left to the digest that is sent', async () => {
    const { team, mika, reports } = await fivePeople();
    const [teo] = reports;
    if (!teo) throw new Error('nobody reports to Mika');
    world.clock.set('2027-03-10T08:00:00Z');
    await reveal(team, teo, mika);
    await team.sendAt('2027-03-10T09:00:00Z');
    expect(team.letterbox.told).toContain('reminder, digest to U0MIKA');
    expect(await team.recorded()).toContain('brief reveal obsolete superseded');
  });

  it('waits with the digest that Slack asks to send later', async () => {
    const { team, mika, reports } = await fivePeople();
    const [teo] = reports;
    if (!teo) throw new Error('nobody reports to Mika');
    world.clock.set('2027-03-10T08:00:00Z');
    await reveal(team, teo, mika);
    team.letterbox.answer = () => ({ state: 'retry', afterMs: 3_600_000 });
    await team.sendAt('2027-03-10T09:00:00Z');
    expect(await team.recorded()).not.toContain('brief reveal obsolete superseded');
  });
});

type Act =
  | { do: 'snooze'; choice: (typeof snoozeChoices)[number]; under: boolean }
  | { do: 'away'; days: number; under: boolean }
  | { do: 'back' | 'nudge' }
  | { do: 'reveal' | 'submit'; report: number };

const act: fc.Arbitrary<Act> = fc.oneof(
  fc.record({
    do: fc.constant('snooze' as const),
    choice: fc.constantFrom(...snoozeChoices),
    under: fc.boolean(),
  }),
  fc.record({
    do: fc.constant('away' as const),
    days: fc.integer({ min: 0, max: 12 }),
    under: fc.boolean(),
  }),
  fc.record({ do: fc.constantFrom('back' as const, 'back' as const, 'nudge' as const) }),
  fc.record({
    do: fc.constantFrom('reveal' as const, 'submit' as const),
    report: fc.integer({ min: 0, max: 2 }),
  }),
);

/** What Mika does and others do to her, each so many minutes after the one before. */
const story = fc.array(
  fc.record({
    act,
    after: fc.oneof(fc.integer({ min: 1, max: 90 }), fc.integer({ min: 90, max: 2 * 24 * 60 })),
  }),
  { minLength: 4, maxLength: 6 },
);

it('whatever somebody puts off and takes back, each comes once, and again only where asked for', async () => {
  await fc.assert(fc.asyncProperty(story, liveThrough), { numRuns: 2 * stories });
}, 240_000);

async function liveThrough(acts: { act: Act; after: number }[]): Promise<void> {
  const { db } = world.context;
  const { team, ada, mika, reports } = await fivePeople();
  const { workspaceId } = team;
  const mine = { workspaceId, recipientId: mika.id };
  const asked = new Set<string>();
  const posted = new Map<string, number>();
  const revealed: { report: string; at: Date }[] = [];

  async function send(at: Date) {
    const before = team.letterbox.letters.length;
    await team.sendAt(at);
    const rows = await db.delivery.findMany({ where: mine });
    for (const { id, kind, step, attempts } of rows) {
      const times = posted.get(id) ?? 0;
      if (attempts === times) continue;
      expect(attempts, `${kind} ${step} is posted once at a time`).toBe(times + 1);
      if (times > 0)
        expect(asked, `${kind} ${step} came again at ${at.toISOString()}`).toContain(id);
      asked.delete(id);
      posted.set(id, attempts);
    }
    const person = await db.person.findUniqueOrThrow({ where: { id: mika.id } });
    const toMika = team.letterbox.letters.slice(before).filter(({ to }) => to === 'U0MIKA');
    if (unavailableUntil(availabilityOf(person), at)) {
      expect(toMika, `nothing comes at ${at.toISOString()}`).toEqual([]);
    } else if (isInWindow(at, 'UTC', working)) {
      const soon = new Date(at.getTime() + 10 * minuteMs);
      const waiting = rows.filter(
        ({ state, dueAt }) => state === 'held' || (state === 'due' && dueAt > soon),
      );
      expect(waiting, `nothing waits at ${at.toISOString()}`).toEqual([]);
      expect(rows.filter(({ state, dueAt }) => state === 'due' && dueAt <= at)).toEqual([]);
    }
  }

  /** The message under which Mika presses: the newest, with what it tells. */
  async function newest() {
    const message = team.letterbox.lastTo('U0MIKA');
    const rows = await db.delivery.findMany({
      where: { ...mine, slackChannelId: message.channelId, slackTs: message.ts },
    });
    return { message, ids: rows.map(({ id }) => id) };
  }

  async function carryOut(one: Act) {
    switch (one.do) {
      case 'snooze': {
        const { message, ids } = await newest();
        const under = one.under ? { message } : {};
        const deferred = await deferMessage(world.context, {
          ...{ ...self(mika), choice: one.choice },
          ...under,
        });
        if (one.under && 'until' in deferred) for (const id of ids) asked.add(id);
        return;
      }
      case 'away': {
        const { message, ids } = await newest();
        const through = addDays(localDay(world.clock.now(), 'UTC'), one.days);
        await goAway(world.context, { ...self(mika), through, ...(one.under && { message }) });
        if (one.under) for (const id of ids) asked.add(id);
        return;
      }
      case 'back':
        asked.clear();
        return comeBack(world.context, self(mika));
      case 'nudge':
        await nudgeReport(world.context, team.letterbox, {
          ...{ workspaceId, managerId: ada.id, reportId: mika.id },
        });
        return;
      case 'submit':
      case 'reveal': {
        const report = reports[one.report];
        if (!report || revealed.some((other) => other.report === report.id)) return;
        if (one.do === 'submit') return team.submit(report);
        await reveal(team, report, mika);
        revealed.push({ report: report.id, at: world.clock.now() });
      }
    }
  }

  let now = new Date('2027-03-04T09:00:00Z');
  await send(now);
  for (const { act: one, after } of acts) {
    const then = new Date(now.getTime() + after * minuteMs);
    for (const at of morningsBetween(now, then)) await send(at);
    world.clock.set(then);
    await carryOut(one);
    await send(then);
    now = new Date(then.getTime() + minuteMs);
    await send(now);
  }
  for (const at of morningsBetween(now, new Date(now.getTime() + 14 * 24 * 60 * minuteMs)))
    await send(at);
  const rows = await db.delivery.findMany({ where: { ...mine, kind: 'brief' } });
  expect(rows).toHaveLength(revealed.length);
  for (const { subjectId, state, reason } of rows) {
    const at = revealed.find(({ report }) => report === subjectId)?.at ?? new Date(0);
    if (state === 'sent') continue;
    // A digest has told of it.
    expect(`${state} ${reason}`).toBe('obsolete superseded');
    const digests = await db.delivery.findMany({
      where: { ...mine, kind: 'digest', state: 'sent' },
    });
    expect(digests.some(({ sentAt }) => sentAt && sentAt >= at)).toBe(true);
  }
}

/** Nine of each working day between two instants, and when what waited for ten minutes comes. */
function morningsBetween(from: Date, to: Date): Date[] {
  const times: Date[] = [];
  for (let day = localDay(from, 'UTC'); day <= localDay(to, 'UTC'); day = addDays(day, 1)) {
    for (const time of ['09:00', '09:11']) times.push(new Date(`${day}T${time}:00Z`));
  }
  return times.filter((at) => at > from && at < to && isInWindow(at, 'UTC', working));
}
