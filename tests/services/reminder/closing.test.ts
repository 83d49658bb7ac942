import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Person } from '../../../src/database/index.js';
import { dateFromDay } from '../../../src/domain/time/day.js';
import { openReminderWorld, type ReminderWorld, type Team } from './world.js';

let world: ReminderWorld;
beforeAll(async () => {
  world = await openReminderWorld();
});
afterAll(() => world.close());

/** The morning after the last day of Q1 2027 is over everywhere. */
const closed = '2027-04-16T10:00:00Z';
const countedOn = closed.slice(0, 10);

/** Ada, the admin; Mika, who has Teo, Sora, Rosa and Kim as reports; all of them were invited. */
async function roundOf() {
  const team = await world.team();
  const ada = await team.add('Ada', { role: null, admin: true });
  const mika = await team.add('Mika', { role: null });
  const teo = await team.add('Teo', { manager: mika });
  const sora = await team.add('Sora', { manager: mika });
  const rosa = await team.add('Rosa', { manager: mika });
  const kim = await team.add('Kim', { manager: mika });
  await team.sendAt('2027-03-03T10:00:00Z');
  return { team, ada, mika, teo, sora, rosa, kim };
}

/** Teo looked and typed, Sora did nothing, Rosa sent hers, and Kim went through all of it. */
async function mixedRound() {
  const round = await roundOf();
  const { team, mika, teo, rosa, kim } = round;
  await team.begin(teo);
  await team.submit(rosa);
  await team.talk(kim, mika);
  return round;
}

/** What somebody heard of the close, as the letters' contents. */
function lastWords({ letterbox }: Team, who?: Person) {
  return letterbox.letters.flatMap(({ to, message }) => {
    const parts = message.kind === 'combined' ? message.parts : [message];
    const mine = who === undefined || to === who.slackUserId;
    return mine ? parts.filter(({ kind }) => kind === 'cycle_closed') : [];
  });
}

const next = { opensOn: '2027-06-02', reviewOn: '2027-06-23' };
const nothing = {
  kind: 'cycle_closed',
  ...{ cycleId: expect.any(String), cycleName: 'Q1 2027', next },
};

describe('when a cycle has closed', () => {
  it('whoever missed their check-in hears so, whether what they typed is kept, and when the next one is', async () => {
    const { team, teo, sora } = await mixedRound();
    await team.sendAt(closed);
    const rest = { withoutView: [], outcome: undefined };
    expect(lastWords(team, teo)).toEqual([
      { ...nothing, own: { end: 'missed', started: true }, ...rest },
    ]);
    expect(lastWords(team, sora)).toEqual([
      { ...nothing, own: { end: 'missed', started: false }, ...rest },
    ]);
  });

  it('whoever waits for a view in vain hears so, and their manager with whose', async () => {
    const { team, rosa, mika } = await mixedRound();
    await team.sendAt(closed);
    const own = { end: 'no_view', managerSlackUserId: 'U0MIKA' };
    expect(lastWords(team, rosa)).toEqual([
      { ...nothing, own, withoutView: [], outcome: undefined },
    ]);
    const withoutView = [{ slackUserId: 'U0ROSA', name: 'Rosa' }];
    expect(lastWords(team, mika)).toEqual([
      { ...nothing, own: undefined, withoutView, outcome: undefined },
    ]);
  });

  it('an admin hears how many came how far, in numbers', async () => {
    const { team, ada } = await mixedRound();
    await team.sendAt(closed);
    const outcome = { asked: 4, began: 3, sent: 2, gotView: 1, talked: 1 };
    expect(lastWords(team, ada)).toEqual([
      { ...nothing, own: undefined, withoutView: [], outcome, countedOn },
    ]);
  });

  it('an admin hears that it closed, and nobody else for whom all went well', async () => {
    const { team, ada, mika, teo, sora, rosa, kim } = await roundOf();
    for (const person of [teo, sora, rosa, kim]) await team.talk(person, mika);
    await team.sendAt(closed);
    const outcome = { asked: 4, began: 4, sent: 4, gotView: 4, talked: 4 };
    const told = { ...nothing, own: undefined, withoutView: [], outcome, countedOn };
    expect(lastWords(team)).toEqual([told]);
    expect(lastWords(team, ada)).toEqual([told]);
    const decided = (await team.recorded()).filter((one) => one.endsWith('nothing_to_do'));
    expect(decided).toEqual(Array(5).fill('cycle_closed closed obsolete nothing_to_do'));
  });

  it('nobody but an admin hears anything of a cycle that nobody took part in', async () => {
    const { team, ada, teo } = await roundOf();
    await team.look(teo);
    await team.sendAt(closed);
    const outcome = { asked: 4, began: 0, sent: 0, gotView: 0, talked: 0 };
    const told = { ...nothing, own: undefined, withoutView: [], outcome, countedOn };
    expect(lastWords(team)).toEqual([told]);
    expect(lastWords(team, ada)).toEqual([told]);
  });

  it('it is said once, in working hours, and never of a cycle that closed long ago', async () => {
    const { team, teo } = await mixedRound();
    for (const at of ['2027-04-15T11:59:00Z', '2027-04-15T22:00:00Z', '2027-04-16T08:00:00Z']) {
      await team.sendAt(at);
    }
    expect(lastWords(team)).toEqual([]);
    for (const day of ['16', '17', '19', '20', '28']) {
      await team.sendAt(`2027-04-${day}T10:00:00Z`);
    }
    expect(lastWords(team, teo)).toHaveLength(1);

    const old = await mixedRound();
    await old.team.sendAt('2027-04-29T10:00:00Z');
    expect(lastWords(old.team)).toEqual([]);
  });

  it('who is away hears it on their return, if that is within two weeks', async () => {
    const { team, teo, sora } = await mixedRound();
    const away = (person: Person, through: string) =>
      world.context.db.person.update({
        where: { id: person.id },
        data: { awayThrough: dateFromDay(through) },
      });
    await away(teo, '2027-04-20');
    await away(sora, '2027-04-28');
    for (const day of ['16', '20', '21', '29', '30']) {
      await team.sendAt(`2027-04-${day}T10:00:00Z`);
      if (day === '20') expect(lastWords(team, teo)).toEqual([]);
    }
    expect(lastWords(team, teo)).toHaveLength(1);
    expect(lastWords(team, sora)).toEqual([]);
  });

  it('a manager who comes later is not told of views that were not theirs to give', async () => {
    const { team, rosa } = await mixedRound();
    const wren = await team.add('Wren', { role: null });
    await team.sendAt(closed);
    await world.context.db.person.update({
      where: { id: rosa.id },
      data: { managerId: wren.id },
    });
    await team.sendAt('2027-04-19T10:00:00Z');
    expect(lastWords(team, wren)).toEqual([]);
  });

  it('a message that waits tells what is so when it leaves', async () => {
    const { team, rosa, mika } = await mixedRound();
    team.letterbox.answer = () => ({ state: 'retry', afterMs: 60_000 });
    await team.sendAt(closed);
    const { db } = world.context;
    await db.person.update({ where: { id: rosa.id }, data: { leftAt: new Date(closed) } });
    team.letterbox.answer = (to) => ({ state: 'sent', channelId: `D${to}`, ts: '1.0' });
    await team.sendAt('2027-04-16T10:02:00Z');
    expect(lastWords(team, mika)).toEqual([]);
    expect(lastWords(team, rosa)).toEqual([]);
  });
});
