import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { startJobs } from '../../src/jobs/index.js';
import { MinuteJob, type WorkspaceTarget } from '../../src/jobs/minute-job.js';
import { openReminderWorld, type ReminderWorld } from '../services/reminder/world.js';

let world: ReminderWorld;
beforeAll(async () => {
  world = await openReminderWorld();
});
afterAll(() => world.close());

/** A team with one person who is due an invitation. */
async function teamWithInvitation() {
  const team = await world.team();
  await team.add('Teo');
  world.clock.set('2027-03-03T10:00:00Z');
  const { workspaceId, letterbox } = team;
  return { team, target: { workspaceId, messenger: letterbox } };
}

/** One minute's work of a process. */
function round(target: WorkspaceTarget, signal = new AbortController().signal): Promise<void> {
  return new MinuteJob(world.context, target, signal).run();
}

describe("a minute's work", () => {
  it("sends what is due by the context's clock", async () => {
    const { team, target } = await teamWithInvitation();
    await round(target);
    expect(team.letterbox.received).toEqual(['invitation to U0TEO']);
  });

  it("reads people's zones before anything is sent by them", async () => {
    const { team, target } = await teamWithInvitation();
    const refreshProfiles = () =>
      world.context.db.person.updateMany({
        where: { workspaceId: team.workspaceId },
        data: { timeZone: 'America/New_York' },
      });
    await round({ ...target, refreshProfiles });
    expect(team.letterbox.received).toEqual([]);
  });

  it("goes on when people's profiles can't be read", async () => {
    const { team, target } = await teamWithInvitation();
    await round({
      ...target,
      refreshProfiles: () => Promise.reject(new Error('Slack is away')),
    });
    expect(team.letterbox.received).toEqual(['invitation to U0TEO']);
  });

  it('begins nothing new once the process is to stop', async () => {
    const { team, target } = await teamWithInvitation();
    await round(target, AbortSignal.abort());
    expect(team.letterbox.received).toEqual([]);
    expect(await team.recorded()).toEqual(['invitation opens due']);
  });
});

describe('the schedule', () => {
  it('runs by itself from the start, once on two instances, and stops', async () => {
    const { team, target } = await teamWithInvitation();
    const arrived = new Promise<void>((resolve) => {
      team.letterbox.answer = () => {
        resolve();
        return { state: 'sent', channelId: 'D1', ts: '1.0' };
      };
    });
    const options = { context: world.context, targets: [target] };
    const instances = [startJobs(options), startJobs(options)];
    await arrived;
    await Promise.all(instances.map((jobs) => jobs.stop()));
    expect(team.letterbox.received).toEqual(['invitation to U0TEO']);
  });

  it('lets many messages wait for their turn without a word from Node', async () => {
    const { team, target } = await teamWithInvitation();
    for (let number = 0; number < 14; number += 1) await team.add(`Person ${number}`);
    const slow = Object.assign(team.letterbox, { perMinute: 60 });
    const warnings: Error[] = [];
    const note = (warning: Error) => void warnings.push(warning);
    process.on('warning', note);
    const jobs = startJobs({ context: world.context, targets: [{ ...target, messenger: slow }] });
    await vi.waitFor(() => expect(slow.received.length).toBeGreaterThan(0), 10_000);
    await jobs.stop();
    process.off('warning', note);
    expect(warnings).toEqual([]);
  });
});
