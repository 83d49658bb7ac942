import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { SentReminder } from '../../../src/services/reminder/reminders.js';
import { doubtAfterRestore, isServerAtWork } from '../../../src/services/restore/restore.js';
import { openReminderWorld, type ReminderWorld, type Team } from '../reminder/world.js';

let world: ReminderWorld;
beforeAll(async () => {
  world = await openReminderWorld();
});
afterAll(() => world.close());

/** The days on which the cycle brings something, and some others; in the mornings of all three zones. */
const days = ['03', '04', '05', '08', '10', '11', '15', '16', '17', '18', '23', '24', '31'];
const mornings = days.flatMap((day) =>
  ['04:30', '12:00', '15:00'].map((time) => `2027-03-${day}T${time}:00Z`),
);

/** A manager in New York with reports there, in London and in Kolkata. */
async function teamAroundTheWorld(): Promise<Team> {
  const team = await world.team();
  const manager = await team.add('Mika', { timeZone: 'America/New_York' });
  await team.add('Teo', { timeZone: 'America/New_York', manager });
  await team.add('Rosa', { timeZone: 'Europe/London', manager });
  await team.add('Sora', { timeZone: 'Asia/Kolkata', manager });
  return team;
}

/** The server works from one instant to another; out comes what it sent, as "reminder day-9 to U0TEO". */
async function work(team: Team, from: string, until: string): Promise<string[]> {
  const sent: SentReminder[] = [];
  for (const at of mornings.filter((one) => from <= one && one < until)) {
    sent.push(...(await team.sendAt(at)));
  }
  return sent.map(({ kind, step, recipient }) => `${kind} ${step} to ${recipient.slackUserId}`);
}

/** Keeps what is recorded about messages now; the function brings it back as it was. */
async function backUp({ workspaceId }: Team): Promise<() => Promise<void>> {
  const { db } = world.context;
  const deliveries = await db.delivery.findMany({ where: { workspaceId } });
  return async () => {
    await db.delivery.deleteMany({ where: { workspaceId } });
    await db.delivery.createMany({ data: deliveries });
  };
}

/** The restore is done right when the lost server has ended. */
function doubt(ranUntil: string | Date): Promise<number> {
  world.clock.set(ranUntil);
  return doubtAfterRestore(world.context, { ranUntil: world.clock.now() });
}

describe('after a backup was restored', () => {
  it.each([
    ['before the cycle opened', '2027-03-02T18:00:00Z', '2027-03-03T21:00:00Z'],
    ['while invitations went out', '2027-03-03T13:00:00Z', '2027-03-05T06:00:00Z'],
    ['two weeks ago', '2027-03-03T05:00:00Z', '2027-03-17T13:00:00Z'],
    ['before a weekend', '2027-03-10T06:00:00Z', '2027-03-14T12:00:00Z'],
    ['on the eve of the reviews', '2027-03-23T13:00:00Z', '2027-03-25T06:00:00Z'],
  ])('that was made %s, nobody gets anything twice', async (_, madeAt, ranUntil) => {
    const team = await teamAroundTheWorld();
    const before = await work(team, '2027-03-02T00:00:00Z', madeAt);
    const restore = await backUp(team);
    const lost = await work(team, madeAt, ranUntil);
    await restore();
    await doubt(ranUntil);
    const after = await work(team, ranUntil, '2027-04-01T00:00:00Z');
    const all = [...before, ...lost, ...after];
    expect(lost.length).toBeGreaterThan(0);
    expect(all.toSorted()).toEqual([...new Set(all)].toSorted());
  });

  it('what comes later is sent as usual', async () => {
    const team = await teamAroundTheWorld();
    await doubt('2027-03-08T12:00:00Z');
    const sent = await work(team, '2027-03-08T15:00:00Z', '2027-03-11T00:00:00Z');
    expect(sent.toSorted()).toEqual([
      'digest day-14 to U0MIKA',
      'reminder day-14 to U0MIKA',
      'reminder day-14 to U0ROSA',
      'reminder day-14 to U0SORA',
      'reminder day-14 to U0TEO',
    ]);
  });

  it('what may have been sent is told apart as unknown, for whoever runs Ladder to decide', async () => {
    const team = await teamAroundTheWorld();
    const ranUntil = new Date('2027-03-03T12:00:00Z');
    const doubted = await doubt(ranUntil);
    // At noon in London it is seven in New York: nobody there can have got an invitation yet.
    expect(await team.recorded()).toEqual([
      'invitation opens unknown restored',
      'invitation opens unknown restored',
    ]);
    expect(doubted).toBe(2);
  });

  it('what was being sent when it was made is not sent again either, nor looked for', async () => {
    const team = await teamAroundTheWorld();
    team.letterbox.answer = () => ({ state: 'unknown', reason: 'TimeoutError' });
    await work(team, '2027-03-02T00:00:00Z', '2027-03-03T12:00:00Z');
    await doubt('2027-03-03T12:00:00Z');
    const rows = await world.context.db.delivery.findMany({
      where: { workspaceId: team.workspaceId },
    });
    expect(rows).toMatchObject(
      rows.map(() => ({ state: 'unknown', reason: 'restored', claimId: null, claimedAt: null })),
    );
  });

  it('what waits for a later day goes on waiting', async () => {
    const team = await teamAroundTheWorld();
    const { db } = world.context;
    await work(team, '2027-03-02T00:00:00Z', '2027-03-03T13:00:00Z');
    const monday = new Date('2027-03-08T09:00:00Z');
    await db.delivery.updateMany({
      where: { workspaceId: team.workspaceId },
      data: { state: 'held', dueAt: monday },
    });
    await doubt('2027-03-03T13:00:00Z');
    expect(await team.recorded()).toEqual(['invitation opens held', 'invitation opens held']);
  });

  it('doing it a second time changes nothing', async () => {
    const team = await teamAroundTheWorld();
    const ranUntil = new Date('2027-03-04T12:00:00Z');
    expect(await doubt(ranUntil)).toBeGreaterThan(0);
    const recorded = await team.recorded();
    expect(await doubt(ranUntil)).toBe(0);
    expect(await team.recorded()).toEqual(recorded);
  });
});

describe('a server at work', () => {
  it('is noticed for two minutes', async () => {
    const { db } = world.context;
    const { workspaceId } = await world.team();
    await db.workspaceScheduler.deleteMany();
    expect(await isServerAtWork({ db })).toBe(false);
    await db.$executeRaw`INSERT INTO workspace_scheduler (workspace_id, planned_at)
      VALUES (${workspaceId}::uuid, now() - interval '110 seconds')`;
    expect(await isServerAtWork({ db })).toBe(true);
    await db.$executeRaw`UPDATE workspace_scheduler SET planned_at = now() - interval '130 seconds'`;
    expect(await isServerAtWork({ db })).toBe(false);
  });

  it('is not asked about a time that is yet to come, for which nothing can have been sent', async () => {
    const team = await teamAroundTheWorld();
    const { workspaceId } = team;
    const ranUntil = new Date('2027-03-18T12:00:00Z');
    await expect(doubtAfterRestore(world.context, { ranUntil })).rejects.toThrow(
      'lies in the future',
    );
    expect(await team.recorded()).toEqual([]);
    expect(await world.context.db.cycle.count({ where: { workspaceId } })).toBe(0);
  });
});
