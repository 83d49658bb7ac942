import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readAccess } from '../../../src/services/access/access.js';
import type { Administrator } from '../../../src/services/access/administration.js';
import { listChanges } from '../../../src/services/audit-log/index.js';
import { openCheckIn } from '../../../src/services/check-in/opening.js';
import { readStatus } from '../../../src/services/completion/status.js';
import { addCycle, foreseeAdding } from '../../../src/services/cycle/adding.js';
import { listCycles } from '../../../src/services/cycle/cycles.js';
import type { CycleAudience } from '../../../src/services/cycle/members.js';
import { forecastCycle } from '../../../src/services/reminder/cycle-forecast.js';
import { teamState } from '../../../src/services/team/team.js';
import { openReminderWorld, type ReminderWorld, type Team } from '../reminder/world.js';

let world: ReminderWorld;
beforeAll(async () => {
  world = await openReminderWorld();
});
afterAll(() => world.close());

const by: Administrator = { operator: 'ops' };
const reviewOn = '2027-05-19';
/** On which a review of that date opens. */
const opens = '2027-04-28T10:00:00Z';

/** Mika with Teo and Rosa, of whom Teo has Kit; beside them Noor with Sora. */
async function company() {
  const team = await world.team();
  const mika = await team.add('Mika', { role: null });
  const noor = await team.add('Noor', { role: null });
  const teo = await team.add('Teo', { manager: mika });
  const rosa = await team.add('Rosa', { manager: mika });
  const kit = await team.add('Kit', { manager: teo });
  const sora = await team.add('Sora', { manager: noor });
  world.clock.set('2027-04-20T15:00:00Z');
  return { team, mika, noor, teo, rosa, kit, sora };
}

const inputOf = ({ workspaceId }: Team, audience: CycleAudience, day = reviewOn) => ({
  ...{ workspaceId, by, reviewOn: day, name: `Talks ${day}`, audience },
});
const add = (team: Team, audience: CycleAudience, day?: string) =>
  addCycle(world.context, inputOf(team, audience, day));
const foresee = (team: Team, audience: CycleAudience) =>
  foreseeAdding(world.context, inputOf(team, audience), (db, { after }) =>
    forecastCycle({ db, clock: world.clock }, after),
  );
const invited = ({ letterbox }: Team) =>
  letterbox.received.filter((one) => one.startsWith('invitation')).sort();

describe('a review for some', () => {
  it.each<[string, CycleAudience, string[]]>([
    ['a team', { team: 'Mika' }, ['U0ROSA', 'U0TEO']],
    ['a line', { line: 'U0MIKA' }, ['U0KIT', 'U0ROSA', 'U0TEO']],
    ['a list', { people: ['Kit', 'u0sora'] }, ['U0KIT', 'U0SORA']],
  ])('of %s asks these people alone, as it was foreseen', async (_, audience, ids) => {
    const { team } = await company();
    const foreseen = await foresee(team, audience);
    expect(foreseen.members).toBe(ids.length);
    expect(foreseen.seen[0]).toMatchObject({
      day: '2027-04-28',
      kinds: { invitation: ids.length },
    });
    expect(
      await world.context.db.cycleMember.count({ where: { workspaceId: team.workspaceId } }),
    ).toBe(0);
    await add(team, audience);
    await team.sendAt(opens);
    expect(invited(team)).toEqual(ids.map((id) => `invitation to ${id}`));
    await team.sendAt('2027-05-05T10:00:00Z');
    await team.sendAt('2027-05-12T10:00:00Z');
    const to = new Set(team.letterbox.received.map((one) => one.split(' to ')[1]));
    const managers = ['U0MIKA', 'U0NOOR', 'U0TEO'];
    for (const id of to) expect([...ids, ...managers]).toContain(id);
  });

  it('writes to no manager of others, and says of them that they are left out', async () => {
    const { team, mika, noor } = await company();
    await add(team, { team: 'Mika' });
    for (const day of ['04-28', '05-05', '05-12', '05-18']) {
      await team.sendAt(`2027-${day}T10:00:00Z`);
    }
    expect(team.letterbox.received.filter((one) => one.endsWith('U0NOOR'))).toEqual([]);
    const at = world.clock.now();
    const stateOf = (manager: typeof mika) =>
      teamState(world.context, { workspaceId: team.workspaceId, manager, at });
    const others = await stateOf(noor);
    expect(others?.team.groups.leftOut.map(({ name }) => name)).toEqual(['Sora']);
    expect(others?.team).toMatchObject({ asked: 0 });
    expect((await stateOf(mika))?.team).toMatchObject({ asked: 2 });
  });

  it('has its people alone in the status and in the list of cycles', async () => {
    const { team } = await company();
    await add(team, { team: 'Mika' });
    await team.sendAt(opens);
    const { people } = await readStatus(world.context, { workspaceId: team.workspaceId, by });
    expect(people.map(({ name }) => name)).toEqual(['Rosa', 'Teo']);
    const cycles = await listCycles(world.context, team.workspaceId);
    expect(cycles.find(({ forSome }) => forSome)).toMatchObject({ participants: 2 });
    expect(
      await listChanges(world.context, { workspaceId: team.workspaceId, most: 1 }),
    ).toMatchObject([{ action: 'cycle_added', after: 'review 2027-05-19, for 2' }]);
  });

  it('takes no check-in of others, who read what they could read before', async () => {
    const { team, noor, sora, teo } = await company();
    await add(team, { team: 'Mika' });
    await team.sendAt(opens);
    const { workspaceId } = team;
    const openedBy = (personId: string) => openCheckIn(world.context, { workspaceId, personId });
    expect((await openedBy(sora.id)).kind).toBe('no_cycle');
    expect((await openedBy(teo.id)).kind).toBe('page');
    const past = await team
      .reveal(sora, noor)
      .then(() => readAccess(world.context, { workspaceId, actorId: noor.id, subjectId: sora.id }));
    expect(past.checkIns[0]?.facts.owesNothing).toBe(true);
  });

  it('leaves out who joins the team later', async () => {
    const { team, mika } = await company();
    await add(team, { team: 'Mika' });
    await team.add('Newcomer', { manager: mika });
    await team.sendAt(opens);
    expect(invited(team)).toEqual(['invitation to U0ROSA', 'invitation to U0TEO']);
  });

  it('leaves the quarter its own review', async () => {
    const { team } = await company();
    await add(team, { team: 'Mika' });
    const rows = await world.context.db.cycle.findMany({
      where: { workspaceId: team.workspaceId },
      orderBy: { reviewOn: 'asc' },
    });
    expect(rows.find(({ forSome }) => forSome)?.period).toBeNull();
  });

  it('says whose late check-ins it ends', async () => {
    const { team } = await company();
    await add(team, { team: 'Noor' }, '2027-04-28');
    await team.sendAt('2027-04-21T10:00:00Z');
    const { doubts } = await foresee(team, { team: 'Mika' });
    expect(doubts).toContain(
      'Talks 2027-04-28 takes no late check-ins from 2027-04-29 on, from anybody.',
    );
  });
});

describe('two reviews at once', () => {
  it('are refused, also where they are for different people', async () => {
    const { team } = await company();
    await add(team, { team: 'Mika' });
    await expect(add(team, { team: 'Noor' }, '2027-05-05')).rejects.toThrow(
      'Talks 2027-05-19 takes check-ins from 2027-04-28 until its review on 2027-05-19, so 2027-05-05 lies inside it. Choose a date outside: no two reviews are open at once, also where they are for different people.',
    );
  });

  it('come one after the other, where the dates allow it', async () => {
    const { team } = await company();
    await add(team, { team: 'Mika' });
    const { after } = await add(team, { team: 'Noor' }, '2027-06-02');
    expect(after).toMatchObject({ opensOn: '2027-05-20', reviewOn: '2027-06-02' });
  });
});

describe('for whom a review is', () => {
  it.each<[CycleAudience, string]>([
    [{ team: 'Sora' }, 'Nobody reports to Sora, so the review would be for nobody.'],
    [{ line: 'Kit' }, 'Nobody reports to Kit'],
    [{ team: 'Nobody' }, 'Nobody here is called nobody.'],
    [{ people: ['Teo', 'Nobody'] }, 'Nobody here is called nobody.'],
    [{ people: [] }, 'Name at least one person.'],
  ])('as %j is refused, and nothing is added', async (audience, words) => {
    const { team } = await company();
    await expect(add(team, audience)).rejects.toThrow(words);
    expect(
      await world.context.db.cycle.count({
        where: { workspaceId: team.workspaceId, forSome: true },
      }),
    ).toBe(0);
  });
});
