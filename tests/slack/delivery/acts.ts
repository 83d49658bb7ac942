import { submitAssessment } from '../../../src/services/assessment/assessments.js';
import { openAssessment } from '../../../src/services/assessment/opening.js';
import { submitCheckIn } from '../../../src/services/check-in/check-ins.js';
import { openCheckIn } from '../../../src/services/check-in/opening.js';
import type { TestLadder } from '../../support/ladder.js';
import { personOf } from '../team/people.js';

// What people do in windows, by the services that the windows call: these tests are about posts.

/** Somebody answers every page, and sends their check-in; returns its id. */
export async function send(ladder: TestLadder, firstName: string): Promise<string> {
  const { context, workspace } = ladder.ladder;
  const who = { workspaceId: workspace.id, personId: (await personOf(ladder, firstName)).id };
  const opened = await openCheckIn(context, who);
  if (!('checkIn' in opened)) throw new Error(`${firstName} has no check-in`);
  const { id: checkInId } = opened.checkIn;
  await context.db.checkInAnswer.createMany({
    data: answers(ladder).map((answer) => ({ ...answer, checkInId })),
    skipDuplicates: true,
  });
  const change = await submitCheckIn(context, { ...who, checkInId });
  if (!change.done) throw new Error(`${firstName}'s check-in is not sent: ${change.because}`);
  return checkInId;
}

/** A manager rates every page, and gives their view of a report. */
export async function giveView(ladder: TestLadder, manager: string, report: string) {
  const { context, workspace } = ladder.ladder;
  const [author, subject] = [await personOf(ladder, manager), await personOf(ladder, report)];
  const pair = { workspaceId: workspace.id, managerId: author.id, reportId: subject.id };
  const opened = await openAssessment(context, pair);
  if (!('assessment' in opened)) throw new Error(`${manager} can give no view of ${report}`);
  const { id: assessmentId } = opened.assessment;
  await context.db.assessmentAnswer.createMany({
    data: answers(ladder).map((answer) => ({ ...answer, assessmentId })),
  });
  const ref = { workspaceId: workspace.id, authorId: author.id, assessmentId };
  const change = await submitAssessment(context, ref);
  if (!change.done) throw new Error(`${manager}'s view is not given: ${change.because}`);
}

/** The report's and the manager's ids in the workspace, as services ask for them. */
export async function ref(ladder: TestLadder, firstName: string) {
  const { id: personId } = await personOf(ladder, firstName);
  return { workspaceId: ladder.ladder.workspace.id, personId };
}

function answers({ ladder: { context, workspace }, clock }: TestLadder) {
  const { framework } = context.frameworks.current(workspace.id);
  return framework.competencies.map(({ key }) => ({
    workspaceId: workspace.id,
    competencyKey: key,
    ratingKey: 'meeting',
    text: 'Marked words of somebody',
    editedAt: clock.now(),
  }));
}
