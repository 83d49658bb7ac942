import { visibleText } from '../../../playground/slack/index.js';
import { findOpenCycle } from '../../../src/services/open-cycle/index.js';
import { findOrAddPerson, type Person, toPerson } from '../../../src/services/person/people.js';
import type { TestLadder } from '../../support/ladder.js';

/** What a person reads in their latest message; empty if they have none. */
export function lastRead(ladder: TestLadder, firstName: string): string {
  const message = ladder.as(firstName).lastMessage();
  return message ? visibleText(message) : '';
}

/** Runs `/ladder team` and waits for the answer's text. */
export async function readTeam(ladder: TestLadder, firstName: string): Promise<string> {
  const person = ladder.as(firstName);
  const before = person.messages().length;
  await person.command('/ladder', 'team');
  await ladder.slack.waitFor(() => person.messages().length > before);
  return lastRead(ladder, firstName);
}

/** A made-up person as the services know them. */
export async function personOf({ ladder, as }: TestLadder, firstName: string): Promise<Person> {
  const { context, workspace } = ladder;
  const who = { workspaceId: workspace.id, slackUserId: as(firstName).id };
  const known = await context.db.person.findFirst({ where: who });
  return known ? toPerson(known) : findOrAddPerson(context, who);
}

/** Records a check-in of this state in the open cycle; in a draft one page is rated. */
export async function putCheckIn(
  ladder: TestLadder,
  firstName: string,
  state: 'draft' | 'submitted',
): Promise<void> {
  const { context, workspace } = ladder.ladder;
  const cycle = await findOpenCycle(context, workspace.id);
  if (!cycle) throw new Error('no cycle is open');
  const person = await personOf(ladder, firstName);
  const at = ladder.clock.now();
  const submittedAt = state === 'submitted' ? at : null;
  const { id: checkInId } = await context.db.checkIn.upsert({
    where: { cycleId_personId: { cycleId: cycle.id, personId: person.id } },
    update: { state, submittedAt },
    create: {
      workspaceId: workspace.id,
      cycleId: cycle.id,
      personId: person.id,
      frameworkVersionId: context.frameworks.current(workspace.id).id,
      roleKey: person.roleKey ?? 'associate',
      state,
      startedAt: at,
      submittedAt,
    },
  });
  if (state === 'submitted') return;
  const key = { checkInId, competencyKey: 'execution' };
  await context.db.checkInAnswer.upsert({
    where: { checkInId_competencyKey: key },
    update: {},
    create: { ...key, workspaceId: workspace.id, ratingKey: 'meeting', editedAt: at },
  });
}

/** Records that somebody's check-in and their manager's view are in, with these answers. */
export async function putReveal(
  ladder: TestLadder,
  firstName: string,
  answers: PutAnswer[] = [],
): Promise<{ checkInId: string; cycleId: string; managerId: string }> {
  const { context, workspace } = ladder.ladder;
  const { db } = context;
  await putCheckIn(ladder, firstName, 'submitted');
  const person = await personOf(ladder, firstName);
  const { managerId } = person;
  if (managerId === undefined) throw new Error(`${firstName} has no manager`);
  const checkIn = await db.checkIn.findFirstOrThrow({
    where: { personId: person.id },
    orderBy: { cycle: { reviewOn: 'desc' } },
  });
  const { id: checkInId, cycleId, frameworkVersionId, roleKey } = checkIn;
  const at = ladder.clock.now();
  const workspaceId = workspace.id;
  const pair = { cycleId, subjectId: person.id, authorId: managerId };
  const given = { state: 'submitted' as const, startedAt: at, submittedAt: at };
  const assessment = await db.assessment.create({
    data: { ...pair, ...given, workspaceId, frameworkVersionId, roleKey },
  });
  const rows = answers.map(({ competency, self, view }) => ({ competency, self, view }));
  await db.checkInAnswer.createMany({
    data: rows.map(({ competency, self }) => ({
      ...{ workspaceId, checkInId, competencyKey: competency, editedAt: at },
      ...answerData(self),
    })),
  });
  await db.assessmentAnswer.createMany({
    data: rows.map(({ competency, view }) => ({
      ...{ workspaceId, assessmentId: assessment.id, competencyKey: competency, editedAt: at },
      ...answerData(view),
    })),
  });
  await db.checkIn.update({
    where: { id: checkInId },
    data: { revealedAt: at, assessmentId: assessment.id },
  });
  return { checkInId, cycleId, managerId };
}

/** What the two say about a competency: a rating's key, or that there was no opportunity. */
export interface PutAnswer {
  competency: string;
  self: string;
  view: string;
}

function answerData(answer: string) {
  const noOpportunity = answer === 'no opportunity';
  return { noOpportunity, ratingKey: noOpportunity ? null : answer, text: 'Somebody wrote this.' };
}

/** The same, and that the two have talked. */
export async function putConversation(ladder: TestLadder, firstName: string): Promise<string> {
  const { cycleId, managerId } = await putReveal(ladder, firstName);
  const { context, workspace } = ladder.ladder;
  const person = await personOf(ladder, firstName);
  const at = ladder.clock.now();
  const { id } = await context.db.conversation.create({
    data: {
      ...{ workspaceId: workspace.id, cycleId, personId: person.id, managerId },
      heldOn: at,
      recordedAt: at,
    },
  });
  return id;
}

/** An open action that somebody agreed on with their manager. */
export async function putAction(
  ladder: TestLadder,
  firstName: string,
  action: { what: string; dueOn: string; owner?: string; conversationId?: string },
): Promise<string> {
  const { context, workspace } = ladder.ladder;
  const person = await personOf(ladder, firstName);
  const owner = action.owner === undefined ? person : await personOf(ladder, action.owner);
  const { id } = await context.db.actionItem.create({
    data: {
      workspaceId: workspace.id,
      personId: person.id,
      ownerId: owner.id,
      what: action.what,
      dueOn: new Date(`${action.dueOn}T00:00:00Z`),
      createdAt: ladder.clock.now(),
      ...(action.conversationId !== undefined && { conversationId: action.conversationId }),
    },
  });
  return id;
}
