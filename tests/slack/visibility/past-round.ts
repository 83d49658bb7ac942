import { randomUUID } from 'node:crypto';
import { dateFromDay } from '../../../src/domain/time/day.js';
import type { Secrets } from './secrets.js';
import type { World } from './world.js';

/** What Rosa and Mika said and agreed on in the cycle before, revealed then. */
export async function writePastRound(world: World, secrets: Secrets): Promise<void> {
  const { db, workspaceId, people, cycles, frameworkVersionId } = world;
  const [personId, authorId] = [people.Rosa, people.Mika];
  const cycleId = cycles.past;
  const pinned = { workspaceId, cycleId, frameworkVersionId, roleKey: 'manager' };
  const at = new Date('2026-12-20T12:00:00Z');
  const own = (name: string) => secrets.words(`past-${name}`, { kind: 'own', round: 'past' });
  const viewed = (name: string) =>
    secrets.words(`past-${name}`, { kind: 'view', round: 'past', author: 'Mika' });
  const answers = (ratingKey: string, text: string) =>
    world.asked.map((competencyKey) => ({
      ...{ workspaceId, competencyKey, ratingKey, text, editedAt: at },
    }));
  const given = { state: 'submitted', startedAt: at, submittedAt: at, page: 2 } as const;
  const assessment = await db.assessment.create({
    data: {
      ...{ ...pinned, ...given, subjectId: personId, authorId, summary: viewed('summary') },
      answers: { create: answers('past-view', viewed('text')) },
    },
  });
  const checkIn = await db.checkIn.create({
    data: {
      ...{ ...pinned, ...given, personId, revealedAt: at, assessmentId: assessment.id },
      ...{ proudOf: own('proud'), needs: own('needs'), next: 'grow' },
      answers: { create: answers('past-self', own('text')) },
    },
  });
  const heldOn = dateFromDay('2026-12-22');
  const conversation = await db.conversation.create({
    data: { workspaceId, cycleId, personId, managerId: authorId, heldOn, recordedAt: at },
  });
  const actions = (['open', 'done'] as const).map((state) => ({ id: randomUUID(), state }));
  await db.actionItem.createMany({
    data: actions.map(({ id, state }) => ({
      ...{ id, state, workspaceId, personId, ownerId: personId, conversationId: conversation.id },
      what: secrets.words(`past-${state}`, { kind: 'action', id, author: 'Mika' }),
      measure: secrets.words(`past-${state}-measure`, { kind: 'action', id, author: 'Mika' }),
      dueOn: dateFromDay(state === 'open' ? '2027-03-12' : '2027-02-01'),
      createdAt: at,
      closedAt: state === 'done' ? new Date('2027-02-01T12:00:00Z') : null,
    })),
  });
  world.ids = { checkIn: checkIn.id, assessment: assessment.id, conversation: conversation.id };
}
