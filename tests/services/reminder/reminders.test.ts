import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openCycle } from '../../../src/services/cycle/opening.js';
import { nextReminderAt } from '../../../src/services/reminder/reminders.js';
import { openReminderWorld, type ReminderWorld, type Team } from './world.js';

let world: ReminderWorld;
beforeAll(async () => {
  world = await openReminderWorld();
});
afterAll(() => world.close());

/** Mika in Stockholm, who manages Teo in Tokyo and Sora in New York; Ada manages Mika. */
async function peopleIn(team: Team) {
  const ada = await team.add('Ada', { timeZone: 'Europe/London', role: null });
  const mika = await team.add('Mika', { timeZone: 'Europe/Stockholm', manager: ada });
  const teo = await team.add('Teo', { timeZone: 'Asia/Tokyo', manager: mika });
  const sora = await team.add('Sora', { timeZone: 'America/New_York', manager: mika });
  return { ada, mika, teo, sora };
}

// Hour by hour on a Saturday and on the days of steps; the plan's own tests live through every hour.
describe('a quarter lived through', () => {
  it('brings exactly what was foretold on its first day', async () => {
    const team = await world.team();
    const { sora } = await peopleIn(team);
    await team.sendAt('2027-03-02T15:00:00Z');
    const foretold = await team.previewFrom('2027-03-02T15:00:00Z');
    for (const day of [3, 6, 10, 15, 17, 23]) {
      for (let hour = 0; hour < 24; hour += 1) {
        await team.sendAt(new Date(Date.UTC(2027, 2, day, hour)));
      }
    }
    const rows = await world.context.db.delivery.findMany({
      where: { workspaceId: team.workspaceId, state: 'sent' },
      include: { recipient: true },
    });
    const line = (at: Date | null, who: string, kind: string, step: string) =>
      `${at?.toISOString()} ${who} ${kind} ${step}`;
    const expected = foretold
      .filter(({ about }) => about === 'Q1 2027')
      .map(({ at, recipient, kind, step }) => line(at, recipient.slackUserId, kind, step));
    const happened = rows.map(({ sentAt, recipient, kind, step }) =>
      line(sentAt, recipient.slackUserId, kind, step),
    );
    expect(happened.sort()).toEqual([...expected].sort());
    expect(expected.filter((one) => one.includes(sora.slackUserId))).toEqual([
      '2027-03-03T14:00:00.000Z U0SORA invitation opens',
      '2027-03-10T14:00:00.000Z U0SORA reminder day-14',
      // New York's clocks have gone forward.
      '2027-03-15T13:00:00.000Z U0SORA reminder day-9',
      '2027-03-17T13:00:00.000Z U0SORA reminder day-7',
    ]);
    // Messages of the same instant are combined.
    const times = new Set(expected.map((one) => one.split(' ').slice(0, 2).join(' ')));
    expect(team.letterbox.letters).toHaveLength(times.size);
    expect(team.letterbox.received).toContain('combined to U0MIKA');
  }, 90_000);

  it('writes nothing for a preview', async () => {
    const team = await world.team();
    await peopleIn(team);
    expect(await team.previewFrom('2027-03-02T15:00:00Z')).not.toEqual([]);
    expect(await team.recorded()).toEqual([]);
    expect(await world.context.db.cycle.count({ where: { workspaceId: team.workspaceId } })).toBe(
      0,
    );
  });

  it('tells when the next message goes out', async () => {
    const team = await world.team();
    await peopleIn(team);
    const from = new Date('2027-03-02T15:00:00Z');
    const next = await nextReminderAt(world.context, { workspaceId: team.workspaceId, from });
    expect(next?.toISOString()).toBe('2027-03-03T00:00:00.000Z');
  });
});

describe('a person', () => {
  const opening = '2027-03-03T10:00:00Z';

  it('is invited once, with who will talk with them', async () => {
    const team = await world.team();
    const mika = await team.add('Mika', { role: null });
    await team.add('Teo', { manager: mika });
    await team.sendAt(opening);
    await team.sendAt(opening);
    expect(team.letterbox.letters).toEqual([
      {
        to: 'U0TEO',
        message: {
          kind: 'invitation',
          cycleName: 'Q1 2027',
          dueOn: '2027-03-17',
          reviewOn: '2027-03-24',
          today: '2027-03-03',
          managerSlackUserId: 'U0MIKA',
        },
      },
    ]);
  });

  it('who gets a role in mid-cycle is invited then', async () => {
    const team = await world.team();
    const kit = await team.add('Kit', { role: null });
    await team.sendAt(opening);
    expect(team.letterbox.received).toEqual([]);
    await world.context.db.person.update({ where: { id: kit.id }, data: { roleKey: 'manager' } });
    await team.sendAt('2027-03-11T10:00:00Z');
    expect(team.letterbox.received).toEqual(['invitation to U0KIT']);
  });

  it('who has sent their check-in is not reminded, nor after taking it back between two steps', async () => {
    const team = await world.team();
    const teo = await team.add('Teo');
    await team.sendAt(opening);
    await team.submit(teo);
    await team.sendAt('2027-03-10T10:00:00Z');
    await team.begin(teo);
    await team.sendAt('2027-03-11T10:00:00Z');
    expect(team.letterbox.received).toEqual(['invitation to U0TEO']);
    await team.sendAt('2027-03-15T10:00:00Z');
    expect(team.letterbox.received).toEqual(['invitation to U0TEO', 'reminder to U0TEO']);
  });

  it('who has left gets nothing, and what was planned for them is dropped', async () => {
    const team = await world.team();
    const teo = await team.add('Teo');
    team.letterbox.answer = () => ({ state: 'retry', afterMs: 60_000 });
    await team.sendAt(opening);
    const { db } = world.context;
    await db.person.update({ where: { id: teo.id }, data: { leftAt: new Date(opening) } });
    await team.sendAt('2027-03-03T10:05:00Z');
    expect(await team.recorded()).toEqual(['invitation opens obsolete left']);
  });

  it('gets only the newest reminder after Ladder was down for days', async () => {
    const team = await world.team();
    await team.add('Teo');
    await team.sendAt(opening);
    await team.sendAt('2027-03-18T10:00:00Z');
    expect(await team.recorded()).toEqual(['invitation opens sent', 'reminder day-7 sent']);
  });

  it('is not reminded twice when the review date is moved', async () => {
    const team = await world.team();
    await team.add('Teo');
    const { workspaceId } = team;
    await team.sendAt(opening);
    await team.sendAt('2027-03-10T10:00:00Z');
    await openCycle(world.context, {
      ...{ workspaceId, by: { operator: 'ops' }, reviewOn: '2027-03-26' },
    });
    await team.sendAt('2027-03-12T10:00:00Z');
    expect(await team.recorded()).toEqual([
      'invitation opens sent',
      'reminder day-14 sent',
      'cycle_changed moved sent',
    ]);
  });
});

describe('a manager', () => {
  it('gets a digest at each step while a check-in is missing', async () => {
    const team = await world.team();
    const mika = await team.add('Mika', { role: null });
    const teo = await team.add('Teo', { manager: mika });
    await team.add('Sora', { manager: mika });
    await team.sendAt('2027-03-03T10:00:00Z');
    world.clock.set('2027-03-08T10:00:00Z');
    await team.submit(teo);
    await team.sendAt('2027-03-10T10:00:00Z');
    const digest = team.letterbox.letters.find(({ to }) => to === 'U0MIKA')?.message;
    expect(digest).toMatchObject({
      kind: 'digest',
      today: '2027-03-10',
      team: {
        submitted: 1,
        asked: 2,
        groups: {
          ready: [{ name: 'Teo', submittedOn: '2027-03-08', view: 'none' }],
          waiting: [{ name: 'Sora', checkIn: 'none', nudge: 'possible' }],
        },
      },
    });
  });

  it('with nothing to do is told so once a cycle', async () => {
    const team = await world.team();
    const mika = await team.add('Mika', { role: null });
    const teo = await team.add('Teo', { manager: mika });
    await team.sendAt('2027-03-03T10:00:00Z');
    await team.talk(teo, mika);
    for (const day of ['03-10', '03-17', '03-23', '03-31']) {
      await team.sendAt(`2027-${day}T10:00:00Z`);
    }
    expect(team.letterbox.received).toEqual(['invitation to U0TEO', 'all_set to U0MIKA']);
  });

  it('hears weekly of a conversation that is still open, and once that none is', async () => {
    const team = await world.team();
    const mika = await team.add('Mika', { role: null });
    const teo = await team.add('Teo', { manager: mika });
    await team.sendAt('2027-03-03T10:00:00Z');
    await team.reveal(teo, mika);
    await team.sendAt('2027-03-23T10:00:00Z');
    await team.sendAt('2027-03-31T10:00:00Z');
    await team.talk(teo, mika);
    await team.sendAt('2027-04-07T10:00:00Z');
    await team.sendAt('2027-04-14T10:00:00Z');
    expect(team.letterbox.received.slice(1)).toEqual([
      'digest to U0MIKA',
      'digest to U0MIKA',
      'all_set to U0MIKA',
    ]);
    expect(await team.recorded()).toContain('digest week-3 obsolete nothing_to_do');
  });

  it('hears three times at most of what stays open', async () => {
    const team = await world.team();
    const mika = await team.add('Mika', { role: null });
    const teo = await team.add('Teo', { manager: mika });
    await team.sendAt('2027-03-03T10:00:00Z');
    await team.reveal(teo, mika);
    for (const day of ['03-24', '03-31', '04-07', '04-14', '04-15', '04-21']) {
      await team.sendAt(`2027-${day}T10:00:00Z`);
    }
    const digests = Array(3).fill('digest to U0MIKA');
    expect(team.letterbox.received).toEqual(['invitation to U0TEO', ...digests]);
  });

  it('gets "all set" instead when the last conversation is recorded while the digest waits', async () => {
    const team = await world.team();
    const mika = await team.add('Mika', { role: null });
    const teo = await team.add('Teo', { manager: mika });
    await team.sendAt('2027-03-03T10:00:00Z');
    team.letterbox.answer = () => ({ state: 'retry', afterMs: 60_000 });
    await team.sendAt('2027-03-10T10:00:00Z');
    await team.talk(teo, mika);
    team.letterbox.answer = () => ({ state: 'sent', channelId: 'D1', ts: '2.0' });
    await team.sendAt('2027-03-10T10:02:00Z');
    await team.sendAt('2027-03-10T10:03:00Z');
    expect(team.letterbox.received).toEqual(['invitation to U0TEO', 'all_set to U0MIKA']);
  });
});
