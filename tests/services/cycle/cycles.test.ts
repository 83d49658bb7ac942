import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ensureCycles, listCycles, openDueCycles } from '../../../src/services/cycle/cycles.js';
import { openCycle } from '../../../src/services/cycle/opening.js';
import { UserFacingError } from '../../../src/services/errors/user-facing-error.js';
import { findOpenCycle, nextCycle } from '../../../src/services/open-cycle/index.js';
import { openReminderWorld, type ReminderWorld } from '../reminder/world.js';

let world: ReminderWorld;
beforeAll(async () => {
  world = await openReminderWorld();
});
afterAll(() => world.close());

/** Makes and opens what the calendar asks for at this instant. */
async function arriveAt(workspaceId: string, now: string) {
  world.clock.set(now);
  await ensureCycles(world.context, workspaceId);
  await openDueCycles(world.context, workspaceId);
}

const names = async (workspaceId: string) =>
  (await listCycles(world.context, workspaceId)).map(({ name }) => name);

describe('cycles from the cadence', () => {
  it("are the running quarter's and the next one's, however often they are made", async () => {
    const { workspaceId } = await world.team();
    await arriveAt(workspaceId, '2027-03-02T15:00:00Z');
    await arriveAt(workspaceId, '2027-03-02T15:01:00Z');
    expect(await names(workspaceId)).toEqual(['Q2 2027', 'Q1 2027']);
  });

  it('follow each other through the year', async () => {
    const { workspaceId } = await world.team();
    for (const day of ['2027-03-02', '2027-06-02', '2027-09-02']) {
      await arriveAt(workspaceId, `${day}T15:00:00Z`);
    }
    expect(await names(workspaceId)).toEqual(['Q4 2027', 'Q3 2027', 'Q2 2027', 'Q1 2027']);
  });

  it('open when their first day begins for the first of their people, with the current framework', async () => {
    const { workspaceId, add } = await world.team();
    await add('Sora', { timeZone: 'Asia/Tokyo' });
    await arriveAt(workspaceId, '2027-03-02T14:59:00Z');
    expect(await findOpenCycle(world.context, workspaceId)).toBeUndefined();
    expect(await nextCycle(world.context, workspaceId)).toMatchObject({ name: 'Q1 2027' });

    await arriveAt(workspaceId, '2027-03-02T15:00:00Z');
    expect(await findOpenCycle(world.context, workspaceId)).toMatchObject({
      name: 'Q1 2027',
      opensOn: '2027-03-03',
      dueOn: '2027-03-17',
      reviewOn: '2027-03-24',
      frameworkVersionId: world.context.frameworks.current(workspaceId).id,
      openedAt: new Date('2027-03-02T15:00:00Z'),
    });
    expect(await nextCycle(world.context, workspaceId)).toMatchObject({ name: 'Q2 2027' });
  });

  it("stay open for three weeks after the review date, until the last day's end in the last zone", async () => {
    const { workspaceId } = await world.team();
    await arriveAt(workspaceId, '2027-03-03T10:00:00Z');
    world.clock.set('2027-04-15T11:59:00Z');
    expect(await findOpenCycle(world.context, workspaceId)).toMatchObject({ name: 'Q1 2027' });
    world.clock.set('2027-04-15T12:00:00Z');
    expect(await findOpenCycle(world.context, workspaceId)).toBeUndefined();
  });

  it('count who takes part, who has begun and who is done', async () => {
    const { workspaceId, add, begin, look, submit } = await world.team();
    const [rosa, teo] = [await add('Rosa'), await add('Teo')];
    const sora = await add('Sora');
    await add('Kit', { role: null });
    await arriveAt(workspaceId, '2027-03-03T10:00:00Z');
    await submit(rosa);
    await begin(teo);
    await look(sora);
    const cycles = await listCycles(world.context, workspaceId);
    expect(cycles.find(({ name }) => name === 'Q1 2027')).toMatchObject({
      participants: 3,
      started: 2,
      submitted: 1,
    });
  });
});

describe('a cycle that an admin asks for', () => {
  const ask = (workspaceId: string, reviewOn: string, name?: string) =>
    openCycle(world.context, { workspaceId, by: { operator: 'ops' }, reviewOn, name });

  it("is the cadence's cycle of that quarter, moved", async () => {
    const { workspaceId } = await world.team();
    await arriveAt(workspaceId, '2027-03-02T15:00:00Z');
    expect(await ask(workspaceId, '2027-03-30')).toMatchObject({
      outcome: 'moved',
      cycle: { name: 'Q1 2027', opensOn: '2027-03-09', dueOn: '2027-03-23' },
    });
    await arriveAt(workspaceId, '2027-03-02T16:00:00Z');
    expect(await names(workspaceId)).toEqual(['Q2 2027', 'Q1 2027']);
  });

  it("opens at once where its first day has passed, and isn't made a second time by the cadence", async () => {
    const { workspaceId } = await world.team();
    expect(await ask(workspaceId, '2027-03-12', 'Spring review')).toMatchObject({
      outcome: 'added',
      cycle: { name: 'Spring review', opensOn: '2027-03-02', dueOn: '2027-03-05' },
    });
    expect(await findOpenCycle(world.context, workspaceId)).toMatchObject({
      name: 'Spring review',
    });
    await arriveAt(workspaceId, '2027-03-03T15:00:00Z');
    expect(await names(workspaceId)).toEqual(['Q2 2027', 'Spring review']);
  });

  it('stays as it is when it is asked for again', async () => {
    const { workspaceId } = await world.team();
    const first = await ask(workspaceId, '2027-03-30', 'Spring review');
    const again = await ask(workspaceId, '2027-03-30', 'Spring review');
    expect(again).toEqual({ outcome: 'unchanged', cycle: first.cycle });
  });

  it('is named for its month where the cadence is off', async () => {
    const { workspaceId } = await world.team();
    await world.context.db.workspace.update({
      where: { id: workspaceId },
      data: { cadence: 'off' },
    });
    expect((await ask(workspaceId, '2027-05-12')).cycle.name).toBe('May 2027');
  });

  it('opens after the review before it', async () => {
    const { workspaceId } = await world.team();
    await ask(workspaceId, '2027-03-30');
    expect((await ask(workspaceId, '2027-04-07')).cycle).toMatchObject({
      name: 'Q2 2027',
      opensOn: '2027-03-31',
    });
  });

  it('is one where two admins ask at once', async () => {
    const { workspaceId } = await world.team();
    const both = await Promise.all([
      ask(workspaceId, '2027-03-30'),
      ask(workspaceId, '2027-03-30'),
    ]);
    expect(both.map(({ outcome }) => outcome).sort()).toEqual(['added', 'unchanged']);
  });

  it.each([
    ['2027-13-40', undefined, '"2027-13-40" is not a date. Write the review date like 2027-03-24.'],
    ['2027-02-30', undefined, '"2027-02-30" is not a date. Write the review date like 2027-03-24.'],
    [
      '2027-03-02',
      undefined,
      'The review date 2027-03-02 is not in the future (today is 2027-03-02). Choose a later one.',
    ],
    ['2027-05-12', '  ', "A cycle's name can't be empty."],
    [
      '2027-05-12',
      'Q1 2027',
      'There is a cycle called Q1 2027 already, with its review on 2027-03-24. Give this one another name.',
    ],
  ])('on %s, called %s, is refused in words', async (reviewOn, name, words) => {
    const { workspaceId } = await world.team();
    await arriveAt(workspaceId, '2027-03-02T15:00:00Z');
    await expect(ask(workspaceId, reviewOn, name)).rejects.toEqual(new UserFacingError(words));
    expect(await names(workspaceId)).toEqual(['Q2 2027', 'Q1 2027']);
  });

  it('is refused inside another one', async () => {
    const { workspaceId } = await world.team();
    await arriveAt(workspaceId, '2027-03-02T15:00:00Z');
    await world.context.db.workspace.update({
      where: { id: workspaceId },
      data: { cadence: 'off' },
    });
    await expect(ask(workspaceId, '2027-06-10')).rejects.toThrow(
      'Q2 2027 takes check-ins from 2027-06-02 until its review on 2027-06-23',
    );
  });

  it('is refused on the day after another review', async () => {
    const { workspaceId } = await world.team();
    await arriveAt(workspaceId, '2027-03-02T15:00:00Z');
    await world.context.db.workspace.update({
      where: { id: workspaceId },
      data: { cadence: 'off' },
    });
    await expect(ask(workspaceId, '2027-03-25')).rejects.toThrow(
      'Another cycle has its review on 2027-03-24',
    );
  });
});
