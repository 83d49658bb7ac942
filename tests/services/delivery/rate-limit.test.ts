import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  reserveSlot,
  slowDown,
  takePlanningLease,
} from '../../../src/services/delivery/rate-limit.js';
import { openReminderWorld, type ReminderWorld } from '../reminder/world.js';

let world: ReminderWorld;
beforeAll(async () => {
  world = await openReminderWorld();
});
afterAll(() => world.close());

const anHour = 60 * 60 * 1000;

/** How long each of so many messages would wait, at 60 a minute, in whole seconds. */
async function waits(workspaceId: string, messages: number): Promise<number[]> {
  const seconds: number[] = [];
  for (let message = 1; message <= messages; message += 1) {
    const request = { workspaceId, perMinute: 60, maxWaitMs: 2 * anHour };
    const { waitMs } = await reserveSlot(world.context.db, request);
    seconds.push(Math.round(waitMs / 1000));
  }
  return seconds;
}

/** When the workspace's next message may leave, in seconds. */
async function freeAt(workspaceId: string): Promise<number> {
  const row = await world.context.db.workspaceScheduler.findUniqueOrThrow({
    where: { workspaceId },
  });
  return row.freeAt.getTime() / 1000;
}

/** Makes it so many seconds later for the workspace's pace. */
async function later(workspaceId: string, seconds: number): Promise<void> {
  await world.context.db.$executeRaw`
    UPDATE workspace_scheduler SET free_at = free_at - make_interval(secs => ${seconds}),
      limited_until = limited_until - make_interval(secs => ${seconds}),
      planned_at = planned_at - make_interval(secs => ${seconds})
    WHERE workspace_id = ${workspaceId}::uuid`;
}

/** A workspace whose messages don't run ahead any more: the next one is an hour away. */
async function afterTheBurst(): Promise<string> {
  const { workspaceId } = await world.team();
  await waits(workspaceId, 1);
  await putOffAnHour(workspaceId);
  return workspaceId;
}

async function putOffAnHour(workspaceId: string): Promise<void> {
  await world.context.db.$executeRaw`
    UPDATE workspace_scheduler SET free_at = now() + interval '1 hour'
    WHERE workspace_id = ${workspaceId}::uuid`;
}

describe("a workspace's pace", () => {
  it('lets what fits into ten seconds run ahead after a quiet time', async () => {
    const { workspaceId } = await world.team();
    // Ten at once; a slow machine is given time to let even more go.
    expect((await waits(workspaceId, 10)).every((seconds) => seconds === 0)).toBe(true);
  });

  it('then gives each message its distance from the one before', async () => {
    const workspaceId = await afterTheBurst();
    const before = await freeAt(workspaceId);
    await waits(workspaceId, 5);
    expect(Math.round((await freeAt(workspaceId)) - before)).toBe(5);
  });

  it('gives each of several who ask at once a time of its own', async () => {
    const workspaceId = await afterTheBurst();
    const asked = Array.from({ length: 20 }, () =>
      reserveSlot(world.context.db, { workspaceId, perMinute: 6, maxWaitMs: 2 * anHour }),
    );
    const times = (await Promise.all(asked)).map(({ waitMs }) => Math.round(waitMs / 1000));
    expect(new Set(times).size).toBe(20);
  });

  it('reserves nothing for who would have to wait too long', async () => {
    const workspaceId = await afterTheBurst();
    await slowDown(world.context.db, { workspaceId, afterMs: anHour });
    const request = { workspaceId, perMinute: 60, maxWaitMs: 1000 };
    const [one, two] = [
      await reserveSlot(world.context.db, request),
      await reserveSlot(world.context.db, request),
    ];
    expect([one.state, two.state]).toEqual(['busy', 'busy']);
    expect(two.waitMs).toBeGreaterThan(anHour - 60_000);
    expect(two.waitMs).toBeLessThanOrEqual(one.waitMs);
  });

  it("is no other workspace's", async () => {
    const workspaceId = await afterTheBurst();
    await slowDown(world.context.db, { workspaceId, afterMs: anHour });
    const other = await world.team();
    expect(await waits(other.workspaceId, 3)).toEqual([0, 0, 0]);
  });
});

describe('after Slack asked to wait', () => {
  /** Seconds between two messages once the wait is over, so many minutes later. */
  async function distance(workspaceId: string, minutes = 0): Promise<number> {
    await later(workspaceId, minutes * 60);
    await putOffAnHour(workspaceId);
    const first = await freeAt(workspaceId);
    await waits(workspaceId, 1);
    return Math.round((await freeAt(workspaceId)) - first);
  }

  it('messages keep twice their distance, however many were refused together', async () => {
    const workspaceId = await afterTheBurst();
    for (const _ of [1, 2, 3]) await slowDown(world.context.db, { workspaceId, afterMs: 1000 });
    expect(await distance(workspaceId)).toBe(2);
  });

  it('once more, they keep four times their distance', async () => {
    const workspaceId = await afterTheBurst();
    await slowDown(world.context.db, { workspaceId, afterMs: 1000 });
    await later(workspaceId, 7);
    await slowDown(world.context.db, { workspaceId, afterMs: 1000 });
    expect(await distance(workspaceId)).toBe(4);
  });

  it('they come back to the usual pace', async () => {
    const workspaceId = await afterTheBurst();
    await slowDown(world.context.db, { workspaceId, afterMs: 1000 });
    expect(await distance(workspaceId, 2)).toBe(1);
  });
});

describe('the turn of planning a minute', () => {
  it('falls to one of those who ask at once', async () => {
    const { workspaceId } = await world.team();
    const asked = Array.from({ length: 6 }, () => takePlanningLease(world.context.db, workspaceId));
    expect((await Promise.all(asked)).filter(Boolean)).toHaveLength(1);
  });

  it('is free again in the next minute, whatever became of who took it', async () => {
    const { workspaceId } = await world.team();
    await takePlanningLease(world.context.db, workspaceId);
    expect(await takePlanningLease(world.context.db, workspaceId)).toBe(false);
    await later(workspaceId, 60);
    expect(await takePlanningLease(world.context.db, workspaceId)).toBe(true);
  });
});
