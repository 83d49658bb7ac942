import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { may } from '../../../src/domain/access/access.js';
import { readAccess } from '../../../src/services/access/access.js';
import { submitAssessment } from '../../../src/services/assessment/assessments.js';
import { reopenCheckIn, submitCheckIn } from '../../../src/services/check-in/check-ins.js';
import { savePage } from '../../../src/services/check-in/edits.js';
import { type CheckInRef, readCheckIn } from '../../../src/services/check-in/reading.js';
import { updateOwnAssignment } from '../../../src/services/person/assignments.js';
import {
  answerCheckIn,
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

/** Rosa's check-in is sent and Mika has rated everything, without giving it. */
async function almost() {
  const team = await world.team();
  const checkIn = await sendCheckIn(world.context, team);
  const assessment = await beginAssessment(world.context, team);
  await rateEverything(world.context, assessment);
  return { team, checkIn, assessment };
}

async function stateOf(checkIn: CheckInRef) {
  return (await readCheckIn(world.context, checkIn)).state;
}

function briefs({ workspaceId }: Team) {
  return world.context.db.delivery.findMany({
    where: { workspaceId, kind: 'brief' },
    select: { recipientId: true, subjectId: true, step: true, state: true },
  });
}

async function accessOf({ workspaceId, rosa }: Team, viewerId: string) {
  const pair = { workspaceId, actorId: viewerId, subjectId: rosa };
  const { checkIns } = await readAccess(world.context, pair);
  return checkIns.map(({ facts }) => may('readCheckIn', facts));
}

describe('the reveal', () => {
  it('happens when the manager gives their view of a check-in that is sent', async () => {
    const { checkIn, assessment } = await almost();
    expect(await submitAssessment(world.context, assessment)).toEqual({
      done: true,
      revealed: true,
    });
    expect(await stateOf(checkIn)).toBe('revealed');
  });

  it('happens when a check-in is sent again after the manager gave their view', async () => {
    const { team, checkIn, assessment } = await almost();
    await reopenCheckIn(world.context, checkIn);
    await submitAssessment(world.context, assessment);
    expect(await stateOf(checkIn)).toBe('draft');
    expect(await briefs(team)).toEqual([]);
    await submitCheckIn(world.context, checkIn);
    expect(await stateOf(checkIn)).toBe('revealed');
  });

  it('sends each of the two the brief, once', async () => {
    const { team, assessment } = await almost();
    await Promise.all([1, 2].map(() => submitAssessment(world.context, assessment)));
    const brief = { subjectId: team.rosa, step: 'reveal', state: 'due' };
    const rows = await briefs(team);
    expect(rows).toHaveLength(2);
    expect(rows).toContainEqual({ ...brief, recipientId: team.rosa });
    expect(rows).toContainEqual({ ...brief, recipientId: team.mika });
  });

  it('happens once where both sides come in at the same moment', async () => {
    const team = await world.team();
    const checkIn = await sendCheckIn(world.context, team);
    const assessment = await beginAssessment(world.context, team);
    await rateEverything(world.context, assessment);
    await reopenCheckIn(world.context, checkIn);
    await Promise.all([
      submitCheckIn(world.context, checkIn),
      submitAssessment(world.context, assessment),
    ]);
    expect(await stateOf(checkIn)).toBe('revealed');
    expect(await briefs(team)).toHaveLength(2);
  });

  it('either comes before a reopening, or waits until it is sent again', async () => {
    const { checkIn, assessment } = await almost();
    const [given, reopened] = await Promise.all([
      submitAssessment(world.context, assessment),
      reopenCheckIn(world.context, checkIn),
    ]);
    expect(given).toEqual({ done: true, revealed: !reopened.done });
    expect(reopened).toEqual(reopened.done ? { done: true } : { done: false, because: 'revealed' });
    expect(await stateOf(checkIn)).toBe(reopened.done ? 'draft' : 'revealed');
  });

  it('is final: the check-in takes no edit, no sending and no reopening', async () => {
    const { checkIn, assessment } = await almost();
    await submitAssessment(world.context, assessment);
    const refused = { done: false, because: 'revealed' };
    const edit = { text: 'One more thing', editedAt: new Date() };
    const page = { competency: 'execution', edit };
    expect(await reopenCheckIn(world.context, checkIn)).toEqual(refused);
    expect(await submitCheckIn(world.context, checkIn)).toEqual(refused);
    expect(await savePage(world.context, checkIn, page)).toEqual(refused);
  });

  it('never takes the view of a former manager', async () => {
    const { team, checkIn, assessment } = await almost();
    await reopenCheckIn(world.context, checkIn);
    await submitAssessment(world.context, assessment);
    await setManager(world.context, team.rosa, team.noor);
    await submitCheckIn(world.context, checkIn);
    expect(await stateOf(checkIn)).toBe('submitted');
    const noors = await beginAssessment(world.context, team, team.noor);
    await rateEverything(world.context, noors);
    await submitAssessment(world.context, noors);
    expect(await stateOf(checkIn)).toBe('revealed');
    expect((await briefs(team)).map(({ recipientId }) => recipientId)).not.toContain(team.mika);
  });

  it('and a change of manager at the same moment never end in a deadlock or a mix', async () => {
    const { team, checkIn, assessment } = await almost();
    const { db } = world.context;
    const noor = await db.person.findUniqueOrThrow({ where: { id: team.noor } });
    const [given] = await Promise.all([
      submitAssessment(world.context, assessment),
      updateOwnAssignment(
        world.context,
        { workspaceId: team.workspaceId, personId: team.rosa },
        {
          roleKey: 'manager',
          inRoleSince: undefined,
          managerSlackUserId: noor.slackUserId,
        },
      ),
    ]);
    expect(given).toEqual(
      given.done ? { done: true, revealed: true } : { done: false, because: 'not_manager' },
    );
    expect(await stateOf(checkIn)).toBe(given.done ? 'revealed' : 'submitted');
  });

  it('happens when somebody is the manager again who had given their view', async () => {
    const { team, checkIn, assessment } = await almost();
    const { db } = world.context;
    await reopenCheckIn(world.context, checkIn);
    await submitAssessment(world.context, assessment);
    await setManager(world.context, team.rosa, team.noor);
    await submitCheckIn(world.context, checkIn);
    expect(await stateOf(checkIn)).toBe('submitted');
    const mika = await db.person.findUniqueOrThrow({ where: { id: team.mika } });
    const again = { roleKey: 'manager', managerSlackUserId: mika.slackUserId };
    const own = { workspaceId: team.workspaceId, personId: team.rosa };
    await updateOwnAssignment(world.context, own, { ...again, inRoleSince: undefined });
    expect(await stateOf(checkIn)).toBe('revealed');
    expect(await briefs(team)).toHaveLength(2);
  });

  it('does not happen without a manager', async () => {
    const team = await world.team();
    const { db } = world.context;
    await db.person.update({ where: { id: team.rosa }, data: { managerId: null } });
    const checkIn = await answerCheckIn(world.context, team);
    await submitCheckIn(world.context, checkIn);
    expect(await stateOf(checkIn)).toBe('submitted');
  });
});

describe('who sees the check-in', () => {
  it('is Rosa alone before the reveal, then Mika as well, and never Noor', async () => {
    const { team, assessment } = await almost();
    expect(await accessOf(team, team.rosa)).toEqual([true]);
    expect(await accessOf(team, team.mika)).toEqual([false]);
    await submitAssessment(world.context, assessment);
    expect(await accessOf(team, team.mika)).toEqual([true]);
    expect(await accessOf(team, team.noor)).toEqual([false]);
  });

  it('is Rosa alone again, once she has another manager', async () => {
    const { team, assessment } = await almost();
    await submitAssessment(world.context, assessment);
    await setManager(world.context, team.rosa, team.noor);
    expect(await accessOf(team, team.mika)).toEqual([false]);
    expect(await accessOf(team, team.noor)).toEqual([false]);
    expect(await accessOf(team, team.rosa)).toEqual([true]);
  });

  it('is Rosa alone while Mika owes a view in the next cycle', async () => {
    const { team, assessment } = await almost();
    await submitAssessment(world.context, assessment);
    await world.context.db.cycle.create({
      data: {
        workspaceId: team.workspaceId,
        name: 'Q2 2027',
        opensOn: new Date('2027-06-02'),
        dueOn: new Date('2027-06-16'),
        reviewOn: new Date('2027-06-23'),
        openedAt: world.clock.now(),
      },
    });
    expect(await accessOf(team, team.mika)).toEqual([false]);
    expect(await accessOf(team, team.rosa)).toEqual([true]);
  });

  it('is nobody from another workspace', async () => {
    const { team } = await almost();
    const { workspaceId } = await world.team();
    expect(await accessOf({ ...team, workspaceId }, team.rosa)).toEqual([]);
  });
});
