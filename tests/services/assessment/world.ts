import type { Choice } from '../../../src/domain/questionnaire/answers.js';
import { saveAssessmentPage } from '../../../src/services/assessment/assessments.js';
import { openAssessment } from '../../../src/services/assessment/opening.js';
import { type AssessmentRef, readAssessment } from '../../../src/services/assessment/reading.js';
import { submitCheckIn } from '../../../src/services/check-in/check-ins.js';
import { savePage } from '../../../src/services/check-in/edits.js';
import { type CheckInRef, readCheckIn } from '../../../src/services/check-in/reading.js';
import type { Context } from '../../../src/services/context.js';
import { beginCheckIn, openWorld } from '../check-in/world.js';

const at = (second: number) => new Date(Date.UTC(2026, 10, 21, 9, 0, second));
export const meeting: Choice = { kind: 'rating', key: 'meeting' };

/** Rosa in an open cycle, with Mika as her manager and Noor, who leads another team. */
export async function openTeamWorld() {
  const world = await openWorld();
  const { context } = world;
  return {
    ...world,
    async team() {
      const { workspaceId, personId: rosa, cycleId } = await world.workspace();
      const mika = await addPerson(context, workspaceId, 'Mika');
      const noor = await addPerson(context, workspaceId, 'Noor');
      await setManager(context, rosa, mika);
      return { workspaceId, cycleId, rosa, mika, noor };
    },
  };
}

export type Team = Awaited<ReturnType<Awaited<ReturnType<typeof openTeamWorld>>['team']>>;

async function addPerson({ db }: Context, workspaceId: string, name: string): Promise<string> {
  const slackUserId = `U0${name.toUpperCase()}`;
  const { id } = await db.person.create({ data: { workspaceId, slackUserId, name } });
  return id;
}

export async function setManager({ db }: Context, personId: string, managerId: string) {
  await db.person.update({ where: { id: personId }, data: { managerId } });
}

/** Rosa answers everything, without sending it. */
export async function answerCheckIn(context: Context, team: Team): Promise<CheckInRef> {
  const { workspaceId, rosa: personId } = team;
  const ref = await beginCheckIn(context, { workspaceId, personId });
  const { pages } = await readCheckIn(context, ref);
  for (const { competency } of pages) {
    const edit = { choice: meeting, text: 'Rosa wrote this.', editedAt: at(1) };
    await savePage(context, ref, { competency: competency.key, edit });
  }
  return ref;
}

/** Rosa answers everything and sends it. */
export async function sendCheckIn(context: Context, team: Team): Promise<CheckInRef> {
  const ref = await answerCheckIn(context, team);
  await submitCheckIn(context, ref);
  return ref;
}

/** The assessment that this manager opens of Rosa. Throws if they are refused. */
export async function beginAssessment(
  context: Context,
  { workspaceId, rosa, mika }: Team,
  managerId = mika,
): Promise<AssessmentRef> {
  const opened = await openAssessment(context, { workspaceId, managerId, reportId: rosa });
  if (opened.kind === 'refused') throw new Error(`refused: ${opened.because}`);
  return { workspaceId, authorId: managerId, assessmentId: opened.assessment.id };
}

/** The same with everything rated, without giving it. */
export async function rateEverything(context: Context, ref: AssessmentRef): Promise<void> {
  const { pages } = await readAssessment(context, ref);
  for (const { competency } of pages) {
    const edit = { choice: meeting, editedAt: at(1) };
    await saveAssessmentPage(context, ref, { competency: competency.key, edit });
  }
}
