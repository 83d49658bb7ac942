import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Administrator } from '../../../src/services/access/administration.js';
import { listChanges } from '../../../src/services/audit-log/index.js';
import { listCycles, openDueCycles } from '../../../src/services/cycle/cycles.js';
import { setOwnRole, updateOwnAssignment } from '../../../src/services/person/assignments.js';
import { rememberProfiles } from '../../../src/services/person/profiles.js';
import { changeSetting, foreseeSetting } from '../../../src/services/settings/change.js';
import { listSettings } from '../../../src/services/settings/list.js';
import { openReminderWorld, type ReminderWorld, type Team } from '../reminder/world.js';

let world: ReminderWorld;
beforeAll(async () => {
  world = await openReminderWorld();
});
afterAll(() => world.close());

const operator: Administrator = { operator: 'ops' };

const set = ({ workspaceId }: Team, key: string, value: string, by: Administrator = operator) =>
  changeSetting(world.context, { workspaceId, by, key, value });

const shown = async ({ workspaceId }: Team, key: string) =>
  (await listSettings(world.context, workspaceId)).find((one) => one.key === key)?.value;

/** "Q2 2027 2027-06-23", the earliest first. */
const reviews = async ({ workspaceId }: Team) =>
  (await listCycles(world.context, workspaceId))
    .map(({ name, reviewOn }) => `${name} ${reviewOn}`)
    .reverse();

describe('the working hours of a country', () => {
  it('are when its people get their messages, and nobody else', async () => {
    const team = await world.team();
    await team.add('Teo', { timeZone: 'Europe/Madrid' });
    await team.add('Kit', { timeZone: 'Asia/Dubai' });
    await team.add('Rosa', { timeZone: 'Europe/London' });
    await team.sendAt('2027-03-02T15:00:00Z');
    // Wednesday is no working day of Kit's.
    await set(team, 'country_hours', 'Europe/Madrid 12-15; Asia/Dubai 8-16 sun-tue,thu');
    await team.sendAt('2027-03-03T10:30:00Z');
    expect(team.letterbox.received).toEqual(['invitation to U0ROSA']);
    await team.sendAt('2027-03-03T11:00:00Z');
    expect(team.letterbox.received.slice(1)).toEqual(['invitation to U0TEO']);
    await team.sendAt('2027-03-04T03:59:00Z');
    expect(team.letterbox.received.slice(2)).toEqual([]);
    await team.sendAt('2027-03-04T04:00:00Z');
    expect(team.letterbox.received.slice(2)).toEqual(['invitation to U0KIT']);
  });

  it('are foreseen with the rest', async () => {
    const team = await world.team();
    await team.add('Teo', { timeZone: 'Asia/Kolkata' });
    await set(team, 'country_hours', 'Asia/Kolkata 11-19');
    const foreseen = await team.previewFrom('2027-03-02T15:00:00Z');
    expect(foreseen[0]).toMatchObject({ kind: 'invitation', at: new Date('2027-03-03T05:30:00Z') });
  });

  it('leave no pause that is too long, in any country', async () => {
    const team = await world.team();
    await set(team, 'country_hours', 'Europe/Madrid 8-15 mon');
    const mondays = '2027-06-07,2027-06-14,2027-06-21,2027-06-28';
    await expect(set(team, 'days_off', mondays)).rejects.toThrow('no working day');
  });
});

describe('what a setting would do', () => {
  it('is foreseen in messages and people, and changes nothing', async () => {
    const team = await world.team();
    await team.add('Teo', {});
    await team.add('Rosa', {});
    await team.sendAt('2027-03-02T15:00:00Z');
    const input = { workspaceId: team.workspaceId, by: operator };
    const asked = { ...input, key: 'reminder_days_before', value: '14' };
    const { totals, cycles } = await foreseeSetting(world.context, asked);
    expect(cycles).toEqual([]);
    expect(totals[0]).toMatchObject({
      name: 'Q1 2027',
      before: { people: 2 },
      after: { people: 2 },
    });
    expect(totals[0]?.after?.messages).toBeLessThan(totals[0]?.before?.messages ?? 0);
    expect(await shown(team, 'reminder_days_before')).toBe('14,9,7');
    const none = { ...input, key: 'cadence', value: 'off' };
    const off = await foreseeSetting(world.context, none);
    expect(off.totals.map(({ name, after }) => [name, after])).toContainEqual([
      'Q2 2027',
      undefined,
    ]);
  });
});

describe('settings', () => {
  it('are the defaults until somebody changes one, and then that one', async () => {
    const team = await world.team();
    const before = await listSettings(world.context, team.workspaceId);
    expect(before.filter((one) => one.value !== one.default)).toEqual([]);
    await set(team, 'working-hours', '8-16');
    const after = await listSettings(world.context, team.workspaceId);
    expect(after.filter((one) => one.value !== one.default)).toMatchObject([
      { key: 'working_hours', value: '8-16', default: '9-17' },
    ]);
  });

  it('are in the audit log: who, when, from and to', async () => {
    const team = await world.team();
    const ada = await team.add('Ada', { admin: true });
    await set(team, 'working_hours', '8-16');
    await set(team, 'cadence', 'off', { personId: ada.id });
    await set(team, 'cadence', 'off', { personId: ada.id });
    const changes = await listChanges(world.context, { ...team, most: 10 });
    expect(changes.map(({ by, subject, before, after }) => [by, subject, before, after])).toEqual([
      ['Ada', 'cadence', 'quarterly', 'off'],
      ['ops', 'working_hours', '9-17', '8-16'],
    ]);
    expect(changes[0]?.at).toEqual(world.clock.now());
  });

  it('change for admins alone, asked at each change', async () => {
    const team = await world.team();
    const [ada, teo] = [await team.add('Ada', { admin: true }), await team.add('Teo')];
    await set(team, 'working_hours', '8-16', { personId: ada.id });
    const none = 'Only admins can do that, and you are none now. Nothing is changed.';
    await expect(set(team, 'working_hours', '7-16', { personId: teo.id })).rejects.toThrow(none);
    await world.context.db.person.update({ where: { id: ada.id }, data: { leftAt: new Date() } });
    await expect(set(team, 'working_hours', '7-16', { personId: ada.id })).rejects.toThrow(none);
    expect(await shown(team, 'working_hours')).toBe('8-16');
  });

  it('of one workspace are not changed by an admin of another', async () => {
    const [team, other] = [await world.team(), await world.team()];
    const ada = await other.add('Ada', { admin: true });
    await expect(set(team, 'cadence', 'off', { personId: ada.id })).rejects.toThrow('Only admins');
  });

  it.each([
    ['colour', 'blue', 'There is no setting "colour". There are: cadence, first_month,'],
    ['working_hours', '17-9', 'Working hours from 17 to 9 end before they begin.'],
    ['due_days_before', '30', "Check-ins can't be due 30 days before"],
  ])('with %s %s stay as they are', async (key, value, words) => {
    const team = await world.team();
    await expect(set(team, key, value)).rejects.toThrow(words);
    await expect(set(team, key, value)).rejects.toThrow('Nothing is changed.');
    const after = await listSettings(world.context, team.workspaceId);
    expect(after.filter((one) => one.value !== one.default)).toEqual([]);
  });

  it('that two admins change at once are both kept', async () => {
    const team = await world.team();
    await Promise.all([set(team, 'working_hours', '8-16'), set(team, 'roles_set_by', 'admins')]);
    expect(await shown(team, 'working_hours')).toBe('8-16');
    expect(await shown(team, 'roles_set_by')).toBe('admins');
  });
});

describe('the cadence', () => {
  it('brings other reviews from its change on, and leaves the open one alone', async () => {
    const team = await world.team();
    await team.sendAt('2027-03-03T10:00:00Z');
    expect(await reviews(team)).toEqual(['Q1 2027 2027-03-24', 'Q2 2027 2027-06-23']);
    const { cycles } = await set(team, 'cadence', 'yearly');
    expect(
      cycles.map(({ name, before, after }) => [name, before?.reviewOn, after?.reviewOn]),
    ).toEqual([
      ['Q2 2027', '2027-06-23', undefined],
      ['2027', undefined, '2027-12-22'],
      ['2028', undefined, '2028-12-20'],
    ]);
    expect(await reviews(team)).toEqual([
      'Q1 2027 2027-03-24',
      '2027 2027-12-22',
      '2028 2028-12-20',
    ]);
  });

  it('that goes there and back brings the same reviews again', async () => {
    const team = await world.team();
    await team.sendAt('2027-03-03T10:00:00Z');
    await set(team, 'first_month', 'april');
    await set(team, 'first_month', 'january');
    expect(await reviews(team)).toContain('Q2 2027 2027-06-23');
    await team.sendAt('2027-09-03T10:00:00Z');
    expect(await reviews(team)).toContain('Q4 2027 2027-12-22');
  });

  it('brings nothing by itself while it is off', async () => {
    const team = await world.team();
    await set(team, 'cadence', 'off');
    await team.sendAt('2027-03-03T10:00:00Z');
    expect(await reviews(team)).toEqual([]);
  });

  it('shows what it would do, and does nothing, where that is asked', async () => {
    const team = await world.team();
    await team.sendAt('2027-03-02T15:00:00Z');
    const before = await reviews(team);
    const input = { workspaceId: team.workspaceId, by: operator, key: 'cadence', value: 'off' };
    const { cycles } = await foreseeSetting(world.context, input);
    expect(cycles.map(({ name, after }) => [name, after])).toEqual([
      ['Q1 2027', undefined],
      ['Q2 2027', undefined],
    ]);
    expect(await reviews(team)).toEqual(before);
    expect(await listChanges(world.context, { ...team, most: 10 })).toEqual([]);
  });
});

describe('days before the review', () => {
  it('move when planned check-ins open and are due, not those that are open', async () => {
    const team = await world.team();
    await team.sendAt('2027-03-03T10:00:00Z');
    await set(team, 'opens_days_before', '28');
    await set(team, 'due_days_before', '10');
    const cycles = await listCycles(world.context, team.workspaceId);
    expect(cycles.find(({ name }) => name === 'Q2 2027')).toMatchObject({
      opensOn: '2027-05-26',
      dueOn: '2027-06-13',
    });
    expect(cycles.find(({ name }) => name === 'Q1 2027')).toMatchObject({
      opensOn: '2027-03-03',
      dueOn: '2027-03-17',
    });
  });

  it('say when reminders and digests come', async () => {
    const team = await world.team();
    const mika = await team.add('Mika', { role: null });
    await team.add('Teo', { manager: mika });
    await set(team, 'reminder_days_before', '12');
    await set(team, 'digest_days_before', '5');
    const previewed = await team.previewFrom('2027-03-03T08:00:00Z');
    const q1 = previewed.filter(({ about }) => about === 'Q1 2027');
    expect(q1.map(({ kind, at }) => `${kind} ${at.toISOString().slice(0, 10)}`)).toEqual([
      'invitation 2027-03-03',
      'reminder 2027-03-12',
      'digest 2027-03-19',
    ]);
  });
});

describe('working time', () => {
  it('is when messages come: the hours that are set', async () => {
    const team = await world.team();
    await team.add('Teo');
    await set(team, 'working_hours', '7-8');
    await team.sendAt('2027-03-03T08:30:00Z');
    expect(team.letterbox.received).toEqual([]);
    await team.sendAt('2027-03-04T07:00:00Z');
    expect(team.letterbox.received).toEqual(['invitation to U0TEO']);
  });

  it('is when messages come: the weekdays that are set', async () => {
    const team = await world.team();
    await team.add('Teo');
    await set(team, 'working_days', 'thu');
    await team.sendAt('2027-03-03T10:00:00Z');
    expect(team.letterbox.received).toEqual([]);
    await team.sendAt('2027-03-04T10:00:00Z');
    expect(team.letterbox.received).toEqual(['invitation to U0TEO']);
  });

  it('leaves days off out: what would be sent comes on the next working day', async () => {
    const team = await world.team();
    await team.add('Teo');
    await set(team, 'days_off', '2027-03-03..2027-03-05');
    await team.sendAt('2027-03-03T10:00:00Z');
    await team.sendAt('2027-03-05T10:00:00Z');
    expect(team.letterbox.received).toEqual([]);
    await team.sendAt('2027-03-08T10:00:00Z');
    expect(team.letterbox.received).toEqual(['invitation to U0TEO']);
  });

  it('holds what is decided already back on a day off that is set meanwhile', async () => {
    const team = await world.team();
    await team.add('Teo');
    team.letterbox.answer = () => ({ state: 'retry', afterMs: 60_000 });
    await team.sendAt('2027-03-03T16:58:00Z');
    await set(team, 'days_off', '2027-03-04');
    team.letterbox.answer = () => ({ state: 'sent', channelId: 'D1', ts: '1.0' });
    await team.sendAt('2027-03-04T10:00:00Z');
    expect(team.letterbox.letters).toHaveLength(0);
    await team.sendAt('2027-03-05T10:00:00Z');
    expect(team.letterbox.received).toEqual(['invitation to U0TEO']);
  });

  it('has no day off on the date of a review, planned or open', async () => {
    const team = await world.team();
    await team.sendAt('2027-03-03T10:00:00Z');
    for (const day of ['2027-03-24', '2027-06-23']) {
      await expect(set(team, 'days_off', `2027-05-05,${day}`)).rejects.toThrow(
        `${day} is the review date of`,
      );
    }
    expect(await shown(team, 'days_off')).toBe('none');
  });

  it('puts a review that is yet to be planned on the working day before a day off', async () => {
    const team = await world.team();
    await set(team, 'days_off', '2027-09-21..2027-09-22');
    await team.sendAt('2027-07-01T10:00:00Z');
    expect(await reviews(team)).toContain('Q3 2027 2027-09-20');
  });

  it('puts planned reviews on a working day', async () => {
    const team = await world.team();
    await openDueCycles(world.context, team.workspaceId);
    await team.sendAt('2027-03-02T15:00:00Z');
    const { cycles } = await set(team, 'working_days', 'mon,tue');
    expect(cycles.map(({ name, after }) => `${name} ${after?.reviewOn}`)).toEqual([
      'Q1 2027 2027-03-23',
      'Q2 2027 2027-06-22',
    ]);
  });
});

describe('roles and managers', () => {
  it('are set by admins alone where the workspace says so', async () => {
    const team = await world.team();
    const [ada, teo] = [await team.add('Ada', { admin: true }), await team.add('Teo')];
    const { workspaceId } = team;
    const own = (personId: string) =>
      setOwnRole(world.context, { workspaceId, personId }, 'senior');
    await set(team, 'roles_set_by', 'admins');
    const words = 'Roles and managers are set by the admins here, so nothing is saved.';
    await expect(own(teo.id)).rejects.toThrow(words);
    const alone = { roleKey: 'senior', inRoleSince: undefined, managerSlackUserId: undefined };
    await expect(
      updateOwnAssignment(world.context, { workspaceId, personId: teo.id }, alone),
    ).rejects.toThrow(words);
    expect((await own(ada.id)).roleKey).toBe('senior');
    await set(team, 'roles_set_by', 'everybody');
    expect((await own(teo.id)).roleKey).toBe('senior');
  });
});

describe('admins', () => {
  const profile = {
    ...{ slackUserId: 'U0TEO', name: 'Teo', timeZone: 'UTC', locale: 'en-US' },
    ...{ isAdmin: false, isBot: false, deactivated: false },
  };
  const admins = async ({ workspaceId }: Team) => {
    const rows = await world.context.db.person.findMany({
      where: { workspaceId, isAdmin: true },
      orderBy: { name: 'asc' },
    });
    return rows.map(({ name }) => name);
  };
  /** Ada is one of Slack's admins; Teo is none. */
  async function adaAndTeo() {
    const team = await world.team();
    const [ada, teo] = [await team.add('Ada'), await team.add('Teo')];
    const inSlack = { ...profile, slackUserId: 'U0ADA', name: 'Ada', isAdmin: true };
    await rememberProfiles(world.context, team.workspaceId, [inSlack, profile]);
    return { team, ada, teo, inSlack };
  }

  it("are Slack's owners and admins until somebody is named", async () => {
    const { team, teo } = await adaAndTeo();
    expect(await admins(team)).toEqual(['Ada']);
    await set(team, 'admins', 'U0TEO');
    expect(await admins(team)).toEqual(['Teo']);
    await rememberProfiles(world.context, team.workspaceId, [profile]);
    expect(await admins(team)).toEqual(['Teo']);
    await set(team, 'admins', 'slack', { personId: teo.id });
    expect(await admins(team)).toEqual(['Ada']);
  });

  it("are Slack's again once all who were named have left", async () => {
    const { team } = await adaAndTeo();
    await set(team, 'admins', 'U0TEO');
    await rememberProfiles(world.context, team.workspaceId, [{ ...profile, deactivated: true }]);
    expect(await admins(team)).toEqual(['Ada']);
    await rememberProfiles(world.context, team.workspaceId, [profile]);
    expect(await admins(team)).toEqual(['Teo']);
  });

  it('are never nobody: the last one stays', async () => {
    const { team, teo, inSlack } = await adaAndTeo();
    await set(team, 'admins', 'U0TEO');
    await rememberProfiles(world.context, team.workspaceId, [{ ...inSlack, isAdmin: false }]);
    await expect(set(team, 'admins', 'slack', { personId: teo.id })).rejects.toThrow(
      'Then nobody would be an admin. Name somebody else first.',
    );
    expect(await admins(team)).toEqual(['Teo']);
    await set(team, 'admins', 'U0ADA', { personId: teo.id });
    expect(await admins(team)).toEqual(['Ada']);
  });

  it('are people whom Ladder knows', async () => {
    const { team } = await adaAndTeo();
    await expect(set(team, 'admins', 'U0ADA,U0NOBODY')).rejects.toThrow(
      'Ladder knows nobody here as U0NOBODY.',
    );
    expect(await admins(team)).toEqual(['Ada']);
  });
});
