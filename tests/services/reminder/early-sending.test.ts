import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { goAway } from '../../../src/services/availability/away.js';
import { ensureCycles } from '../../../src/services/cycle/cycles.js';
import { planEarly } from '../../../src/services/reminder/early-plan.js';
import { sendEarly } from '../../../src/services/reminder/early-sending.js';
import { openReminderWorld, type ReminderWorld, type Team } from './world.js';

let world: ReminderWorld;
beforeAll(async () => {
  world = await openReminderWorld();
});
afterAll(() => world.close());

/** A Saturday night, four days before Q1's check-ins open; the cycles are planned. */
const saturday = '2027-02-27T22:00:00Z';

async function teamOn(now: string): Promise<Team> {
  const team = await world.team();
  world.clock.set(now);
  await ensureCycles(world.context, team.workspaceId);
  return team;
}
const early = ({ workspaceId, letterbox }: Team, cycleName = 'Q1 2027') =>
  sendEarly(world.context, letterbox, { workspaceId, cycleName, by: { operator: 'olga' } });
const plan = ({ workspaceId }: Team, cycleName = 'Q1 2027') =>
  planEarly(world.context, { workspaceId, cycleName });
const cycleOf = ({ workspaceId }: Team, name = 'Q1 2027') =>
  world.context.db.cycle.findFirstOrThrow({ where: { workspaceId, name } });

/** The sentence that it fails with; nothing was decided, opened or sent. */
async function refused(team: Team, cycleName?: string): Promise<string> {
  const { db } = world.context;
  const { workspaceId } = team;
  const cycles = await db.cycle.findMany({ where: { workspaceId }, orderBy: { id: 'asc' } });
  const recorded = await team.recorded();
  const audited = await db.auditLogEntry.count({ where: { workspaceId } });
  const received = [...team.letterbox.received];
  const error: unknown = await early(team, cycleName).catch((reason: unknown) => reason);
  expect(error).toMatchObject({ name: 'UserFacingError' });
  expect(await db.cycle.findMany({ where: { workspaceId }, orderBy: { id: 'asc' } })).toEqual(
    cycles,
  );
  expect(await team.recorded()).toEqual(recorded);
  expect(await db.auditLogEntry.count({ where: { workspaceId } })).toBe(audited);
  expect(team.letterbox.received).toEqual(received);
  return String(error);
}

describe('an invitation that is sent early', () => {
  it('opens the cycle today and writes to everybody on the ladder, whatever hour it is', async () => {
    const team = await teamOn(saturday);
    await team.add('Teo', { timeZone: 'Asia/Tokyo' });
    await team.add('Sora', { timeZone: 'America/New_York' });
    await team.add('Kit', { role: null });
    expect(await early(team)).toMatchObject([{ state: 'sent' }, { state: 'sent' }]);
    expect(team.letterbox.received.sort()).toEqual(['invitation to U0SORA', 'invitation to U0TEO']);
    expect(await cycleOf(team)).toMatchObject({
      opensOn: new Date('2027-02-27'),
      openedAt: new Date(saturday),
      reviewOn: new Date('2027-03-24'),
    });
    const { db } = world.context;
    const { workspaceId } = team;
    expect(await db.auditLogEntry.findMany({ where: { workspaceId } })).toMatchObject([
      { action: 'sent_early', operator: 'olga', subject: 'Q1 2027', after: '2' },
    ]);
  });

  it("doesn't come again, and what follows comes as planned", async () => {
    const team = await teamOn(saturday);
    await team.add('Teo');
    await early(team);
    for (const day of ['01', '03', '04', '09', '10']) await team.sendAt(`2027-03-${day}T10:00:00Z`);
    expect(team.letterbox.received).toEqual(['invitation to U0TEO', 'reminder to U0TEO']);
    expect(await team.recorded()).toEqual(['invitation opens sent', 'reminder day-14 sent']);
  });

  it.each([
    ['on a weekend', saturday, 'The invitation of Q1 2027 on 2027-03-01 has nobody left to go to'],
    ['in the week', '2027-03-02T20:00:00Z', 'or got one about it today (1)'],
  ])('is not followed by a reminder when it is asked for twice %s', async (_, now, sentence) => {
    const team = await teamOn(now);
    await team.add('Teo');
    await early(team);
    expect(await refused(team)).toContain(sentence);
  });

  it('leaves out who is away, and comes to them when they are back', async () => {
    const team = await teamOn('2027-03-01T22:00:00Z');
    const teo = await team.add('Teo');
    await team.add('Sora');
    const { workspaceId } = team;
    await goAway(world.context, { workspaceId, personId: teo.id, through: '2027-03-04' });
    expect((await plan(team)).leftOut).toEqual({ unavailable: 1, writtenToToday: 0 });
    await early(team);
    await team.sendAt('2027-03-04T10:00:00Z');
    expect(team.letterbox.received).toEqual(['invitation to U0SORA']);
    await team.sendAt('2027-03-05T10:00:00Z');
    expect(team.letterbox.received).toEqual(['invitation to U0SORA', 'invitation to U0TEO']);
  });

  it('comes on its day to whom Slack could not take it for', async () => {
    const team = await teamOn('2027-03-02T22:00:00Z');
    await team.add('Teo');
    const { answer } = team.letterbox;
    team.letterbox.answer = () => ({ state: 'limited', afterMs: 10 });
    expect(await early(team)).toMatchObject([{ state: 'due' }]);
    team.letterbox.answer = answer;
    await team.sendAt('2027-03-03T10:00:00Z');
    expect(team.letterbox.received).toEqual(['invitation to U0TEO']);
  });

  it('ends the check-ins of the cycle before, and the plan says so', async () => {
    const team = await teamOn('2027-02-20T10:00:00Z');
    await team.add('Teo');
    const dates = { opensOn: '2027-02-03', dueOn: '2027-02-22', reviewOn: '2027-02-24' };
    const days = Object.entries(dates).map(([name, day]) => [name, new Date(day)]);
    await world.context.db.cycle.create({
      data: {
        ...{ workspaceId: team.workspaceId, name: 'Winter', openedAt: world.clock.now() },
        ...(Object.fromEntries(days) as Record<keyof typeof dates, Date>),
      },
    });
    world.clock.set('2027-02-26T10:00:00Z');
    expect((await plan(team)).opens).toEqual({ closes: 'Winter' });
    await early(team);
    expect(await refused(team, 'winter')).toContain('Winter is closed');
  });
});

describe("an open cycle's next step", () => {
  it('is sent early as one message to who gets two, and not again', async () => {
    const team = await teamOn('2027-03-02T15:00:00Z');
    const mika = await team.add('Mika');
    await team.add('Teo', { manager: mika });
    await team.sendAt('2027-03-03T10:00:00Z');
    world.clock.set('2027-03-06T20:00:00Z');
    expect(await early(team)).toHaveLength(3);
    await team.sendAt('2027-03-10T10:00:00Z');
    expect(team.letterbox.told.slice(2).sort()).toEqual([
      'reminder to U0TEO',
      'reminder, digest to U0MIKA',
    ]);
  });

  it('asks nothing of who has sent their check-in, early or on its day', async () => {
    const team = await teamOn('2027-03-02T15:00:00Z');
    await team.submit(await opened(team));
    await team.add('Sora');
    await team.sendAt('2027-03-03T11:00:00Z');
    world.clock.set('2027-03-08T20:00:00Z');
    await early(team);
    expect(team.letterbox.received.slice(2)).toEqual(['reminder to U0SORA']);
  });
});

/** Teo, invited to the open cycle. */
async function opened(team: Team) {
  const teo = await team.add('Teo');
  await team.sendAt('2027-03-03T10:00:00Z');
  return teo;
}

describe('sending early is refused, and nothing is opened,', () => {
  it.each([
    ['where no cycle has that name', 'Q7 2027', 'No cycle is called "Q7 2027". There are: Q1 2027'],
    ['for a cycle months away', 'Q2 2027', 'in 95 days. It can be sent up to 14 days early'],
  ])('%s', async (_, name, sentence) => {
    const team = await teamOn('2027-02-27T22:00:00Z');
    await team.add('Teo');
    await world.context.db.cycle.updateMany({
      where: { workspaceId: team.workspaceId, name: 'Q1 2027' },
      data: { reviewOn: new Date('2027-02-26') },
    });
    expect(await refused(team, name)).toContain(sentence);
  });

  it('where a cycle whose reviews are ahead comes first', async () => {
    const team = await teamOn('2027-02-27T22:00:00Z');
    await team.add('Teo');
    expect(await refused(team, 'Q2 2027')).toContain('Q1 2027 comes first');
  });

  it('where nobody is on the ladder', async () => {
    const team = await teamOn(saturday);
    await team.add('Kit', { role: null });
    const gone = await team.add('Teo');
    const { db } = world.context;
    await db.person.update({ where: { id: gone.id }, data: { leftAt: world.clock.now() } });
    expect(await refused(team)).toContain('Nobody is on the ladder');
  });

  it('where nothing comes any more before the reviews, or the cycle is over', async () => {
    const team = await teamOn('2027-03-02T15:00:00Z');
    await opened(team);
    world.clock.set('2027-03-24T10:00:00Z');
    expect(await refused(team)).toContain('Q1 2027 has nothing more to send before its reviews');
    world.clock.set('2027-05-01T10:00:00Z');
    expect(await refused(team)).toContain('Q1 2027 is closed');
  });
});
