import { visibleText } from '../../playground/slack/index.js';
import { findOpenCycle } from '../../src/services/cycles.js';
import { findOrAddPerson, type Person } from '../../src/services/people.js';
import type { TestLadder } from '../support/ladder.js';

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
export function personOf({ ladder, as }: TestLadder, firstName: string): Promise<Person> {
  const { context, workspace } = ladder;
  return findOrAddPerson(context, { workspaceId: workspace.id, slackUserId: as(firstName).id });
}

/** Records a check-in of this state in the open cycle, with no answers in it. */
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
  await context.db.checkIn.upsert({
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
}
