import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runOnce, startJobs } from '../../src/jobs/index.js';
import { openReminderWorld, type ReminderWorld } from '../services/reminder-world.js';

let world: ReminderWorld;
beforeAll(async () => {
  world = await openReminderWorld();
});
afterAll(() => world.close());

/** A team with one person who is due an invitation. */
async function optionsForTeam() {
  const team = await world.team();
  await team.add('Teo');
  world.clock.set('2027-03-03T10:00:00Z');
  const { workspaceId, letterbox } = team;
  return {
    team,
    options: { url: world.url, context: world.context, messenger: letterbox, workspaceId },
  };
}

describe("a minute's work", () => {
  it("sends what is due by the context's clock", async () => {
    const { team, options } = await optionsForTeam();
    await runOnce(options);
    expect(team.letterbox.received).toEqual(['invitation to U0TEO']);
  });

  it("reads people's zones before anything is sent by them", async () => {
    const { team, options } = await optionsForTeam();
    const refreshProfiles = () =>
      world.context.db.person.updateMany({
        where: { workspaceId: team.workspaceId },
        data: { timeZone: 'America/New_York' },
      });
    await runOnce({ ...options, refreshProfiles });
    expect(team.letterbox.received).toEqual([]);
  });

  it("goes on when people's profiles can't be read", async () => {
    const { team, options } = await optionsForTeam();
    await runOnce({
      ...options,
      refreshProfiles: () => Promise.reject(new Error('Slack is away')),
    });
    expect(team.letterbox.received).toEqual(['invitation to U0TEO']);
  });

  it('begins nothing new once the process is to stop', async () => {
    const { team, options } = await optionsForTeam();
    await runOnce(options, AbortSignal.abort());
    expect(team.letterbox.received).toEqual([]);
    expect(await team.recorded()).toEqual(['invitation opens due']);
  });
});

describe('the schedule', () => {
  it('runs by itself from the start, once on two instances, and stops', async () => {
    const { team, options } = await optionsForTeam();
    const arrived = new Promise<void>((resolve) => {
      team.letterbox.answer = () => {
        resolve();
        return { state: 'sent', channelId: 'D1', ts: '1.0' };
      };
    });
    const instances = [await startJobs(options), await startJobs(options)];
    await arrived;
    await Promise.all(instances.map((jobs) => jobs.stop()));
    expect(team.letterbox.received).toEqual(['invitation to U0TEO']);
  }, 180_000);
});
