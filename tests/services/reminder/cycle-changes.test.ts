import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { cancelCycle } from '../../../src/services/cycle/ending.js';
import { moveCycle } from '../../../src/services/cycle/moving.js';
import { openReminderWorld, type ReminderWorld, type Team } from './world.js';

let world: ReminderWorld;
beforeAll(async () => {
  world = await openReminderWorld();
});
afterAll(() => world.close());

const by = { operator: 'ops' };
const name = 'Q1 2027';

/** Teo and Mika are invited to Q1 2027, and Teo has begun; Kit has no role and hears of nothing. */
async function invited() {
  const team = await world.team();
  const teo = await team.add('Teo');
  await team.add('Mika');
  await team.add('Kit', { role: null });
  await team.sendAt('2027-03-03T10:00:00Z');
  await team.begin(teo);
  return team;
}

const move = ({ workspaceId }: Team, reviewOn: string) =>
  moveCycle(world.context, { workspaceId, by, name, reviewOn });

/** "cycle_changed to U0TEO", and nothing of other kinds. */
const changesIn = ({ letterbox }: Team) =>
  letterbox.received.filter((one) => one.startsWith('cycle_changed')).sort();

describe('people in a review that is moved', () => {
  it('hear of it once, ten minutes after, with what it means for them', async () => {
    const team = await invited();
    await move(team, '2027-03-31');
    await team.sendAt('2027-03-03T10:09:00Z');
    expect(changesIn(team)).toEqual([]);
    await team.sendAt('2027-03-03T10:10:00Z');
    await team.sendAt('2027-03-03T10:30:00Z');
    expect(changesIn(team)).toEqual(['cycle_changed to U0MIKA', 'cycle_changed to U0TEO']);
    const teos = team.letterbox.letters.filter(({ to }) => to === 'U0TEO').at(-1);
    expect(teos?.message).toEqual({
      kind: 'cycle_changed',
      ...{ change: 'moved', cycleName: name, dueOn: '2027-03-24', reviewOn: '2027-03-31' },
      asked: 'begun',
    });
  });

  it('hear once of two moves in a row, and nothing of one there and back', async () => {
    const [twice, back] = [await invited(), await invited()];
    await move(twice, '2027-03-31');
    await move(back, '2027-03-31');
    world.clock.set('2027-03-03T10:05:00Z');
    await move(twice, '2027-04-07');
    await move(back, '2027-03-24');
    await twice.sendAt('2027-03-03T10:16:00Z');
    await back.sendAt('2027-03-03T10:16:00Z');
    expect(changesIn(twice)).toHaveLength(2);
    expect(changesIn(back)).toEqual([]);
  });

  it('hear of a second move that comes later, too', async () => {
    const team = await invited();
    await move(team, '2027-03-31');
    await team.sendAt('2027-03-03T10:16:00Z');
    await move(team, '2027-03-24');
    await team.sendAt('2027-03-03T11:00:00Z');
    expect(changesIn(team)).toHaveLength(4);
  });

  it('hear nothing where it has not opened', async () => {
    const team = await invited();
    const { workspaceId } = team;
    await moveCycle(world.context, { workspaceId, by, name: 'Q2 2027', reviewOn: '2027-06-16' });
    await team.sendAt('2027-03-03T10:30:00Z');
    expect(changesIn(team)).toEqual([]);
  });

  it('hear of it in their working hours, as it is then', async () => {
    const team = await invited();
    world.clock.set('2027-03-03T16:55:00Z');
    await move(team, '2027-03-31');
    await team.sendAt('2027-03-03T17:30:00Z');
    await move(team, '2027-04-07');
    await team.sendAt('2027-03-03T18:30:00Z');
    expect(changesIn(team)).toEqual([]);
    await team.sendAt('2027-03-04T09:00:00Z');
    expect(changesIn(team)).toHaveLength(2);
    const dates = team.letterbox.letters.slice(-2).map(({ message }) => message);
    expect(dates).toMatchObject([{ reviewOn: '2027-04-07' }, { reviewOn: '2027-04-07' }]);
  });
});

describe('people in a review that is cancelled', () => {
  it('hear of it once', async () => {
    const team = await invited();
    await cancelCycle(world.context, { workspaceId: team.workspaceId, by, name });
    await team.sendAt('2027-03-03T10:10:00Z');
    await team.sendAt('2027-03-10T10:10:00Z');
    expect(changesIn(team)).toEqual(['cycle_changed to U0MIKA', 'cycle_changed to U0TEO']);
    expect(team.letterbox.letters.at(-1)?.message).toMatchObject({ change: 'cancelled' });
  });

  it('hear only of that where it was moved just before', async () => {
    const team = await invited();
    await move(team, '2027-03-31');
    await cancelCycle(world.context, { workspaceId: team.workspaceId, by, name });
    await team.sendAt('2027-03-03T10:10:00Z');
    expect(changesIn(team)).toHaveLength(2);
    expect(team.letterbox.letters.at(-1)?.message).toMatchObject({ change: 'cancelled' });
  });
});
