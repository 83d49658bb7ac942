import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Administrator } from '../../../src/services/access/administration.js';
import { listChanges } from '../../../src/services/audit-log/index.js';
import { readStatus } from '../../../src/services/completion/status.js';
import { excludePeople, includePeople } from '../../../src/services/cycle/exclusions.js';
import { teamState } from '../../../src/services/team/team.js';
import { openReminderWorld, type ReminderWorld, type Team } from '../reminder/world.js';

let world: ReminderWorld;
beforeAll(async () => {
  world = await openReminderWorld();
});
afterAll(() => world.close());

const by: Administrator = { operator: 'ops' };
const name = 'Q1 2027';

/** Mika and her reports Teo and Rosa; the cycles are planned, and Q1 2027 opens on 3 March. */
async function plannedTeam() {
  const team = await world.team();
  const mika = await team.add('Mika', { role: null });
  const teo = await team.add('Teo', { manager: mika });
  await team.add('Rosa', { manager: mika });
  await team.sendAt('2027-03-02T15:00:00Z');
  return { team, mika, teo };
}

const exclude = ({ workspaceId }: Team, people: string[], until?: string) =>
  excludePeople(world.context, { workspaceId, by, name, people, until });
const include = ({ workspaceId }: Team, people: string[]) =>
  includePeople(world.context, { workspaceId, by, name, people });

const lettersTo = ({ letterbox }: Team, slackUserId: string) =>
  letterbox.received.filter((one) => one.endsWith(` to ${slackUserId}`));

describe('somebody who is left out of a review', () => {
  it('is asked for nothing and misses nothing, to its end', async () => {
    const { team } = await plannedTeam();
    await exclude(team, ['U0TEO']);
    const days = ['03-03', '03-10', '03-17', '03-23', '03-31', '04-20'];
    for (const day of days) await team.sendAt(`2027-${day}T10:00:00Z`);
    expect(lettersTo(team, 'U0TEO')).toEqual([]);
    expect(lettersTo(team, 'U0ROSA')).toContain('invitation to U0ROSA');
  });

  it('is invited from the day on until which they are left out', async () => {
    const { team } = await plannedTeam();
    await exclude(team, ['teo'], '2027-03-09');
    await team.sendAt('2027-03-08T16:00:00Z');
    expect(lettersTo(team, 'U0TEO')).toEqual([]);
    const foreseen = await team.previewFrom('2027-03-08T17:00:00Z');
    const first = foreseen.find(({ recipient }) => recipient.slackUserId === 'U0TEO');
    expect(first).toMatchObject({ kind: 'invitation', at: new Date('2027-03-09T09:00:00Z') });
    await team.sendAt('2027-03-09T09:00:00Z');
    expect(lettersTo(team, 'U0TEO')).toEqual(['invitation to U0TEO']);
  });

  it('gets nothing that was on its way to them', async () => {
    const { team } = await plannedTeam();
    team.letterbox.answer = () => ({ state: 'retry', afterMs: 60_000 });
    await team.sendAt('2027-03-03T10:00:00Z');
    await exclude(team, ['U0TEO']);
    team.letterbox.answer = (to) => ({ state: 'sent', channelId: `D${to}`, ts: '1.0' });
    await team.sendAt('2027-03-03T11:00:00Z');
    expect(team.letterbox.received).toEqual(['invitation to U0ROSA']);
  });

  it('waits for nothing in their manager’s team and in the status', async () => {
    const { team, mika } = await plannedTeam();
    await team.sendAt('2027-03-03T10:00:00Z');
    await exclude(team, ['U0TEO']);
    const { workspaceId } = team;
    const at = world.clock.now();
    const state = await teamState(world.context, { workspaceId, manager: mika, at });
    expect(state?.team.groups.leftOut.map(({ name }) => name)).toEqual(['Teo']);
    expect(state?.team).toMatchObject({ asked: 1, submitted: 0 });
    const { counts } = await readStatus(world.context, { workspaceId, by });
    expect(counts).toMatchObject({ left_out: 1, not_begun: 1 });
  });

  it('keeps what they have written, and their manager gives a view of it', async () => {
    const { team, mika, teo } = await plannedTeam();
    await team.sendAt('2027-03-03T10:00:00Z');
    await team.submit(teo);
    await exclude(team, ['U0TEO']);
    const { workspaceId } = team;
    const at = world.clock.now();
    const state = await teamState(world.context, { workspaceId, manager: mika, at });
    expect(state?.team.groups.ready.map(({ name }) => name)).toEqual(['Teo']);
  });

  it('is asked again once they are included', async () => {
    const { team } = await plannedTeam();
    await exclude(team, ['U0TEO', 'Rosa']);
    await include(team, ['Teo']);
    await team.sendAt('2027-03-03T10:00:00Z');
    expect(team.letterbox.received).toEqual(['invitation to U0TEO']);
    expect(await listChanges(world.context, { ...team, most: 9 })).toMatchObject([
      { action: 'cycle_included', after: '1: U0TEO' },
      { action: 'cycle_excluded', after: '2: U0ROSA U0TEO' },
    ]);
  });
});

describe('a list of people to leave out', () => {
  it('may have five thousand', async () => {
    const team = await world.team();
    await team.addMany(5_010);
    await team.sendAt('2027-03-02T15:00:00Z');
    const people = Array.from({ length: 5_000 }, (_, number) => `U${number}`);
    expect((await exclude(team, people)).people).toHaveLength(5_000);
    await team.sendAt('2027-03-03T10:00:00Z');
    expect(team.letterbox.received).toHaveLength(10);
  });

  it.each([
    [['U0TEO', 'U0NOBODY', 'Nobody Else'], 'Nobody here is called u0nobody, nobody else.'],
    [['  '], 'Name at least one person.'],
  ])('with %j leaves nobody out', async (people, words) => {
    const { team } = await plannedTeam();
    await expect(exclude(team, people)).rejects.toThrow(words);
    expect(
      await world.context.db.cycleExclusion.count({ where: { workspaceId: team.workspaceId } }),
    ).toBe(0);
  });

  it('with a name that two people share leaves nobody out', async () => {
    const { team, teo } = await plannedTeam();
    const { db } = world.context;
    await db.person.create({
      data: { workspaceId: team.workspaceId, slackUserId: 'U0TEO2', name: teo.name },
    });
    await expect(exclude(team, ['Teo', 'Rosa'])).rejects.toThrow('Several people are called teo.');
    expect((await exclude(team, ['U0TEO'])).people).toHaveLength(1);
  });

  it.each(['2027-03-02', '2027-04-15', '9.3.2027'])('is not left out until %s', async (until) => {
    const { team } = await plannedTeam();
    await expect(exclude(team, ['Teo'], until)).rejects.toThrow(/day/);
  });

  it('is an admin’s', async () => {
    const { team, teo } = await plannedTeam();
    const input = { workspaceId: team.workspaceId, by: { personId: teo.id }, name };
    await expect(excludePeople(world.context, { ...input, people: ['Teo'] })).rejects.toThrow(
      'Only admins can do that',
    );
  });
});
