import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { planAndRecord } from '../../../src/services/reminder/planning.js';
import { decisionsAboutEverybody } from './plain-planning.js';
import { addPlannedWorld, plannedWorld } from './planning-world.js';
import { counting, openReminderWorld, type ReminderWorld } from './world.js';

let world: ReminderWorld;
beforeAll(async () => {
  world = await openReminderWorld();
});
afterAll(() => world.close());

const morning = '2027-03-03T10:00:00Z';

/** A cycle that has opened, with so many people to invite to it. */
async function teamToInvite(people: number) {
  const team = await world.team();
  await team.addMany(people);
  await team.sendAt('2027-03-03T00:30:00Z');
  world.clock.set(morning);
  return { team, input: { workspaceId: team.workspaceId } };
}

describe('planning', () => {
  it('records what deciding about everybody would, whoever it passes over', async () => {
    await fc.assert(
      fc.asyncProperty(plannedWorld, async (planned) => {
        const { at } = planned;
        const one = await addPlannedWorld(world, planned);
        const other = await addPlannedWorld(world, planned);
        world.clock.set(at);
        await planAndRecord(world.context, { workspaceId: one.workspaceId });
        await decisionsAboutEverybody(world.context, { workspaceId: other.workspaceId, at });
        expect(await one.recorded()).toEqual(await other.recorded());
      }),
      { numRuns: 50 },
    );
  }, 240_000);

  it('records a thousand people at a time, and goes on after a stop where it ended', async () => {
    const { team, input } = await teamToInvite(2_100);
    const stopped = AbortSignal.abort();
    expect(await planAndRecord(world.context, { ...input, signal: stopped })).toBe(1_000);
    expect(await planAndRecord(world.context, input)).toBe(1_100);
    expect(await planAndRecord(world.context, input)).toBe(0);
    const recorded = await team.recorded();
    expect(recorded).toEqual(Array(2_100).fill('invitation opens due'));
  });

  it('asks the database as often for 300 people as for three', async () => {
    const statementsFor = async (people: number) => {
      const { input } = await teamToInvite(people);
      const { context, statements } = counting(world.context);
      expect(await planAndRecord(context, input)).toBe(people);
      return statements();
    };
    expect(await statementsFor(300)).toBe(await statementsFor(3));
  });

  it('asks the same few questions where all is settled, for however many people', async () => {
    const statementsFor = async (people: number) => {
      const { input } = await teamToInvite(people);
      await planAndRecord(world.context, input);
      const { context, statements } = counting(world.context);
      await planAndRecord(context, input);
      return statements();
    };
    const forNobody = await statementsFor(0);
    expect(forNobody).toBeLessThanOrEqual(await statementsFor(3));
    expect(await statementsFor(300)).toBe(await statementsFor(3));
  });
});
