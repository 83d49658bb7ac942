import { inspect } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  goToAssessmentPage,
  saveAssessmentPage,
  saveSummary,
  submitAssessment,
} from '../../../src/services/assessment/assessments.js';
import { openAssessment } from '../../../src/services/assessment/opening.js';
import { readAssessment } from '../../../src/services/assessment/reading.js';
import { reopenCheckIn } from '../../../src/services/check-in/check-ins.js';
import { UserFacingError } from '../../../src/services/errors/user-facing-error.js';
import {
  answerCheckIn,
  beginAssessment,
  meeting,
  openTeamWorld,
  rateEverything,
  sendCheckIn,
  setManager,
  type Team,
} from './world.js';

let world: Awaited<ReturnType<typeof openTeamWorld>>;
beforeAll(async () => {
  world = await openTeamWorld();
});
afterAll(() => world.close());

const at = (second: number) => new Date(Date.UTC(2026, 10, 21, 10, 0, second));

function open({ workspaceId, rosa, mika }: Team, managerId = mika) {
  return openAssessment(world.context, { workspaceId, managerId, reportId: rosa });
}

describe('opening a view', () => {
  it('is possible from the moment the check-in is sent', async () => {
    const team = await world.team();
    await answerCheckIn(world.context, team);
    expect(await open(team)).toMatchObject({ kind: 'refused', because: 'not_sent' });
  });

  it('begins a draft on the first page, against the role that the check-in is about', async () => {
    const team = await world.team();
    await sendCheckIn(world.context, team);
    const { db } = world.context;
    await db.person.update({ where: { id: team.rosa }, data: { roleKey: 'senior' } });
    const opened = await open(team);
    expect(opened).toMatchObject({
      kind: 'page',
      assessment: { page: 0, role: { key: 'manager' } },
    });
  });

  it("carries no word and no rating of the report's", async () => {
    const team = await world.team();
    await sendCheckIn(world.context, team);
    const opened = await open(team);
    expect(inspect(opened, { depth: null })).not.toContain('Rosa wrote this');
    expect(opened).toMatchObject({ assessment: { answers: new Map() } });
  });

  it('goes on with the same draft the next time', async () => {
    const team = await world.team();
    await sendCheckIn(world.context, team);
    const ref = await beginAssessment(world.context, team);
    await goToAssessmentPage(world.context, ref, 2);
    expect(await open(team)).toMatchObject({ assessment: { id: ref.assessmentId, page: 2 } });
  });

  it('begins one draft from two tabs at once', async () => {
    const team = await world.team();
    await sendCheckIn(world.context, team);
    const [one, other] = await Promise.all([
      beginAssessment(world.context, team),
      beginAssessment(world.context, team),
    ]);
    expect(one.assessmentId).toBe(other.assessmentId);
  });

  it('is for the manager of today alone', async () => {
    const team = await world.team();
    await sendCheckIn(world.context, team);
    expect(await open(team, team.noor)).toEqual({ kind: 'refused', because: 'not_manager' });
    expect(await open(team, team.rosa)).toEqual({ kind: 'refused', because: 'not_manager' });
  });

  it('is for people of the workspace only', async () => {
    const team = await world.team();
    await sendCheckIn(world.context, team);
    const { workspaceId } = await world.team();
    expect(await open({ ...team, workspaceId })).toEqual({
      kind: 'refused',
      because: 'not_manager',
    });
  });

  it('is refused once the cycle has closed', async () => {
    const team = await world.team();
    await sendCheckIn(world.context, team);
    world.clock.set('2027-06-01T10:00:00Z');
    expect(await open(team)).toMatchObject({ kind: 'refused', because: 'cycle_closed' });
  });

  it('is refused for somebody who has left', async () => {
    const team = await world.team();
    await sendCheckIn(world.context, team);
    const { db } = world.context;
    await db.person.update({ where: { id: team.rosa }, data: { leftAt: world.clock.now() } });
    expect(await open(team)).toMatchObject({ kind: 'refused', because: 'report_left' });
  });
});

describe('a draft', () => {
  it('stays when the check-in is taken back', async () => {
    const team = await world.team();
    const checkIn = await sendCheckIn(world.context, team);
    const ref = await beginAssessment(world.context, team);
    await reopenCheckIn(world.context, checkIn);
    const edit = { choice: meeting, text: 'Ran the workshop.', editedAt: at(1) };
    const saved = await saveAssessmentPage(world.context, ref, { competency: 'execution', edit });
    expect(saved.done).toBe(true);
    expect((await open(team)).kind).toBe('page');
  });

  it('keeps newer typing when an older request arrives late', async () => {
    const team = await world.team();
    await sendCheckIn(world.context, team);
    const ref = await beginAssessment(world.context, team);
    const type = (text: string, second: number) =>
      saveAssessmentPage(world.context, ref, {
        competency: 'execution',
        edit: { text, editedAt: at(second) },
      });
    await type('Ran the workshop.', 5);
    await type('Ran the', 3);
    const { answers } = await readAssessment(world.context, ref);
    expect(answers.get('execution')?.text).toBe('Ran the workshop.');
  });

  it('takes no rating that is not on the scale, and no competency of another role', async () => {
    const team = await world.team();
    await sendCheckIn(world.context, team);
    const ref = await beginAssessment(world.context, team);
    const wrong = { choice: { kind: 'rating' as const, key: 'splendid' }, editedAt: at(1) };
    for (const page of [
      { competency: 'execution', edit: wrong },
      { competency: 'juggling', edit: { choice: meeting, editedAt: at(1) } },
    ]) {
      await expect(saveAssessmentPage(world.context, ref, page)).rejects.toThrow(UserFacingError);
    }
  });

  it('is closed to its author once the report has another manager', async () => {
    const team = await world.team();
    await sendCheckIn(world.context, team);
    const ref = await beginAssessment(world.context, team);
    await setManager(world.context, team.rosa, team.noor);
    const edit = { summary: 'Late', editedAt: at(1) };
    const refused = { done: false, because: 'not_manager' };
    expect(await saveSummary(world.context, ref, edit)).toEqual(refused);
    expect(await submitAssessment(world.context, ref)).toEqual(refused);
    await expect(readAssessment(world.context, ref)).rejects.toThrow(UserFacingError);
    expect(await open(team)).toEqual({ kind: 'refused', because: 'not_manager' });
  });

  it('is not there for the new manager, who begins one of their own', async () => {
    const team = await world.team();
    await sendCheckIn(world.context, team);
    const mikas = await beginAssessment(world.context, team);
    await setManager(world.context, team.rosa, team.noor);
    const noors = await beginAssessment(world.context, team, team.noor);
    expect(noors.assessmentId).not.toBe(mikas.assessmentId);
  });

  it('belongs to its author alone', async () => {
    const team = await world.team();
    await sendCheckIn(world.context, team);
    const ref = await beginAssessment(world.context, team);
    const theirs = { ...ref, authorId: team.rosa };
    await expect(readAssessment(world.context, theirs)).rejects.toThrow(UserFacingError);
    await expect(submitAssessment(world.context, theirs)).rejects.toThrow(UserFacingError);
  });
});

describe('giving a view', () => {
  it('is refused while something is open, and keeps what stood on the last page', async () => {
    const team = await world.team();
    await sendCheckIn(world.context, team);
    const ref = await beginAssessment(world.context, team);
    const edit = { summary: 'A strong quarter.', editedAt: at(1) };
    expect(await submitAssessment(world.context, ref, edit)).toEqual({
      done: false,
      because: 'incomplete',
    });
    expect((await readAssessment(world.context, ref)).summary.summary).toBe('A strong quarter.');
  });

  it('takes place once, however often the button is pressed', async () => {
    const team = await world.team();
    await sendCheckIn(world.context, team);
    const ref = await beginAssessment(world.context, team);
    await rateEverything(world.context, ref);
    const results = await Promise.all([1, 2, 3].map(() => submitAssessment(world.context, ref)));
    expect(results.filter(({ done }) => done)).toEqual([{ done: true, revealed: true }]);
    expect(results).toContainEqual({ done: false, because: 'revealed' });
  });

  it('is final, even while the check-in is taken back', async () => {
    const team = await world.team();
    const checkIn = await sendCheckIn(world.context, team);
    const ref = await beginAssessment(world.context, team);
    await rateEverything(world.context, ref);
    await reopenCheckIn(world.context, checkIn);
    expect(await submitAssessment(world.context, ref)).toEqual({ done: true, revealed: false });
    expect(await submitAssessment(world.context, ref)).toEqual({
      done: false,
      because: 'already_given',
    });
    expect((await open(team)).kind).toBe('given');
  });

  it('is refused for somebody who has left in the meantime', async () => {
    const team = await world.team();
    await sendCheckIn(world.context, team);
    const ref = await beginAssessment(world.context, team);
    await rateEverything(world.context, ref);
    const { db } = world.context;
    await db.person.update({ where: { id: team.rosa }, data: { leftAt: world.clock.now() } });
    expect(await submitAssessment(world.context, ref)).toEqual({
      done: false,
      because: 'report_left',
    });
  });

  it('is refused once the cycle has closed', async () => {
    const team = await world.team();
    await sendCheckIn(world.context, team);
    const ref = await beginAssessment(world.context, team);
    await rateEverything(world.context, ref);
    world.clock.set('2027-06-01T10:00:00Z');
    expect(await submitAssessment(world.context, ref)).toEqual({
      done: false,
      because: 'cycle_closed',
    });
  });
});
