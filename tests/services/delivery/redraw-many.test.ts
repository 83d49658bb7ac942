import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Messenger } from '../../../src/services/delivery/messenger.js';
import { redrawAll } from '../../../src/services/delivery/redraw.js';
import { markCycles } from '../../../src/services/redraw-mark/index.js';
import { counting, openReminderWorld, type ReminderWorld, type Team } from '../reminder/world.js';

let world: ReminderWorld;
let team: Team;
let cycleId: string;
beforeAll(async () => {
  world = await openReminderWorld();
});
afterAll(() => world.close());

/** So many people had their invitation to a review, which is over. */
const people = 1_200;
beforeEach(async () => {
  const { db } = world.context;
  team = await world.team();
  const { workspaceId } = team;
  await team.sendAt('2027-03-03T09:00:00Z');
  const opened = { workspaceId, openedAt: { not: null } };
  cycleId = (await db.cycle.findFirstOrThrow({ where: opened })).id;
  await team.addMany(people);
  const rows = await db.person.findMany({ where: { workspaceId }, select: { id: true } });
  const sentAt = world.clock.now();
  await db.delivery.createMany({
    data: rows.map(({ id: recipientId }, nth) => ({
      ...{ workspaceId, cycleId, recipientId, kind: 'invitation', step: 'opens' },
      ...{ key: `post ${nth}`, state: 'sent' as const, dueAt: sentAt, sentAt },
      ...{ claimId: `claim ${nth}`, slackChannelId: `D${nth}`, slackTs: `${nth}.0` },
    })),
  });
  world.clock.set('2027-04-16T10:00:00Z');
  await markCycles(db, [cycleId], world.clock.now());
});

/** The same letterbox, for a workspace that posts so often a minute. */
const at = (perMinute: number): Messenger =>
  Object.create(team.letterbox, { perMinute: { value: perMinute } });

const left = () =>
  world.context.db.delivery.count({ where: { cycleId, redrawDueAt: { not: null } } });

describe('when a review with many posts closes', () => {
  it('as many are edited as the pace allows, whoever draws them, and the rest stay marked', async () => {
    expect(await left()).toBe(people);
    const { workspaceId } = team;
    await world.context.db.workspaceScheduler.upsert({
      where: { workspaceId },
      create: { workspaceId, freeAt: new Date() },
      update: { freeAt: new Date() },
    });
    // At one a minute: one at once, and the next is further away than anybody waits.
    await Promise.all([1, 2, 3].map(() => redrawAll(world.context, at(1), { workspaceId })));
    expect(team.letterbox.edits).toHaveLength(1);
    expect(await left()).toBe(people - 1);
  });

  it('each is edited once by several processes, with as many statements as there are posts', async () => {
    const { workspaceId } = team;
    const counted = counting(world.context);
    const draw = () => redrawAll(counted.context, team.letterbox, { workspaceId });
    await Promise.all([draw(), draw()]);
    await draw();
    const places = team.letterbox.edits.map(({ channelId, ts }) => `${channelId} ${ts}`);
    expect(new Set(places).size).toBe(people);
    expect(places).toHaveLength(people);
    expect(await left()).toBe(0);
    // A slot and the outcome for each; what decides is read for twenty at once.
    expect(counted.statements()).toBeLessThan(people * 4);
  }, 120_000);
});
