import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Administrator } from '../../../src/services/access/administration.js';
import { listChanges } from '../../../src/services/audit-log/index.js';
import { submitCheckIn } from '../../../src/services/check-in/check-ins.js';
import { savePage } from '../../../src/services/check-in/edits.js';
import { readCheckIn } from '../../../src/services/check-in/reading.js';
import { addCycle } from '../../../src/services/cycle/adding.js';
import { listCycles } from '../../../src/services/cycle/cycles.js';
import { cancelCycle, closeCycle } from '../../../src/services/cycle/ending.js';
import { foreseeMoving, moveCycle } from '../../../src/services/cycle/moving.js';
import { findOpenCycle } from '../../../src/services/open-cycle/index.js';
import { forecastCycle } from '../../../src/services/reminder/cycle-forecast.js';
import { openReminderWorld, type ReminderWorld, type Team } from '../reminder/world.js';

let world: ReminderWorld;
beforeAll(async () => {
  world = await openReminderWorld();
});
afterAll(() => world.close());

const by: Administrator = { operator: 'ops' };
const opens = '2027-03-03T10:00:00Z';

/** Mika and her report Teo; Q1 2027 is open, its review on 24 March. */
async function openTeam() {
  const team = await world.team();
  const mika = await team.add('Mika', { role: null });
  const teo = await team.add('Teo', { manager: mika });
  await team.sendAt(opens);
  return { team, mika, teo };
}

const move = ({ workspaceId }: Team, name: string, reviewOn: string, seen?: string) =>
  moveCycle(world.context, { workspaceId, by, name, reviewOn, seen });
const close = ({ workspaceId }: Team, name = 'Q1 2027') =>
  closeCycle(world.context, { workspaceId, by, name });
const cancel = ({ workspaceId }: Team, name = 'Q1 2027') =>
  cancelCycle(world.context, { workspaceId, by, name });
const add = ({ workspaceId }: Team, reviewOn: string, name?: string) =>
  addCycle(world.context, { workspaceId, by, reviewOn, name });

/** "Q1 2027 2027-03-24", the earliest first. */
const reviews = async ({ workspaceId }: Team) =>
  (await listCycles(world.context, workspaceId))
    .map(({ name, reviewOn }) => `${name} ${reviewOn}`)
    .reverse();

describe('a review that is moved', () => {
  it('keeps its first day where it is open, and its other dates follow', async () => {
    const { team } = await openTeam();
    const { before, after, doubts } = await move(team, 'q1 2027', '2027-03-31');
    expect(before).toMatchObject({ opensOn: '2027-03-03', reviewOn: '2027-03-24' });
    expect(after).toMatchObject({
      opensOn: '2027-03-03',
      dueOn: '2027-03-24',
      reviewOn: '2027-03-31',
    });
    expect(doubts).toEqual([]);
  });

  it('may go past its quarter, and the next quarter keeps its own', async () => {
    const { team } = await openTeam();
    await move(team, 'Q1 2027', '2027-04-14');
    await team.sendAt('2027-03-04T10:00:00Z');
    expect(await reviews(team)).toEqual(['Q1 2027 2027-04-14', 'Q2 2027 2027-06-23']);
  });

  it('does not pass the next one while it is open, nor lie inside it', async () => {
    const { team } = await openTeam();
    await expect(move(team, 'Q1 2027', '2027-07-14')).rejects.toThrow(
      'Q2 2027 opens on 2027-06-02, before that.',
    );
    await expect(move(team, 'Q1 2027', '2027-06-09')).rejects.toThrow(
      'Q2 2027 takes check-ins from 2027-06-02 until its review on 2027-06-23',
    );
    expect(await reviews(team)).toContain('Q1 2027 2027-03-24');
  });

  it('sends what is left of its plan on its new days', async () => {
    const { team } = await openTeam();
    await move(team, 'Q1 2027', '2027-04-07');
    await team.sendAt('2027-03-10T10:00:00Z');
    expect(team.letterbox.received).toEqual(['invitation to U0TEO', 'cycle_changed to U0TEO']);
    await team.sendAt('2027-03-24T10:00:00Z');
    expect(team.letterbox.received).toContain('reminder to U0TEO');
  });

  it('asks back where nobody works on the day, or little time is left', async () => {
    const { team } = await openTeam();
    const { doubts } = await move(team, 'Q1 2027', '2027-03-13');
    expect(doubts).toEqual([
      'The review date 2027-03-13 is a Saturday, on which nobody works here.',
      'There is little time for check-ins: from 2027-03-03 to 2027-03-06.',
    ]);
  });

  it.each([
    ['2027-03-03', 'The review date 2027-03-03 is not in the future'],
    ['24.3.2027', '"24.3.2027" is not a date.'],
  ])('is refused on %s in words', async (day, words) => {
    const { team } = await openTeam();
    await expect(move(team, 'Q1 2027', day)).rejects.toThrow(words);
    await expect(move(team, 'Q9', '2027-04-14')).rejects.toThrow('No cycle is called "Q9".');
  });

  it('is moved once by two admins who saw the same date, and the second hears of it', async () => {
    const { team } = await openTeam();
    const outcomes = await Promise.allSettled([
      move(team, 'Q1 2027', '2027-03-31', '2027-03-24'),
      move(team, 'Q1 2027', '2027-04-07', '2027-03-24'),
    ]);
    const refused = outcomes.flatMap((one) => (one.status === 'rejected' ? [one.reason] : []));
    expect(refused.map(({ message }) => message)).toEqual([
      expect.stringMatching(/^Somebody else has moved Q1 2027 to 2027-\d\d-\d\d meanwhile\./),
    ]);
    expect(await listChanges(world.context, { ...team, most: 9 })).toHaveLength(1);
  });

  it('keeps a check-in that is sent at that moment', async () => {
    const { team, teo } = await openTeam();
    await team.begin(teo);
    const { id } = await world.context.db.checkIn.findFirstOrThrow({ where: { personId: teo.id } });
    const ref = { workspaceId: team.workspaceId, personId: teo.id, checkInId: id };
    const { pages } = await readCheckIn(world.context, ref);
    for (const { competency } of pages) {
      const edit = { choice: { kind: 'rating', key: 'meeting' } as const, editedAt: new Date(0) };
      await savePage(world.context, ref, { competency: competency.key, edit });
    }
    const sending = submitCheckIn(world.context, ref);
    await Promise.all([sending, move(team, 'Q1 2027', '2027-03-31')]);
    expect(await sending).toEqual({ done: true });
    expect(await reviews(team)).toContain('Q1 2027 2027-03-31');
  });

  it('shows first what it would send, in totals a day, and changes nothing by that', async () => {
    const { team } = await openTeam();
    const input = { workspaceId: team.workspaceId, by, name: 'Q1 2027', reviewOn: '2027-04-07' };
    const { after } = await foreseeMoving(world.context, input);
    const totals = await forecastCycle(world.context, after);
    expect(totals.slice(0, 2)).toEqual([
      { day: '2027-03-24', messages: 2, kinds: { reminder: 1, digest: 1 } },
      { day: '2027-03-29', messages: 1, kinds: { reminder: 1 } },
    ]);
    expect(await reviews(team)).toContain('Q1 2027 2027-03-24');
    expect(await listChanges(world.context, { ...team, most: 9 })).toEqual([]);
  });

  it('is in the audit log, and moved by admins alone', async () => {
    const { team, teo } = await openTeam();
    await move(team, 'Q1 2027', '2027-03-31');
    const input = { workspaceId: team.workspaceId, name: 'Q1 2027', reviewOn: '2027-04-07' };
    await expect(moveCycle(world.context, { ...input, by: { personId: teo.id } })).rejects.toThrow(
      'Only admins can do that',
    );
    expect(await listChanges(world.context, { ...team, most: 9 })).toMatchObject([
      {
        action: 'cycle_moved',
        subject: 'Q1 2027',
        before: 'review 2027-03-24',
        after: 'review 2027-03-31',
      },
    ]);
  });
});

describe('a review that is added', () => {
  it('is one beside those of the cadence', async () => {
    const { team } = await openTeam();
    const { after } = await add(team, '2027-05-12');
    expect(after).toMatchObject({ name: 'May 2027', opensOn: '2027-04-21', dueOn: '2027-05-05' });
    expect(await reviews(team)).toEqual([
      'Q1 2027 2027-03-24',
      'May 2027 2027-05-12',
      'Q2 2027 2027-06-23',
    ]);
  });

  it('is refused inside another one, and under its name', async () => {
    const { team } = await openTeam();
    await expect(add(team, '2027-06-09')).rejects.toThrow('so 2027-06-09 lies inside it');
    await expect(add(team, '2027-05-12', 'Q2 2027')).rejects.toThrow('There is a cycle called Q2');
    expect(await reviews(team)).toHaveLength(2);
  });
});

describe('a review that is closed before its end', () => {
  it('takes no check-ins from then on, and who missed theirs gets the last word once', async () => {
    const { team, teo } = await openTeam();
    await team.begin(teo);
    world.clock.set('2027-03-05T10:00:00Z');
    await close(team);
    expect(await findOpenCycle(world.context, team.workspaceId)).toBeUndefined();
    await team.sendAt('2027-03-10T10:00:00Z');
    await team.sendAt('2027-03-11T10:00:00Z');
    const closed = team.letterbox.received.filter((one) => one.startsWith('cycle_closed'));
    expect(closed).toEqual(['cycle_closed to U0TEO']);
    expect(team.letterbox.received).not.toContain('reminder to U0TEO');
  });

  it('is open, and closed once', async () => {
    const { team } = await openTeam();
    await expect(close(team, 'Q2 2027')).rejects.toThrow('Q2 2027 has not opened yet');
    await close(team);
    await expect(close(team)).rejects.toThrow('Q1 2027 is over');
    await expect(move(team, 'Q1 2027', '2027-04-14')).rejects.toThrow('Q1 2027 is over');
  });
});

describe('a review that is cancelled', () => {
  it('sends nothing any more, and keeps what people wrote', async () => {
    const { team, teo } = await openTeam();
    await team.begin(teo);
    await cancel(team);
    expect(await findOpenCycle(world.context, team.workspaceId)).toBeUndefined();
    for (const day of ['2027-03-10', '2027-03-17', '2027-04-20']) {
      await team.sendAt(`${day}T10:00:00Z`);
    }
    expect(team.letterbox.received).toEqual(['invitation to U0TEO', 'cycle_changed to U0TEO']);
    const where = { checkIn: { personId: teo.id } };
    expect(await world.context.db.checkInAnswer.count({ where })).toBe(1);
  });

  it('takes back what waits to be sent', async () => {
    const team = await world.team();
    await team.add('Teo');
    team.letterbox.answer = () => ({ state: 'retry', afterMs: 60_000 });
    await team.sendAt(opens);
    await cancel(team);
    team.letterbox.answer = () => ({ state: 'sent', channelId: 'D1', ts: '1.0' });
    await team.sendAt('2027-03-03T11:00:00Z');
    expect(await team.recorded()).toEqual(['invitation opens obsolete cancelled']);
  });

  it('does not come again by the cadence, and comes back where an admin adds it again', async () => {
    const { team } = await openTeam();
    await cancel(team, 'Q2 2027');
    await team.sendAt('2027-06-03T10:00:00Z');
    expect(await findOpenCycle(world.context, team.workspaceId)).toBeUndefined();
    world.clock.set('2027-04-03T10:00:00Z');
    expect((await add(team, '2027-06-23')).after.name).toBe('Q2 2027');
    await team.sendAt('2027-06-03T10:00:00Z');
    expect(await findOpenCycle(world.context, team.workspaceId)).toMatchObject({ name: 'Q2 2027' });
  });

  it('leaves the one before it open for late check-ins', async () => {
    const { team } = await openTeam();
    world.clock.set('2027-03-25T10:00:00Z');
    await add(team, '2027-04-07', 'Spring');
    expect(await findOpenCycle(world.context, team.workspaceId)).toMatchObject({ name: 'Spring' });
    await cancel(team, 'Spring');
    expect(await findOpenCycle(world.context, team.workspaceId)).toMatchObject({ name: 'Q1 2027' });
  });

  it('is cancelled once, and not after its end', async () => {
    const { team } = await openTeam();
    await cancel(team);
    await expect(cancel(team)).rejects.toThrow('Q1 2027 was cancelled.');
    world.clock.set('2027-07-30T10:00:00Z');
    await expect(cancel(team, 'Q2 2027')).rejects.toThrow('Q2 2027 is over');
  });
});
