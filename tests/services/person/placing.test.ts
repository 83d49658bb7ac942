import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Person } from '../../../src/database/index.js';
import { placePerson } from '../../../src/services/person/placing.js';
import { setAdmin } from '../../../src/services/settings/admin-list.js';
import { openReminderWorld } from '../reminder/world.js';

let world: Awaited<ReturnType<typeof openReminderWorld>>;
let team: Awaited<ReturnType<typeof world.team>>;
let people: Record<'ada' | 'bo' | 'mika' | 'noor' | 'rosa', Person>;
beforeAll(async () => {
  world = await openReminderWorld();
});
afterAll(() => world.close());

/** Ada and Bo are admins, Rosa reports to Mika. */
beforeEach(async () => {
  team = await world.team();
  const [ada, bo] = [await team.add('Ada', { admin: true }), await team.add('Bo', { admin: true })];
  const [mika, noor] = [await team.add('Mika'), await team.add('Noor')];
  people = { ada, bo, mika, noor, rosa: await team.add('Rosa', { manager: mika }) };
});

type Change = Parameters<typeof placePerson>[1]['change'];
const seen = { roleKey: 'manager', inRoleSince: undefined, managerSlackUserId: 'U0MIKA' };

function place(who: keyof typeof people, whose: keyof typeof people, change: Change) {
  const { workspaceId } = team;
  const [by, personId] = [{ personId: people[who].id }, people[whose].id];
  const input = { workspaceId, by, personId, change };
  return placePerson(world.context, whose === 'rosa' ? { ...input, seen } : input);
}

const rows = () => world.context.db.person.findMany({ orderBy: { id: 'asc' } });
const outcomes = async (all: Promise<unknown>[]) =>
  (await Promise.allSettled(all)).map(({ status }) => status).sort();

describe('two admins at once', () => {
  it('change the same person once, and the other one is told', async () => {
    const all = [
      place('ada', 'rosa', { roleKey: 'senior' }),
      place('bo', 'rosa', { managerSlackUserId: 'U0NOOR' }),
    ];
    expect(await outcomes(all)).toEqual(['fulfilled', 'rejected']);
    const audited = await world.context.db.auditLogEntry.count({
      where: { workspaceId: team.workspaceId },
    });
    expect(audited).toBe(1);
  });

  it('close no circle of managers between them', async () => {
    const all = [
      place('ada', 'mika', { managerSlackUserId: 'U0NOOR' }),
      place('bo', 'noor', { managerSlackUserId: 'U0MIKA' }),
    ];
    expect(await outcomes(all)).toEqual(['fulfilled', 'rejected']);
  });

  it('who take it from each other leave one of them', async () => {
    const take = (who: 'ada' | 'bo', whose: 'ada' | 'bo') =>
      setAdmin(world.context, {
        ...{ workspaceId: team.workspaceId, by: { personId: people[who].id } },
        ...{ personId: people[whose].id, isAdmin: false },
      });
    expect(await outcomes([take('ada', 'bo'), take('bo', 'ada')])).toEqual([
      'fulfilled',
      'rejected',
    ]);
    const where = { workspaceId: team.workspaceId, isAdmin: true };
    expect(await world.context.db.person.count({ where })).toBe(1);
  });
});

describe('somebody who is no admin', () => {
  it.each(['mika', 'noor', 'rosa'] as const)('changes nobody: %s', async (who) => {
    const before = await rows();
    for (const whose of ['ada', 'mika', 'rosa'] as const) {
      await expect(place(who, whose, { roleKey: 'senior' })).rejects.toThrow('Only admins');
    }
    expect(await rows()).toEqual(before);
  });

  it('is an admin who has left', async () => {
    const { id } = people.bo;
    await world.context.db.person.update({ where: { id }, data: { leftAt: new Date() } });
    await expect(place('bo', 'rosa', { roleKey: 'senior' })).rejects.toThrow('Only admins');
    await expect(place('ada', 'bo', { roleKey: 'senior' })).rejects.toThrow('Bo is no member');
  });

  it('changes nobody of another workspace, and neither does its admin', async () => {
    const other = await world.team();
    const olga = await other.add('Olga', { admin: true });
    const input = { by: { personId: olga.id }, personId: people.rosa.id, change: {} };
    await expect(
      placePerson(world.context, { ...input, workspaceId: other.workspaceId }),
    ).rejects.toThrow('Ladder has nobody like that any more.');
    await expect(
      placePerson(world.context, { ...input, workspaceId: team.workspaceId }),
    ).rejects.toThrow('Only admins');
  });
});
