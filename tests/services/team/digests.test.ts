import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findOpenCycle } from '../../../src/services/open-cycle/index.js';
import { nudgeReport } from '../../../src/services/reminder/nudges.js';
import {
  type Reader,
  teamBetweenCycles,
  teamState,
  teamStates,
} from '../../../src/services/team/team.js';
import { counting, openReminderWorld, type ReminderWorld, type Team } from '../reminder/world.js';

let world: ReminderWorld;
beforeAll(async () => {
  world = await openReminderWorld();
});
afterAll(() => world.close());

/** Mika with as many reports as asked for; Q1 is open. */
async function managerOf(reports: number) {
  const team = await world.team();
  const mika = await team.add('Mika', { timeZone: 'America/New_York', role: null });
  await world.context.db.person.createMany({
    data: Array.from({ length: reports }, (_, number) => ({
      workspaceId: team.workspaceId,
      slackUserId: `U${number}`,
      name: `Report ${number}`,
      roleKey: 'manager',
      managerId: mika.id,
      profileReadAt: world.clock.now(),
    })),
  });
  // Before anybody's working hours: the cycle opens and nothing is sent.
  await team.sendAt('2027-03-03T00:30:00Z');
  return { team, mika };
}

const stateOf = ({ workspaceId }: Team, manager: Reader) =>
  teamState(world.context, { workspaceId, manager, at: world.clock.now() });

describe("a manager's team", () => {
  it('holds direct reports who are there, and nobody else', async () => {
    const { team, mika } = await managerOf(1);
    const { db } = world.context;
    const teo = await team.add('Teo', { manager: mika });
    await team.add('Wren', { manager: teo });
    const gone = await team.add('Kim', { manager: mika });
    await db.person.update({ where: { id: gone.id }, data: { leftAt: world.clock.now() } });
    const state = await stateOf(team, mika);
    expect(state?.team.groups.waiting.map(({ name }) => name)).toEqual(['Report 0', 'Teo']);
  });

  it("says on the manager's own calendar when a check-in was sent", async () => {
    const { team, mika } = await managerOf(0);
    const teo = await team.add('Teo', { manager: mika });
    world.clock.set('2027-03-05T02:00:00Z');
    await team.submit(teo);
    const state = await stateOf(team, mika);
    expect(state?.team.groups.ready[0]?.submittedOn).toBe('2027-03-04');
    expect(state?.today).toBe('2027-03-04');
  });

  it('shows that somebody was nudged today, or is about to be', async () => {
    const { team, mika } = await managerOf(0);
    const teo = await team.add('Teo', { manager: mika });
    const nudge = () =>
      nudgeReport(world.context, team.letterbox, {
        workspaceId: team.workspaceId,
        managerId: mika.id,
        reportId: teo.id,
      });
    const shown = async () => (await stateOf(team, mika))?.team.groups.waiting[0]?.nudge;
    world.clock.set('2027-03-04T10:00:00Z');
    await nudge();
    expect(await shown()).toBe('sent_today');
    world.clock.set('2027-03-05T18:00:00Z');
    expect(await shown()).toBe('possible');
    await nudge();
    expect(await shown()).toBe('waiting');
  });

  it('is empty for somebody without reports, and unknown while no cycle is open', async () => {
    const { team, mika } = await managerOf(0);
    expect((await stateOf(team, mika))?.team.asked).toBe(0);
    world.clock.set('2027-05-04T10:00:00Z');
    expect(await stateOf(team, mika)).toBeUndefined();
  });

  it('is known by its roles while no cycle is open', async () => {
    const { team, mika } = await managerOf(1);
    await team.add('Kit', { manager: mika, role: null });
    const { workspaceId } = team;
    const input = { workspaceId, manager: mika, at: world.clock.now() };
    const known = await teamBetweenCycles(world.context, input);
    expect(known.team.groups.waiting.map(({ name }) => name)).toEqual(['Report 0']);
    expect(known.team.groups.noRole.map(({ name }) => name)).toEqual(['Kit']);
  });

  it('costs as many statements for 200 reports as for two', async () => {
    const few = await managerOf(2);
    const many = await managerOf(200);
    const statementsFor = async ({ team, mika }: typeof few) => {
      const { context, statements } = counting(world.context);
      const { workspaceId } = team;
      await teamState(context, { workspaceId, manager: mika, at: world.clock.now() });
      return statements();
    };
    expect(await statementsFor(few)).toBe(3);
    expect(await statementsFor(many)).toBe(3);
  });

  it('is read together with the teams of other managers', async () => {
    const { team, mika } = await managerOf(2);
    const teo = await team.add('Teo', { manager: mika });
    await team.add('Wren', { manager: teo });
    const cycle = await findOpenCycle(world.context, team.workspaceId);
    if (!cycle) throw new Error('no cycle is open');
    const at = world.clock.now();
    const { context, statements } = counting(world.context);
    const states = await teamStates(context.db, { cycle, managers: [mika, teo], at });
    expect(states.get(mika.id)?.team.asked).toBe(3);
    expect(states.get(teo.id)?.team.asked).toBe(1);
    expect(statements()).toBe(2);
  });
});
