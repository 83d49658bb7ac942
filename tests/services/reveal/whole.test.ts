import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { submitAssessment } from '../../../src/services/assessment/assessments.js';
import { reopenCheckIn, submitCheckIn } from '../../../src/services/check-in/check-ins.js';
import { updateOwnAssignment } from '../../../src/services/person/assignments.js';
import { importPeople } from '../../../src/services/person/import/import.js';
import { planMessages } from '../../../src/services/reminder/reminders.js';
import {
  beginAssessment,
  openTeamWorld,
  rateEverything,
  sendCheckIn,
  setManager,
  type Team,
} from '../assessment/world.js';

let world: Awaited<ReturnType<typeof openTeamWorld>>;
beforeAll(async () => {
  world = await openTeamWorld();
});
afterAll(() => world.close());

/** Mika has given a view, Noor is Rosa's manager since, and Rosa has sent her check-in. */
async function underNoor() {
  const team = await world.team();
  const checkIn = await sendCheckIn(world.context, team);
  const assessment = await beginAssessment(world.context, team);
  await rateEverything(world.context, assessment);
  await reopenCheckIn(world.context, checkIn);
  await submitAssessment(world.context, assessment);
  await setManager(world.context, team.rosa, team.noor);
  await submitCheckIn(world.context, checkIn);
  return { team, checkIn };
}

/** Rosa's check-in is sent and Mika has rated everything, without giving it. */
async function almost() {
  const team = await world.team();
  const checkIn = await sendCheckIn(world.context, team);
  const assessment = await beginAssessment(world.context, team);
  await rateEverything(world.context, assessment);
  return { team, checkIn, assessment };
}

const toMika = {
  roleKey: 'manager',
  inRoleSince: undefined,
  managerSlackUserId: 'U0MIKA',
};

function chooseMika({ workspaceId, rosa }: Team): Promise<unknown> {
  return updateOwnAssignment(world.context, { workspaceId, personId: rosa }, toMika);
}

function importMika({ workspaceId }: Team): Promise<unknown> {
  const rosa = { line: 2, slackUserId: 'U0ROSA', role: 'manager', managerSlackUserId: 'U0MIKA' };
  const rows = [{ ...rosa, startedOn: '' }];
  return importPeople(world.context, { workspaceId, by: { operator: 'ops' }, rows });
}

async function stateOf({ workspaceId, rosa }: Team) {
  const { db } = world.context;
  const person = await db.person.findUniqueOrThrow({ where: { id: rosa } });
  const checkIn = await db.checkIn.findFirstOrThrow({ where: { personId: rosa } });
  const given = await db.assessment.findFirst({ where: { subjectId: rosa, state: 'submitted' } });
  const briefs = await db.delivery.count({ where: { workspaceId, kind: 'brief' } });
  return {
    managerId: person.managerId,
    sent: checkIn.state === 'submitted',
    given: given !== null,
    revealed: checkIn.revealedAt !== null,
    briefs,
  };
}

/** Whatever reveals fails at that, as if the process ended there. */
async function whereRevealingFails(work: () => Promise<unknown>): Promise<unknown> {
  const { db } = world.context;
  await db.$executeRaw`
    CREATE FUNCTION fail() RETURNS trigger LANGUAGE plpgsql AS
    $$ BEGIN RAISE EXCEPTION 'cut off'; END $$`;
  await db.$executeRaw`
    CREATE TRIGGER cut_off BEFORE UPDATE OF revealed_at ON check_in
    FOR EACH ROW WHEN (NEW.revealed_at IS NOT NULL) EXECUTE FUNCTION fail()`;
  try {
    return await work();
  } finally {
    await db.$executeRaw`DROP TRIGGER cut_off ON check_in`;
    await db.$executeRaw`DROP FUNCTION fail()`;
  }
}

describe('the reveal is part of what causes it', () => {
  it.each([
    ['Rosa choosing her manager', chooseMika],
    ['an import of managers', importMika],
  ])('%s happens with it or not at all', async (_, move) => {
    const { team } = await underNoor();
    const before = await stateOf(team);
    expect(before).toMatchObject({ managerId: team.noor, revealed: false, briefs: 0 });
    await expect(whereRevealingFails(() => move(team))).rejects.toThrow();
    expect(await stateOf(team)).toEqual(before);
    await move(team);
    expect(await stateOf(team)).toMatchObject({ managerId: team.mika, revealed: true, briefs: 2 });
  });

  it('sending a check-in happens with it or not at all', async () => {
    const { team, checkIn, assessment } = await almost();
    await reopenCheckIn(world.context, checkIn);
    await submitAssessment(world.context, assessment);
    const send = () => submitCheckIn(world.context, checkIn);
    await expect(whereRevealingFails(send)).rejects.toThrow();
    expect(await stateOf(team)).toMatchObject({ sent: false, revealed: false, briefs: 0 });
    await send();
    expect(await stateOf(team)).toMatchObject({ sent: true, revealed: true, briefs: 2 });
  });

  it('giving a view happens with it or not at all', async () => {
    const { team, assessment } = await almost();
    const give = () => submitAssessment(world.context, assessment);
    await expect(whereRevealingFails(give)).rejects.toThrow();
    expect(await stateOf(team)).toMatchObject({ given: false, revealed: false, briefs: 0 });
    await give();
    expect(await stateOf(team)).toMatchObject({ given: true, revealed: true, briefs: 2 });
  });
});

describe('what a crash left unrevealed', () => {
  /** Mika is the manager again, and nothing has followed from it. */
  async function leftBehind() {
    const { team } = await underNoor();
    await setManager(world.context, team.rosa, team.mika);
    expect(await stateOf(team)).toMatchObject({ revealed: false, briefs: 0 });
    return team;
  }

  const minute = ({ workspaceId }: Team) => planMessages(world.context, { workspaceId });

  it('is revealed in the next minute, and both get the brief once', async () => {
    const team = await leftBehind();
    await Promise.all([minute(team), minute(team)]);
    await minute(team);
    expect(await stateOf(team)).toMatchObject({ revealed: true, briefs: 2 });
  });

  it('stays as it is where the manager of today has given no view', async () => {
    const { team } = await underNoor();
    await minute(team);
    expect(await stateOf(team)).toMatchObject({ revealed: false, briefs: 0 });
  });
});

describe('a view whose author has left', () => {
  it('is revealed with nothing, until they are back', async () => {
    const { team, checkIn, assessment } = await almost();
    await reopenCheckIn(world.context, checkIn);
    await submitAssessment(world.context, assessment);
    const mikaIs = (leftAt: Date | null) =>
      world.context.db.person.update({ where: { id: team.mika }, data: { leftAt } });
    await mikaIs(world.context.clock.now());
    await submitCheckIn(world.context, checkIn);
    await planMessages(world.context, { workspaceId: team.workspaceId });
    expect(await stateOf(team)).toMatchObject({ sent: true, given: true, revealed: false });
    await mikaIs(null);
    await planMessages(world.context, { workspaceId: team.workspaceId });
    expect(await stateOf(team)).toMatchObject({ revealed: true, briefs: 2 });
  });
});

describe('two managers at once', () => {
  it('Rosa sends and gets another manager at the same moment, and neither waits for ever', async () => {
    const { team, checkIn } = await underNoor();
    await reopenCheckIn(world.context, checkIn);
    await Promise.all([submitCheckIn(world.context, checkIn), importMika(team)]);
    expect(await stateOf(team)).toMatchObject({ managerId: team.mika, revealed: true, briefs: 2 });
  });
});
