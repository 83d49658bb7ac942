import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Person } from '../../../src/database/index.js';
import { nudgeReport } from '../../../src/services/reminder/nudges.js';
import { openReminderWorld, type ReminderWorld } from './world.js';

let world: ReminderWorld;
beforeAll(async () => {
  world = await openReminderWorld();
});
afterAll(() => world.close());

/** Mika manages Teo; Q1 is open, and Teo's invitation has gone out. It is Thursday, 10:00. */
async function managerAndReport(options: { timeZone?: string; role?: string | null } = {}) {
  const team = await world.team();
  const mika = await team.add('Mika', { role: null });
  const teo = await team.add('Teo', { manager: mika, ...options });
  await team.sendAt('2027-03-03T10:00:00Z');
  team.letterbox.letters.length = 0;
  world.clock.set('2027-03-04T10:00:00Z');
  const { workspaceId } = team;
  const nudge = (manager: Person = mika) =>
    nudgeReport(world.context, team.letterbox, {
      workspaceId,
      managerId: manager.id,
      reportId: teo.id,
    });
  return { team, mika, teo, nudge };
}

const friday = '2027-03-05T10:00:00Z';
const fridayEvening = '2027-03-05T18:00:00Z';
const mondayMorning = '2027-03-08T09:00:00Z';

describe('a nudge', () => {
  it('reaches the report at once in their working hours, and says who asks', async () => {
    const { team, teo, nudge, mika } = await managerAndReport();
    await team.begin(teo);
    expect(await nudge()).toMatchObject({ state: 'sent', report: { name: 'Teo' } });
    expect(team.letterbox.letters).toEqual([
      {
        to: 'U0TEO',
        message: {
          kind: 'nudge',
          managerSlackUserId: mika.slackUserId,
          byAdmins: false,
          cycleName: 'Q1 2027',
          dueOn: '2027-03-17',
          reviewOn: '2027-03-24',
          today: '2027-03-04',
          started: true,
        },
      },
    ]);
  });

  it('is sent once a day at most, and again on the next', async () => {
    const { team, nudge } = await managerAndReport();
    await nudge();
    expect(await nudge()).toMatchObject({ state: 'already' });
    world.clock.set(friday);
    expect(await nudge()).toMatchObject({ state: 'sent' });
    expect(team.letterbox.received).toEqual(['nudge to U0TEO', 'nudge to U0TEO']);
  });

  it('is one where the button is pressed twice at once', async () => {
    const { team, nudge } = await managerAndReport();
    const results = await Promise.all([nudge(), nudge()]);
    expect(results.map(({ state }) => state).sort()).toEqual(['already', 'sent']);
    expect(team.letterbox.received).toEqual(['nudge to U0TEO']);
  });

  it('waits for Monday morning when it is asked for on Friday evening', async () => {
    const { team, nudge } = await managerAndReport();
    world.clock.set(fridayEvening);
    expect(await nudge()).toMatchObject({ state: 'later', at: new Date(mondayMorning) });
    world.clock.set('2027-03-06T10:00:00Z');
    expect(await nudge()).toMatchObject({ state: 'already' });
    await team.sendAt('2027-03-08T08:59:00Z');
    expect(team.letterbox.received).toEqual([]);
    await team.sendAt(mondayMorning);
    expect(team.letterbox.received).toEqual(['nudge to U0TEO']);
  });

  it('that waits is foretold', async () => {
    const { team, nudge } = await managerAndReport();
    world.clock.set(fridayEvening);
    await nudge();
    expect((await team.previewFrom(fridayEvening))[0]).toMatchObject({
      at: new Date(mondayMorning),
      kind: 'nudge',
      recipient: { slackUserId: 'U0TEO' },
    });
  });

  it('that waits is dropped when the check-in comes in meanwhile', async () => {
    const { team, teo, nudge } = await managerAndReport();
    world.clock.set(fridayEvening);
    await nudge();
    await team.submit(teo);
    await team.sendAt(mondayMorning);
    expect(team.letterbox.received).toEqual(['views_waiting to U0MIKA']);
  });

  it('that waits is dropped when the manager changes meanwhile', async () => {
    const { team, teo, nudge } = await managerAndReport();
    world.clock.set(fridayEvening);
    await nudge();
    await world.context.db.person.update({ where: { id: teo.id }, data: { managerId: null } });
    await team.sendAt(mondayMorning);
    expect(await team.recorded()).toContain('nudge 2027-03-08 obsolete manager_changed');
  });

  it('is not sent for a check-in that is in', async () => {
    const { team, teo, nudge } = await managerAndReport();
    await team.submit(teo);
    expect(await nudge()).toMatchObject({ state: 'not_needed' });
    expect(team.letterbox.received).toEqual([]);
  });

  it('is not sent to somebody without a role', async () => {
    const { nudge } = await managerAndReport({ role: null });
    expect(await nudge()).toMatchObject({ state: 'no_role' });
  });

  it('is refused to whoever is not the manager', async () => {
    const { team, nudge } = await managerAndReport();
    const noor = await team.add('Noor');
    await expect(nudge(noor)).rejects.toThrow('not in your team any more');
  });

  it('is refused while no cycle is open', async () => {
    const { nudge } = await managerAndReport();
    world.clock.set('2027-05-04T10:00:00Z');
    await expect(nudge()).rejects.toThrow('No cycle is open');
  });

  it('that Slack refused can be tried again', async () => {
    const { team, nudge } = await managerAndReport();
    team.letterbox.answer = () => ({ state: 'failed', reason: 'fatal_error' });
    expect(await nudge()).toMatchObject({ state: 'failed' });
    team.letterbox.answer = () => ({ state: 'sent', channelId: 'D1', ts: '1.0' });
    expect(await nudge()).toMatchObject({ state: 'sent' });
  });

  it('that may have arrived is not sent again', async () => {
    const { team, nudge } = await managerAndReport();
    team.letterbox.answer = () => ({ state: 'unknown', reason: 'TimeoutError' });
    expect(await nudge()).toMatchObject({ state: 'unknown' });
    expect(await nudge()).toMatchObject({ state: 'already' });
  });

  it('goes out a little later when Slack is busy', async () => {
    const { team, nudge } = await managerAndReport();
    team.letterbox.answer = () => ({ state: 'retry', afterMs: 30_000 });
    expect(await nudge()).toMatchObject({ state: 'delayed' });
    team.letterbox.answer = () => ({ state: 'sent', channelId: 'D1', ts: '1.0' });
    await team.sendAt('2027-03-04T10:01:00Z');
    expect(team.letterbox.received).toEqual(['nudge to U0TEO']);
  });
});
