import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Person } from '../../../src/database/index.js';
import { answerClaim } from '../../../src/services/person/claim-answers.js';
import { claimReports } from '../../../src/services/person/claims.js';
import { answerPlace } from '../../../src/services/person/request-answers.js';
import { messageFor } from '../../../src/slack/delivery/messages.js';
import { messageBlocks } from '../../../src/slack/messages.js';
import { openReminderWorld } from '../reminder/world.js';

let world: Awaited<ReturnType<typeof openReminderWorld>>;
let team: Awaited<ReturnType<typeof world.team>>;
let people: Record<'ada' | 'mika' | 'noor' | 'rosa' | 'teo', Person>;
beforeAll(async () => {
  world = await openReminderWorld();
});
afterAll(() => world.close());

/** Rosa reports to Mika, who reports to Noor; Teo has no manager. */
beforeEach(async () => {
  team = await world.team();
  await team.sendAt('2027-03-01T10:00:00Z');
  const ada = await team.add('Ada', { admin: true });
  const noor = await team.add('Noor');
  const mika = await team.add('Mika', { manager: noor });
  people = {
    ada,
    mika,
    noor,
    rosa: await team.add('Rosa', { manager: mika }),
    teo: await team.add('Teo'),
  };
});

type Name = keyof typeof people;

const claim = async (manager: Name, ...reports: Name[]) => {
  const claims = await claimReports(world.context, {
    ...{ workspaceId: team.workspaceId, personId: people[manager].id },
    reportIds: reports.map((name) => people[name].id),
  });
  return claims.map(({ name, outcome }) => `${name} ${outcome}`);
};
const claimOn = async (report: Name, manager: Name) => {
  const where = { personId: people[report].id, managerId: people[manager].id };
  return (await world.context.db.placeRequest.findFirstOrThrow({ where })).id;
};
const answer = (who: Name, given: 'yes' | 'no', requestId: string) =>
  answerClaim(world.context, {
    ...{ workspaceId: team.workspaceId, personId: people[who].id, answer: given, requestId },
  });
const managerOf = async (name: Name) =>
  (await world.context.db.person.findUniqueOrThrow({ where: { id: people[name].id } })).managerId;
const rolesSetBy = (who: 'everybody' | 'manager' | 'admins') =>
  world.context.db.workspace.update({ where: { id: team.workspaceId }, data: { rolesSetBy: who } });

async function told(at = '2027-03-01T10:30:00Z'): Promise<string[]> {
  team.letterbox.letters.splice(0);
  await team.sendAt(at);
  return team.letterbox.letters
    .map(({ to, message }) => {
      const { text } = messageFor(message, { command: '/ladder', blocks: messageBlocks });
      return `${to}: ${text}`;
    })
    .sort();
}

describe('a manager who says who reports to them', () => {
  it('has each asked, and is their manager with a yes, which the manager before hears too', async () => {
    expect(await claim('noor', 'rosa', 'teo')).toEqual(['Rosa asked', 'Teo asked']);
    expect(await managerOf('rosa')).toBe(people.mika.id);
    expect(await told()).toEqual([
      'U0ROSA: <@U0NOOR> says that you report to them.',
      'U0TEO: <@U0NOOR> says that you report to them.',
    ]);
    await answer('rosa', 'yes', await claimOn('rosa', 'noor'));
    await answer('teo', 'yes', await claimOn('teo', 'noor'));
    expect(await managerOf('rosa')).toBe(people.noor.id);
    expect(await managerOf('teo')).toBe(people.noor.id);
    expect(await told('2027-03-01T11:00:00Z')).toEqual([
      'U0MIKA: <@U0ROSA> no longer reports to you.',
      'U0NOOR: <@U0ROSA> and <@U0TEO> report to you now.',
    ]);
  });

  it('hears a no, and nothing is changed; it can’t be answered twice', async () => {
    await claim('noor', 'rosa');
    const id = await claimOn('rosa', 'noor');
    await answer('rosa', 'no', id);
    expect(await managerOf('rosa')).toBe(people.mika.id);
    expect(await told()).toEqual([
      'U0NOOR: <@U0ROSA> has said no to having you as their manager on Ladder, so nothing has changed.',
    ]);
    await expect(answer('rosa', 'yes', id)).rejects.toThrow('That is answered already');
  });

  it('asks nobody twice, nor themselves, their own reports, or anybody above them', async () => {
    await claim('noor', 'teo');
    expect(await claim('noor', 'teo', 'noor', 'mika')).toEqual([
      'Teo asked',
      'Noor is_you',
      'Mika is_yours',
    ]);
    expect(await told()).toEqual(['U0TEO: <@U0NOOR> says that you report to them.']);
    expect(await claim('rosa', 'mika', 'noor')).toEqual(['Mika is_above', 'Noor is_above']);
    const leftAt = world.clock.now();
    await world.context.db.person.update({ where: { id: people.teo.id }, data: { leftAt } });
    expect(await claim('mika', 'teo')).toEqual(['Teo not_here']);
  });

  it('makes no circle, where the two ask each other and both say yes', async () => {
    await claim('teo', 'rosa');
    await claim('rosa', 'teo');
    const [teos, rosas] = [await claimOn('rosa', 'teo'), await claimOn('teo', 'rosa')];
    await answer('rosa', 'yes', teos);
    await expect(answer('teo', 'yes', rosas)).rejects.toThrow('Rosa reports to you');
    expect(await managerOf('teo')).toBeNull();
  });

  it('waits for nothing once the person has another manager', async () => {
    await claim('noor', 'rosa');
    await claim('teo', 'rosa');
    const id = await claimOn('rosa', 'teo');
    await answer('rosa', 'yes', await claimOn('rosa', 'noor'));
    await expect(answer('rosa', 'yes', id)).rejects.toThrow('your manager has changed since');
    expect(await managerOf('rosa')).toBe(people.noor.id);
  });

  it('may ask nobody where admins alone set managers, and a yes from before counts no more', async () => {
    await claim('noor', 'rosa');
    await rolesSetBy('admins');
    await expect(claim('noor', 'teo')).rejects.toThrow('set by the admins here');
    await expect(answer('rosa', 'yes', await claimOn('rosa', 'noor'))).rejects.toThrow(
      'set by the admins here',
    );
    expect(await managerOf('rosa')).toBe(people.mika.id);
  });

  it('is answered by nobody but the person who was asked', async () => {
    await claim('noor', 'rosa');
    const id = await claimOn('rosa', 'noor');
    for (const name of ['ada', 'mika', 'noor', 'teo'] as const) {
      await expect(answer(name, 'yes', id), name).rejects.toThrow('Nothing is changed');
    }
    const ref = { workspaceId: team.workspaceId, personId: people.rosa.id, requestId: id };
    await expect(answerPlace(world.context, { ...ref, answer: 'yes' })).rejects.toThrow(
      'Nothing is changed',
    );
    expect(await managerOf('rosa')).toBe(people.mika.id);
  });
});
