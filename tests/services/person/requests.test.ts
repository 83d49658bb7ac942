import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Person } from '../../../src/database/index.js';
import { type Assignment, updateOwnAssignment } from '../../../src/services/person/assignments.js';
import { placePerson } from '../../../src/services/person/placing.js';
import { answerPlace } from '../../../src/services/person/request-answers.js';
import { findWaitingChoice } from '../../../src/services/person/requests.js';
import { messageFor } from '../../../src/slack/delivery/messages.js';
import { messageBlocks } from '../../../src/slack/messages.js';
import { openReminderWorld } from '../reminder/world.js';

let world: Awaited<ReturnType<typeof openReminderWorld>>;
let team: Awaited<ReturnType<typeof world.team>>;
let people: Record<'ada' | 'mika' | 'noor' | 'rosa', Person>;
beforeAll(async () => {
  world = await openReminderWorld();
});
afterAll(() => world.close());

/** Rosa reports to Mika; what she chooses waits for a manager's yes. */
beforeEach(async () => {
  team = await world.team();
  await team.sendAt('2027-03-01T10:00:00Z');
  const ada = await team.add('Ada', { admin: true });
  const [mika, noor] = [await team.add('Mika'), await team.add('Noor')];
  people = { ada, mika, noor, rosa: await team.add('Rosa', { manager: mika }) };
  const where = { id: team.workspaceId };
  await world.context.db.workspace.update({ where, data: { rolesSetBy: 'manager' } });
});

const now = { roleKey: 'manager', inRoleSince: undefined, managerSlackUserId: 'U0MIKA' };
const choose = (change: Partial<Assignment>, who: keyof typeof people = 'rosa') => {
  const own = { workspaceId: team.workspaceId, personId: people[who].id };
  return updateOwnAssignment(world.context, own, { ...now, ...change });
};
const rosa = () => world.context.db.person.findUniqueOrThrow({ where: { id: people.rosa.id } });
const requestId = async () => {
  const where = { personId: people.rosa.id };
  return (await world.context.db.placeRequest.findFirstOrThrow({ where })).id;
};
const answer = async (who: keyof typeof people, given: 'yes' | 'no', id?: string) =>
  answerPlace(world.context, {
    ...{ workspaceId: team.workspaceId, personId: people[who].id, answer: given },
    requestId: id ?? (await requestId()),
  });

/** What was sent, half an hour later. */
async function told(): Promise<string[]> {
  team.letterbox.letters.splice(0);
  await team.sendAt('2027-03-01T10:30:00Z');
  return team.letterbox.letters
    .map(({ to, message }) => {
      const { text } = messageFor(message, { command: '/ladder', blocks: messageBlocks });
      return `${to}: ${text}`;
    })
    .sort();
}

describe('what somebody chooses for themselves', () => {
  it('waits for the manager whom they chose, and is so with their yes', async () => {
    const before = await rosa();
    const chosen = await choose({ roleKey: 'senior', managerSlackUserId: 'U0NOOR' });
    expect(chosen.waitsFor).toBe('U0NOOR');
    expect(await rosa()).toEqual(before);
    expect(await told()).toEqual([
      'U0NOOR: <@U0ROSA> has chosen the role Senior Business Operations Manager and <@U0NOOR> as their manager.',
    ]);
    world.clock.set('2027-03-01T10:15:00Z');
    await answer('noor', 'yes');
    expect(await rosa()).toMatchObject({ roleKey: 'senior', managerId: people.noor.id });
    expect(await told()).toEqual([
      'U0MIKA: <@U0ROSA> no longer reports to you.',
      'U0ROSA: <@U0NOOR> has said yes to the role and the manager that you chose. They are set.',
    ]);
  });

  it('stays as it was with a no, which is told', async () => {
    const before = await rosa();
    await choose({ roleKey: 'senior' });
    await answer('mika', 'no');
    expect(await rosa()).toEqual(before);
    const [line] = await told();
    expect(line).toContain('U0ROSA: <@U0MIKA> has said no');
    await expect(answer('mika', 'yes', people.rosa.id)).rejects.toThrow('That is answered already');
  });

  it('is asked once where they choose again, and the first one is nobody’s any more', async () => {
    await choose({ managerSlackUserId: 'U0NOOR' });
    const first = await requestId();
    await choose({ roleKey: 'senior' });
    await expect(answer('noor', 'yes', first)).rejects.toThrow('That is answered already');
    expect(await told()).toEqual([
      expect.stringMatching(/^U0MIKA: .*the role Senior .* and <@U0MIKA> as their manager/),
    ]);
  });

  it('is void once an admin has set something else', async () => {
    await choose({ roleKey: 'senior', managerSlackUserId: 'U0NOOR' });
    const id = await requestId();
    await placePerson(world.context, {
      ...{ workspaceId: team.workspaceId, by: { personId: people.ada.id } },
      ...{ personId: people.rosa.id, change: { roleKey: 'associate' } },
    });
    await expect(answer('noor', 'yes', id)).rejects.toThrow('Nothing is changed.');
    expect(await findWaitingChoice(world.context.db, people.rosa.id)).toBeUndefined();
    expect((await told()).filter((line) => line.startsWith('U0NOOR'))).toEqual([]);
  });

  it('is void as well where their place was changed by anything else', async () => {
    await choose({ managerSlackUserId: 'U0NOOR' });
    const where = { id: people.rosa.id };
    await world.context.db.person.update({ where, data: { managerId: people.ada.id } });
    await expect(answer('noor', 'yes')).rejects.toThrow('Nothing is changed.');
    expect(await told()).toEqual([]);
  });

  it.each(['ada', 'mika', 'rosa'] as const)(
    'is answered by nobody but who was asked: %s',
    async (who) => {
      await choose({ managerSlackUserId: 'U0NOOR' });
      const before = await rosa();
      for (const given of ['yes', 'no'] as const) {
        await expect(answer(who, given)).rejects.toThrow('Nothing is changed.');
      }
      expect(await rosa()).toEqual(before);
      await answer('noor', 'yes');
      expect(await rosa()).toMatchObject({ managerId: people.noor.id });
    },
  );

  it('can’t be what nobody can choose, also by then', async () => {
    await expect(choose({ managerSlackUserId: 'U0ROSA' })).rejects.toThrow('be your own manager');
    await choose({ managerSlackUserId: 'U0NOOR' });
    const where = { id: people.noor.id };
    await world.context.db.person.update({ where, data: { managerId: people.rosa.id } });
    await expect(answer('noor', 'yes')).rejects.toThrow('reports to you');
    expect(await rosa()).toMatchObject({ managerId: people.mika.id });
    const data = { rolesSetBy: 'admins' } as const;
    await world.context.db.workspace.update({ where: { id: team.workspaceId }, data });
    await expect(answer('noor', 'yes')).rejects.toThrow('set by the admins here now');
  });

  it('is so at once for admins, for a day alone, and for whom nobody is to be asked', async () => {
    const alone = { roleKey: 'senior', managerSlackUserId: undefined };
    expect((await choose(alone, 'ada')).waitsFor).toBeUndefined();
    expect((await choose(alone, 'mika')).waitsFor).toBeUndefined();
    expect((await choose({ inRoleSince: '2026-01-04' })).waitsFor).toBeUndefined();
    expect(await world.context.db.placeRequest.count()).toBe(
      await world.context.db.placeRequest.count({ where: { personId: { not: people.rosa.id } } }),
    );
  });
});
