import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Person } from '../../../src/database/index.js';
import { comeBack, goAway } from '../../../src/services/availability/away.js';
import { remindLater } from '../../../src/services/availability/snooze.js';
import { nudgeReport } from '../../../src/services/reminder/nudges.js';
import { openReminderWorld, type ReminderWorld, type Team } from '../reminder/world.js';

let world: ReminderWorld;
beforeAll(async () => {
  world = await openReminderWorld();
});
afterAll(() => world.close());

const opening = '2027-03-03T10:00:00Z';

/** Mika manages Teo; both take part, both are in UTC, Q1 is open and both are invited. */
async function mikaAndTeo() {
  const team = await world.team();
  const mika = await team.add('Mika');
  const teo = await team.add('Teo', { manager: mika });
  await team.sendAt(opening);
  team.letterbox.letters.length = 0;
  return { team, mika, teo };
}

const self = ({ workspaceId, id }: Person) => ({ workspaceId, personId: id });

function away(person: Person, through: string, now: string) {
  world.clock.set(now);
  return goAway(world.context, { ...self(person), through });
}

function nudge(team: Team, manager: Person, report: Person) {
  const input = { workspaceId: team.workspaceId, managerId: manager.id, reportId: report.id };
  return nudgeReport(world.context, team.letterbox, input);
}

describe('who is away', () => {
  it('gets one message afterwards, with what still concerns them then', async () => {
    const { team, mika } = await mikaAndTeo();
    expect(await away(mika, '2027-03-16', '2027-03-09T10:00:00Z')).toEqual({
      until: new Date('2027-03-17T09:00:00Z'),
    });
    for (const day of ['10', '15', '16']) await team.sendAt(`2027-03-${day}T10:00:00Z`);
    expect(team.letterbox.told).not.toContainEqual(expect.stringContaining('U0MIKA'));
    await team.sendAt('2027-03-17T09:00:00Z');
    await team.sendAt('2027-03-17T10:00:00Z');
    const toMika = team.letterbox.told.filter((one) => one.endsWith('U0MIKA'));
    expect(toMika).toEqual(['reminder, digest to U0MIKA']);
  });

  it('gets nothing of what has expired meanwhile', async () => {
    const { team, teo } = await mikaAndTeo();
    await away(teo, '2027-03-25', '2027-03-09T10:00:00Z');
    for (const day of ['10', '17', '23', '26', '29']) await team.sendAt(`2027-03-${day}T10:00:00Z`);
    expect(team.letterbox.told).not.toContainEqual(expect.stringContaining('U0TEO'));
  });

  it('gets what others told them meanwhile, kept back and then as one', async () => {
    const { team, mika, teo } = await mikaAndTeo();
    await away(teo, '2027-03-09', '2027-03-08T10:00:00Z');
    expect(await nudge(team, mika, teo)).toMatchObject({ state: 'held' });
    expect(await nudge(team, mika, teo)).toMatchObject({ state: 'already' });
    await team.sendAt('2027-03-09T10:00:00Z');
    expect(team.letterbox.told).toEqual([]);
    await team.sendAt('2027-03-10T09:00:00Z');
    expect(team.letterbox.told).toContain('nudge to U0TEO');
    expect(team.letterbox.told.filter((one) => one.endsWith('U0TEO'))).toHaveLength(1);
  });

  it('can be back sooner: what was held is due at once', async () => {
    const { team, mika, teo } = await mikaAndTeo();
    world.clock.set('2027-03-08T10:00:00Z');
    team.letterbox.answer = () => ({ state: 'retry', afterMs: 3_600_000 });
    await nudge(team, mika, teo);
    team.letterbox.answer = () => ({ state: 'sent', channelId: 'D1', ts: '1.0' });
    await away(teo, '2027-03-19', '2027-03-08T10:30:00Z');
    await team.sendAt('2027-03-08T12:00:00Z');
    expect(await team.recorded()).toContain('nudge 2027-03-08 held');
    await comeBack(world.context, self(teo));
    await team.sendAt('2027-03-08T12:01:00Z');
    expect(team.letterbox.told).toEqual(['nudge to U0TEO']);
  });

  it.each([
    ['2027-03-08', 'That day is past. Pick today or a later day.'],
    ['2028-12-01', 'Pick a day within a year from now.'],
    ['soon', 'Pick the last day on which you are away.'],
  ])('through %s is told why not', async (through, sentence) => {
    const { teo } = await mikaAndTeo();
    await expect(away(teo, through, '2027-03-09T10:00:00Z')).rejects.toThrow(sentence);
  });

  it("counts days of their own zone: today is the office's yesterday", async () => {
    const { team } = await mikaAndTeo();
    const rosa = await team.add('Rosa', { timeZone: 'America/Los_Angeles' });
    const { until } = await away(rosa, '2027-03-09', '2027-03-10T03:00:00Z');
    expect(until.toISOString()).toBe('2027-03-10T17:00:00.000Z');
  });
});

describe('"Remind me later"', () => {
  async function reminded() {
    const known = await mikaAndTeo();
    await known.team.sendAt('2027-03-10T09:00:00Z');
    const message = known.team.letterbox.lastTo('U0TEO');
    const later = (choice: 'hour' | 'tomorrow' | 'three_days' | 'monday') =>
      remindLater(world.context, { ...self(known.teo), choice, message });
    known.team.letterbox.letters.length = 0;
    return { ...known, later };
  }

  it('brings the same again then, once, however often it is pressed', async () => {
    const { team, later } = await reminded();
    world.clock.set('2027-03-10T09:05:00Z');
    await Promise.all([later('hour'), later('hour')]);
    await team.sendAt('2027-03-10T10:04:00Z');
    expect(team.letterbox.told).toEqual([]);
    await team.sendAt('2027-03-10T10:05:00Z');
    await team.sendAt('2027-03-10T10:06:00Z');
    expect(team.letterbox.told).toEqual(['reminder to U0TEO']);
  });

  it('brings nothing once the check-in is sent', async () => {
    const { team, teo, later } = await reminded();
    await later('tomorrow');
    await team.submit(teo);
    await team.sendAt('2027-03-11T09:00:00Z');
    expect(team.letterbox.told).toEqual([]);
    expect(await team.recorded()).toContain('reminder day-14 obsolete submitted');
  });

  it('brings only the newer reminder where one has come up', async () => {
    const { team, later } = await reminded();
    world.clock.set('2027-03-12T10:00:00Z');
    await later('monday');
    await team.sendAt('2027-03-15T09:00:00Z');
    expect(team.letterbox.told.filter((one) => one.endsWith('U0TEO'))).toEqual([
      'reminder to U0TEO',
    ]);
    expect(await team.recorded()).toContain('reminder day-14 obsolete superseded');
  });

  it('keeps a promise beyond the review date, while the cycle is open', async () => {
    const { team, mika } = await mikaAndTeo();
    await team.sendAt('2027-03-23T10:00:00Z');
    world.clock.set('2027-03-23T10:05:00Z');
    const message = team.letterbox.lastTo('U0MIKA');
    await remindLater(world.context, { ...self(mika), choice: 'three_days', message });
    team.letterbox.letters.length = 0;
    await team.sendAt('2027-03-26T09:00:00Z');
    expect(team.letterbox.told).toContainEqual(expect.stringMatching(/digest to U0MIKA$/));
  });

  it("holds back nobody else's messages", async () => {
    const { team, later } = await reminded();
    await later('monday');
    await team.sendAt('2027-03-15T08:59:00Z');
    await team.sendAt('2027-03-15T09:00:00Z');
    expect(team.letterbox.told).toContain('reminder to U0MIKA');
  });

  it('says nothing about the message of another person', async () => {
    const { team, mika } = await reminded();
    const message = team.letterbox.lastTo('U0TEO');
    await remindLater(world.context, { ...self(mika), choice: 'tomorrow', message });
    expect(await team.recorded()).not.toContain('reminder day-14 held');
  });

  it('leaves the day of the first invitation as it was', async () => {
    const team = await world.team();
    const teo = await team.add('Teo');
    await team.sendAt(opening);
    const message = team.letterbox.lastTo('U0TEO');
    await remindLater(world.context, { ...self(teo), choice: 'tomorrow', message });
    team.letterbox.answer = () => ({ state: 'retry', afterMs: 60_000 });
    await team.sendAt('2027-03-04T09:00:00Z');
    const [row] = await world.context.db.delivery.findMany({ where: { recipientId: teo.id } });
    expect(row?.sentAt).not.toBeNull();
  });
});
