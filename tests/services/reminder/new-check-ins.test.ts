import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openReminderWorld, type ReminderWorld } from './world.js';

let world: ReminderWorld;
beforeAll(async () => {
  world = await openReminderWorld();
});
afterAll(() => world.close());

/** Mika and two reports; both were invited on 3 March, and digests come on 10, 17 and 23 March. */
async function teamOf() {
  const team = await world.team();
  const mika = await team.add('Mika', { role: null });
  const teo = await team.add('Teo', { manager: mika });
  const sora = await team.add('Sora', { manager: mika });
  await team.sendAt('2027-03-03T10:00:00Z');
  const submitAt = async (at: string, person = teo) => {
    await team.sendAt(at);
    await team.submit(person);
  };
  const toMika = () => team.letterbox.told.filter((one) => one.endsWith('U0MIKA'));
  return { team, mika, teo, sora, submitAt, toMika };
}

const line = 'views_waiting to U0MIKA';

describe('a manager to whom a check-in was sent', () => {
  it('gets one line on the next working morning, with whose it is', async () => {
    const { team, teo, submitAt, toMika } = await teamOf();
    await submitAt('2027-03-05T15:00:00Z');
    for (const at of ['05T16:00', '06T10:00', '07T10:00', '08T08:59']) {
      await team.sendAt(`2027-03-${at}:00Z`);
    }
    expect(toMika()).toEqual([]);
    await team.sendAt('2027-03-08T09:00:00Z');
    expect(team.letterbox.letters.at(-1)?.message).toEqual({
      kind: 'views_waiting',
      cycleName: 'Q1 2027',
      reports: [{ personId: teo.id, slackUserId: 'U0TEO', name: 'Teo', started: false }],
    });
    for (const at of ['08T12:00', '09T09:00']) await team.sendAt(`2027-03-${at}:00Z`);
    expect(toMika()).toEqual([line]);
  });

  it('gets one for all that came since, and another for what comes later', async () => {
    const { team, mika, teo, sora, submitAt, toMika } = await teamOf();
    const wren = await team.add('Wren', { manager: mika });
    await team.sendAt('2027-03-04T09:00:00Z');
    await submitAt('2027-03-04T10:00:00Z', teo);
    await submitAt('2027-03-04T11:00:00Z', sora);
    await team.sendAt('2027-03-05T09:00:00Z');
    await submitAt('2027-03-05T10:00:00Z', wren);
    await team.sendAt('2027-03-05T14:00:00Z');
    expect(toMika()).toEqual([line]);
    await team.sendAt('2027-03-08T09:00:00Z');
    expect(toMika()).toEqual([line, line]);
  });

  it('gets none where the view is given meanwhile, or the check-in taken back', async () => {
    const { team, mika, teo, sora, submitAt, toMika } = await teamOf();
    await submitAt('2027-03-04T15:00:00Z', teo);
    await submitAt('2027-03-04T15:10:00Z', sora);
    await team.reveal(teo, mika);
    await team.begin(sora);
    await team.sendAt('2027-03-05T09:00:00Z');
    expect(toMika()).toEqual([]);
  });

  it('hears of it in the digest on the day of one', async () => {
    const { team, submitAt, toMika } = await teamOf();
    await submitAt('2027-03-09T15:00:00Z');
    for (const at of ['10T09:00', '10T12:00', '11T09:00', '12T09:00']) {
      await team.sendAt(`2027-03-${at}:00Z`);
    }
    expect(toMika()).toEqual(['digest to U0MIKA']);
  });

  it('gets it together with other messages of that morning', async () => {
    const { team, mika, submitAt, toMika } = await teamOf();
    await team.sendAt('2027-03-10T10:00:00Z');
    await submitAt('2027-03-12T15:00:00Z');
    await world.context.db.person.update({ where: { id: mika.id }, data: { roleKey: 'manager' } });
    await team.sendAt('2027-03-15T09:00:00Z');
    await team.sendAt('2027-03-15T15:00:00Z');
    const [first, ...others] = toMika().filter((one) => one.includes('views_waiting'));
    expect(first).toBe('invitation, views_waiting to U0MIKA');
    expect(others).toEqual([]);
  });

  it('gets none on a day on which they got a message already, but on the next one', async () => {
    const { team, mika, submitAt, toMika } = await teamOf();
    await team.sendAt('2027-03-10T10:00:00Z');
    await submitAt('2027-03-11T15:00:00Z');
    await world.context.db.person.update({
      where: { id: mika.id },
      data: { snoozedUntil: new Date('2027-03-12T11:00:00Z') },
    });
    const delivery = { ...{ workspaceId: team.workspaceId, key: 'earlier', kind: 'nudge' } };
    await world.context.db.delivery.create({
      data: {
        ...{ ...delivery, recipientId: mika.id, step: '2027-03-12', state: 'sent' },
        ...{ dueAt: new Date('2027-03-12T09:00:00Z'), sentAt: new Date('2027-03-12T09:00:00Z') },
      },
    });
    await team.sendAt('2027-03-12T12:00:00Z');
    expect(toMika()).not.toContain(line);
    await team.sendAt('2027-03-15T09:00:00Z');
    expect(toMika()).toContain(line);
  });

  it('hears of a late one after the reviews have begun', async () => {
    const { team, submitAt, toMika } = await teamOf();
    await submitAt('2027-03-25T15:00:00Z');
    await team.sendAt('2027-03-26T09:00:00Z');
    expect(toMika().at(-1)).toBe(line);
  });
});
