import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { importPeople } from '../../../src/services/person/import/import.js';
import { findInSlack } from '../../../src/services/person/import/profiles.js';
import { nudgeReport } from '../../../src/services/reminder/nudges.js';
import { nextReminderAt } from '../../../src/services/reminder/reminders.js';
import { directoryOf } from '../../support/directory.js';
import { openReminderWorld, type ReminderWorld } from '../reminder/world.js';
import { profileIn, tellProfile } from './world.js';

let world: ReminderWorld;
beforeAll(async () => {
  world = await openReminderWorld();
});
afterAll(() => world.close());

describe('somebody whose profile was never read', () => {
  const opening = '2027-03-03T10:00:00Z';

  it('gets nothing before Slack has told their zone, and then in their own morning', async () => {
    const team = await world.team();
    world.clock.set('2027-03-03T09:00:00Z');
    const teo = await team.add('Teo', { known: false });
    await team.sendAt(opening);
    expect(await team.recorded()).toEqual([]);
    world.clock.set('2027-03-03T10:01:00Z');
    await tellProfile(world, team, { ...teo, timeZone: 'America/New_York' });
    await team.sendAt('2027-03-03T13:59:00Z');
    expect(team.letterbox.told).toEqual([]);
    await team.sendAt('2027-03-03T14:00:00Z');
    expect(team.letterbox.told).toEqual(['invitation to U0TEO']);
  });

  it('gets what others cause as soon as they are known', async () => {
    const team = await world.team();
    const mika = await team.add('Mika', { role: null });
    await team.sendAt(opening);
    const teo = await team.add('Teo', { known: false, manager: mika });
    const pair = { managerId: mika.id, reportId: teo.id };
    const input = { workspaceId: team.workspaceId, ...pair };
    expect(await nudgeReport(world.context, team.letterbox, input)).toMatchObject({
      state: 'later',
    });
    await team.sendAt('2027-03-03T10:01:00Z');
    expect(team.letterbox.told).toEqual([]);
    world.clock.set('2027-03-03T10:02:00Z');
    await tellProfile(world, team, { ...teo, timeZone: 'Europe/London' });
    await team.sendAt('2027-03-03T10:12:00Z');
    expect(team.letterbox.told).toHaveLength(1);
  });

  it('is not waited for longer than a day', async () => {
    const team = await world.team();
    world.clock.set('2027-03-03T09:30:00Z');
    await team.add('Teo', { known: false });
    const from = new Date(opening);
    const next = await nextReminderAt(world.context, { workspaceId: team.workspaceId, from });
    expect(next).toEqual(new Date('2027-03-04T09:30:00Z'));
    await team.sendAt(opening);
    await team.sendAt('2027-03-04T09:29:00Z');
    expect(team.letterbox.told).toEqual([]);
    await team.sendAt('2027-03-04T09:30:00Z');
    expect(team.letterbox.told).toEqual(['invitation to U0TEO']);
  });

  it('counts as such from an import without Slack, or with a row without a profile', async () => {
    const team = await world.team();
    world.clock.set('2027-03-03T09:00:00Z');
    const { workspaceId } = team;
    await world.context.db.person.create({
      data: { workspaceId, slackUserId: 'U0ROSA', name: '', createdAt: world.clock.now() },
    });
    const rows = ['U0ROSA', 'U0TEO'].map((slackUserId, line) => ({
      ...{ line, slackUserId, role: 'manager', managerSlackUserId: '', startedOn: '' },
    }));
    const by = { operator: 'ops' };
    await importPeople(world.context, { workspaceId, by, rows });
    await team.sendAt(opening);
    expect(team.letterbox.told).toEqual([]);
    const directory = directoryOf(
      ...rows.map(({ slackUserId }) => profileIn(slackUserId, 'Europe/London')),
    );
    const found = await findInSlack(directory, rows);
    await importPeople(world.context, { workspaceId, by, ...found });
    await team.sendAt('2027-03-03T10:01:00Z');
    expect(team.letterbox.told.sort()).toEqual(['invitation to U0ROSA', 'invitation to U0TEO']);
  });
});
