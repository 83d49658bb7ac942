import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Person } from '../../../src/database/index.js';
import { summaryDays } from '../../../src/domain/reminder/summary-days.js';
import { openReminderWorld, type ReminderWorld, type Team } from './world.js';

let world: ReminderWorld;
let team: Team;
let mika: Person;
beforeAll(async () => {
  world = await openReminderWorld();
});
afterAll(() => world.close());
beforeEach(async () => {
  team = await world.team();
  mika = await team.add('Mika', { timeZone: 'Asia/Tokyo' });
});

const on = (month: number, day: number, hour = 10) =>
  new Date(Date.UTC(2027, month - 1, day, hour));
const summaries = async () =>
  (await team.recorded()).filter((line) => line.startsWith('admin_summary'));
const lines = () =>
  team.letterbox.letters.flatMap(({ to, message }) => {
    const parts = message.kind === 'combined' ? message.parts : [message];
    return parts.flatMap((part) => (part.kind === 'admin_summary' ? [{ to, ...part }] : []));
  });

describe('the days of the line to admins', () => {
  const dates = { opensOn: '2027-03-03', dueOn: '2027-03-17', reviewOn: '2027-03-24' };
  it.each([
    [
      'the opening, the due day and a week apart',
      [1, 2, 3, 4, 5],
      [],
      ['03-03', '03-10', '03-17', '03-24', '03-31', '04-07'],
    ],
    [
      'working days only',
      [1, 2],
      ['2027-03-15'],
      ['03-08', '03-15', '03-22', '03-29', '04-05', '04-12'].filter((day) => day !== '03-15'),
    ],
  ])('are %s', (_, workingDays, daysOff, days) => {
    const working = { workingDays, daysOff };
    const found = summaryDays(dates, '2027-04-14', working);
    expect(found).toEqual(expect.arrayContaining(days.map((day) => `2027-${day}`)));
    for (const day of found) expect(daysOff).not.toContain(day);
    expect(new Set(found).size).toBe(found.length);
  });
});

describe('an admin', () => {
  it('gets one line as the review opens, on the due day, and weekly, whatever runs twice', async () => {
    await team.add('Ada', { admin: true, role: null, manager: mika });
    await team.add('Teo', { manager: mika });
    for (const day of [3, 4, 9, 10, 17, 18, 24]) {
      await Promise.all([team.sendAt(on(3, day)), team.sendAt(on(3, day))]);
    }
    expect(await summaries()).toEqual(
      ['03', '10', '17', '24'].map((day) => `admin_summary 2027-03-${day} sent`),
    );
    expect(lines().map(({ to }) => to)).toEqual(Array(4).fill('U0ADA'));
    expect(lines()[0]).toMatchObject({
      today: '2027-03-03',
      progress: { participants: 2, sent: 0, problems: { no_role: 1, no_manager: 0 } },
    });
  });

  it('gets it in their own working hours, and nothing where nothing is to say', async () => {
    const { db } = world.context;
    const ada = await team.add('Ada', { admin: true, manager: mika, timeZone: 'America/New_York' });
    await db.person.update({ where: { id: mika.id }, data: { leftAt: on(3, 1), roleKey: null } });
    await db.person.update({ where: { id: ada.id }, data: { managerId: null } });
    await team.sendAt(on(3, 3));
    expect(await summaries()).toEqual([]);
    await team.sendAt(on(3, 3, 15));
    expect(await summaries()).toEqual(['admin_summary 2027-03-03 sent']);
    const teo = await team.add('Teo', { manager: ada });
    const { workspaceId } = team;
    const cycle = await db.cycle.findFirstOrThrow({
      where: { workspaceId, openedAt: { not: null } },
    });
    await db.cycleExclusion.create({
      data: { workspaceId, cycleId: cycle.id, personId: ada.id, createdAt: on(3, 4) },
    });
    await team.talk(teo, ada);
    await team.sendAt(on(3, 10, 15));
    expect((await summaries()).at(-1)).toBe('admin_summary 2027-03-10 obsolete nothing_to_do');
  });

  it('is one of twenty at most, those known longest', async () => {
    for (let nth = 0; nth < 22; nth += 1) {
      world.clock.set(on(2, 1, nth));
      await team.add(`Admin${nth}`, { admin: true });
    }
    await team.sendAt(on(3, 3));
    expect(lines()).toHaveLength(20);
    expect(lines().map(({ to }) => to)).not.toContain('U0ADMIN20');
    await team.sendAt(on(3, 4));
    expect(lines()).toHaveLength(20);
  });

  it('gets none once they are none, or the review is cancelled', async () => {
    const { db } = world.context;
    const ada = await team.add('Ada', { admin: true, manager: mika });
    await team.add('Bo', { admin: true, manager: mika, timeZone: 'America/New_York' });
    await team.sendAt(on(3, 3));
    await db.person.update({ where: { id: ada.id }, data: { isAdmin: false } });
    await db.cycle.updateMany({
      where: { workspaceId: team.workspaceId },
      data: { cancelledAt: on(3, 3, 11) },
    });
    await team.sendAt(on(3, 3, 15));
    await team.sendAt(on(3, 10, 15));
    expect(lines().map(({ to }) => to)).toEqual(['U0ADA']);
  });
});
