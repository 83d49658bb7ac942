import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Person } from '../../../src/database/index.js';
import { openReminderWorld, type ReminderWorld, type Team } from './world.js';

let world: ReminderWorld;
let team: Team;
let noor: Person;
beforeAll(async () => {
  world = await openReminderWorld();
});
afterAll(() => world.close());
beforeEach(async () => {
  team = await world.team();
  noor = await team.add('Noor');
});

/** Somebody without a role who reports to Noor. */
const add = (name: string, timeZone = 'UTC') =>
  team.add(name, { role: null, manager: noor, timeZone });

/** The same, who has become known just now. */
async function meet(name: string, timeZone?: string): Promise<Person> {
  const { id } = await add(name, timeZone);
  const data = { welcomeFrom: world.clock.now() };
  return world.context.db.person.update({ where: { id }, data });
}

/** What people were sent, but for Noor. */
const received = () => team.letterbox.told.filter((line) => !line.endsWith('U0NOOR'));
const recorded = async () =>
  (await team.recorded()).filter((line) => line.startsWith('newcomer')).sort();

/** The Monday before the cycle opens on Wednesday 3 March 2027, and the days after. */
const on = (day: number, hour = 10) => new Date(Date.UTC(2027, 2, day, hour));

describe('somebody who has become known', () => {
  it('is asked for their role once, in their own working hours', async () => {
    world.clock.set(on(1, 15));
    await meet('Kit', 'Asia/Tokyo');
    await Promise.all([team.sendAt(on(1, 15)), team.sendAt(on(1, 15))]);
    expect(received()).toEqual([]);
    await team.sendAt(on(2, 1));
    await team.sendAt(on(2, 3));
    expect(received()).toEqual(['newcomer to U0KIT']);
    expect(team.letterbox.letters[0]?.message).toMatchObject({
      ...{ kind: 'newcomer', isReminder: false, managerSlackUserId: 'U0NOOR' },
      review: undefined,
    });
  });

  it('is asked nothing once they have picked one, have left, or where admins alone set roles', async () => {
    const { db } = world.context;
    world.clock.set(on(1, 20));
    const [kit, lou] = [await meet('Kit'), await meet('Lou')];
    await team.sendAt(on(1, 20));
    await db.person.update({ where: { id: kit.id }, data: { roleKey: 'senior' } });
    await db.person.update({ where: { id: lou.id }, data: { leftAt: on(1, 21) } });
    await team.sendAt(on(2));
    await db.workspace.update({
      where: { id: team.workspaceId },
      data: { rolesSetBy: 'admins' },
    });
    await meet('Nia');
    await team.sendAt(on(2, 12));
    expect(received()).toEqual([]);
    expect(await recorded()).toEqual([
      'newcomer known obsolete has_role',
      'newcomer known obsolete left',
      'newcomer known obsolete roles_by_admins',
    ]);
  });

  it('needs no message where they have a role by the minute', async () => {
    const { id } = await meet('Kit');
    await world.context.db.person.update({ where: { id }, data: { roleKey: 'senior' } });
    await team.sendAt(on(2));
    expect(await recorded()).toEqual([]);
  });
});

describe('as a review opens', () => {
  it('people who were known without a role are asked for it once, and nobody before', async () => {
    await add('Kit');
    await add('Nia', 'America/New_York');
    await team.sendAt(on(2));
    expect(received()).toEqual([]);
    await team.sendAt(on(3));
    expect(received()).toEqual(['newcomer to U0KIT']);
    for (const day of [3, 4, 5, 10, 17]) await team.sendAt(on(day, 15));
    expect(received()).toEqual(['newcomer to U0KIT', 'newcomer to U0NIA']);
    expect(team.letterbox.letters.at(-1)?.message).toBeDefined();
  });

  it('people who come in the middle of it are welcomed only', async () => {
    await team.sendAt(on(3));
    world.clock.set(on(4));
    await meet('Kit');
    await add('Nia');
    for (const day of [4, 5, 8]) await team.sendAt(on(day, 12));
    expect(received()).toEqual(['newcomer to U0KIT']);
    expect(await recorded()).toEqual(['newcomer known sent']);
  });

  it('people without a manager, and people who are left out, are asked nothing', async () => {
    const { db } = world.context;
    await team.add('Ada', { role: null });
    const kit = await add('Kit');
    await team.sendAt(on(3, 1));
    const { id: cycleId } = await db.cycle.findFirstOrThrow({
      where: { workspaceId: team.workspaceId, openedAt: { not: null } },
    });
    await db.cycleExclusion.create({
      data: { workspaceId: team.workspaceId, cycleId, personId: kit.id, createdAt: on(3, 1) },
    });
    await team.sendAt(on(3));
    await team.sendAt(on(4));
    expect(received()).toEqual([]);
  });
});
