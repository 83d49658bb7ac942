import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Person } from '../../../src/database/index.js';
import { goAway } from '../../../src/services/availability/away.js';
import { findOpenCycle } from '../../../src/services/open-cycle/index.js';
import { nudgeReport } from '../../../src/services/reminder/nudges.js';
import { openReminderWorld, type ReminderWorld, type Team } from '../reminder/world.js';
import { tellProfile } from './world.js';

let world: ReminderWorld;
beforeAll(async () => {
  world = await openReminderWorld();
});
afterAll(() => world.close());

const kiritimati = 'Pacific/Kiritimati';
const pagoPago = 'Pacific/Pago_Pago';

function move(team: Team, person: Person, timeZone: string, at: string) {
  world.clock.set(at);
  return tellProfile(world, team, { ...person, timeZone });
}

/** From now on Slack asks to wait for so many minutes. */
function limit(team: Team, minutes: number) {
  const { answer } = team.letterbox;
  team.letterbox.answer = () => ({ state: 'retry', afterMs: minutes * 60_000 });
  return () => {
    team.letterbox.answer = answer;
  };
}

/** An action of Teo's with Mika, agreed on in Q1, due on Thursday 1 April. */
async function agree(team: Team, teo: Person, mika: Person) {
  const { db } = world.context;
  await team.sendAt('2027-03-03T10:00:00Z');
  await team.talk(teo, mika);
  const { id: conversationId } = await db.conversation.findFirstOrThrow({
    where: { personId: teo.id },
  });
  await db.actionItem.create({
    data: {
      ...{ workspaceId: team.workspaceId, personId: teo.id, ownerId: teo.id, conversationId },
      ...{ what: 'Shadow two calls', dueOn: new Date('2027-04-01'), createdAt: world.clock.now() },
    },
  });
  team.letterbox.letters.length = 0;
}

describe('somebody who goes west over the date line', () => {
  it('after a digest was decided upon still gets it before the reviews begin there', async () => {
    const team = await world.team();
    const mika = await team.add('Mika', { timeZone: kiritimati, role: null });
    await team.add('Teo', { manager: mika });
    await team.sendAt('2027-03-03T10:00:00Z');
    const answerAgain = limit(team, 1);
    // Nine o'clock on the 23rd on Kiritimati, eight on the 22nd in Pago Pago.
    await team.sendAt('2027-03-22T19:00:00Z');
    await move(team, mika, pagoPago, '2027-03-22T19:00:30Z');
    answerAgain();
    await team.sendAt('2027-03-22T20:00:00Z');
    const before = team.letterbox.told.filter((one) => one.endsWith('U0MIKA'));
    expect(before).toEqual([]);
    await team.sendAt('2027-03-23T20:00:00Z');
    expect(team.letterbox.told).toContain('digest to U0MIKA');
  });

  it('is asked about an action on its day, not on the day before', async () => {
    const team = await world.team();
    const mika = await team.add('Mika', { role: null });
    const teo = await team.add('Teo', { manager: mika, timeZone: kiritimati });
    await agree(team, teo, mika);
    const answerAgain = limit(team, 1);
    await team.sendAt('2027-03-31T19:00:00Z');
    await move(team, teo, pagoPago, '2027-03-31T19:00:30Z');
    answerAgain();
    await team.sendAt('2027-03-31T20:00:00Z');
    expect(team.letterbox.told).not.toContain('action_due to U0TEO');
    await team.sendAt('2027-04-01T20:00:00Z');
    await team.sendAt('2027-04-02T20:00:00Z');
    expect(team.letterbox.told).toEqual(['action_due to U0TEO']);
  });
});

describe('what waits for somebody who moves', () => {
  it('comes in the first working hours of the new zone', async () => {
    const team = await world.team();
    const mika = await team.add('Mika', { role: null });
    const teo = await team.add('Teo', { manager: mika, timeZone: kiritimati });
    await team.sendAt('2027-03-02T19:00:00Z');
    team.letterbox.letters.length = 0;
    // A Friday evening on Kiritimati; it is Thursday afternoon in Pago Pago.
    world.clock.set('2027-03-12T03:30:00Z');
    const pair = { managerId: mika.id, reportId: teo.id };
    const nudged = await nudgeReport(world.context, team.letterbox, {
      workspaceId: team.workspaceId,
      ...pair,
    });
    expect(nudged).toMatchObject({ state: 'later', at: new Date('2027-03-14T19:00:00Z') });
    await move(team, teo, pagoPago, '2027-03-12T03:31:00Z');
    await team.sendAt('2027-03-12T03:41:00Z');
    expect(team.letterbox.told).toEqual(['nudge to U0TEO']);
  });

  it('while they are away comes when their days off are over there', async () => {
    const team = await world.team();
    const mika = await team.add('Mika', { role: null });
    const teo = await team.add('Teo', { manager: mika, timeZone: pagoPago });
    await team.sendAt('2027-03-03T20:00:00Z');
    team.letterbox.letters.length = 0;
    world.clock.set('2027-03-09T20:00:00Z');
    const self = { workspaceId: team.workspaceId, personId: teo.id };
    await goAway(world.context, { ...self, through: '2027-03-11' });
    const pair = { managerId: mika.id, reportId: teo.id };
    await nudgeReport(world.context, team.letterbox, { workspaceId: team.workspaceId, ...pair });
    await team.sendAt('2027-03-09T20:01:00Z');
    await move(team, teo, kiritimati, '2027-03-10T10:00:00Z');
    await team.sendAt('2027-03-10T10:10:00Z');
    const toTeo = () => team.letterbox.told.filter((one) => one.endsWith('U0TEO'));
    await team.sendAt('2027-03-11T18:59:00Z');
    expect(toTeo()).toEqual([]);
    await team.sendAt('2027-03-11T19:00:00Z');
    await team.sendAt('2027-03-11T20:00:00Z');
    expect(toTeo()).toEqual(['nudge to U0TEO']);
  });
});

describe('"All set"', () => {
  it('that was overtaken once comes at a later step, once', async () => {
    const team = await world.team();
    const mika = await team.add('Mika', { role: null });
    const teo = await team.add('Teo', { manager: mika });
    await team.sendAt('2027-03-03T10:00:00Z');
    await team.talk(teo, mika);
    const answerAgain = limit(team, 1);
    await team.sendAt('2027-03-10T10:00:00Z');
    const rosa = await team.add('Rosa', { manager: mika });
    answerAgain();
    for (const minute of ['02', '03']) await team.sendAt(`2027-03-10T10:${minute}:00Z`);
    await team.talk(rosa, mika);
    for (const at of ['17T10:00', '17T10:01', '17T10:02', '23T10:00']) {
      await team.sendAt(`2027-03-${at}:00Z`);
    }
    expect(team.letterbox.told.filter((one) => one.endsWith('U0MIKA'))).toEqual([
      'digest to U0MIKA',
      'all_set to U0MIKA',
    ]);
  });
});

describe('the days that a message counts', () => {
  it("are its recipient's, also where it tells of somebody else's action", async () => {
    const team = await world.team();
    const mika = await team.add('Mika', { role: null, timeZone: kiritimati });
    const teo = await team.add('Teo', { manager: mika, timeZone: pagoPago });
    await agree(team, teo, mika);
    await world.context.db.actionItem.updateMany({
      where: { personId: teo.id },
      data: { dueOn: new Date('2027-03-17') },
    });
    // Nine o'clock on the 17th for Mika; Teo still has the 16th.
    await team.sendAt('2027-03-16T19:00:00Z');
    const digest = team.letterbox.letters.find(({ to }) => to === 'U0MIKA')?.message;
    expect(digest).toMatchObject({
      kind: 'digest',
      today: '2027-03-17',
      due: [{ number: 1, firstDueOn: '2027-03-17' }],
    });
  });
});

describe('a digest', () => {
  it('asks for nothing that the cycle takes no longer, wherever its reader is', async () => {
    const team = await world.team();
    const mika = await team.add('Mika', { role: null, timeZone: pagoPago });
    const teo = await team.add('Teo', { manager: mika });
    await team.sendAt('2027-03-03T10:00:00Z');
    await team.reveal(teo, mika);
    // The last minute of the last day's working hours in Pago Pago.
    await team.sendAt('2027-04-15T03:59:00Z');
    expect(team.letterbox.told.at(-1)).toBe('digest to U0MIKA');
    expect(await findOpenCycle(world.context, team.workspaceId)).toMatchObject({ name: 'Q1 2027' });
  });
});
