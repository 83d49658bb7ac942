import { randomUUID } from 'node:crypto';
import { markDone } from '../../../src/services/action-item/changes.js';
import {
  saveAssessmentPage,
  saveSummary,
  submitAssessment,
} from '../../../src/services/assessment/assessments.js';
import { openAssessment } from '../../../src/services/assessment/opening.js';
import { reopenCheckIn, submitCheckIn } from '../../../src/services/check-in/check-ins.js';
import { saveLastPage, savePage } from '../../../src/services/check-in/edits.js';
import { addCheckInNote } from '../../../src/services/check-in/notes.js';
import { openCheckIn } from '../../../src/services/check-in/opening.js';
import { agreeOn } from '../../../src/services/conversation/agreements.js';
import { commentOnConversation } from '../../../src/services/conversation/comments.js';
import { saveNotes } from '../../../src/services/conversation/notes.js';
import { recordConversation } from '../../../src/services/conversation/recording.js';
import { UserFacingError } from '../../../src/services/errors/user-facing-error.js';
import { keepEvidence } from '../../../src/services/evidence/evidence.js';
import { keepManagerNote } from '../../../src/services/manager-note/manager-notes.js';
import type { TellingPoint } from '../../support/telling-framework.js';
import type { Manager } from './secrets.js';
import type { World } from './world.js';

/** Something that happens between Rosa and a manager. */
export type Change =
  | { does: 'write' | 'send' | 'reopen' | 'keep' | 'add' | 'comment' | 'finish' }
  | { does: 'assess' | 'give' | 'note' | 'talk' | 'take over'; who: Manager }
  | { does: 'wait'; days: number };

/** Lets it happen; what the rules of the house refuse does not. */
export async function happen(world: World, change: Change): Promise<void> {
  try {
    await carryOut(world, change);
  } catch (error) {
    if (!(error instanceof UserFacingError)) throw error;
  }
  if (!quiet.has(change.does)) await world.test.sendDue();
}

/** Nobody gets a message because of these. */
const quiet = new Set<Change['does']>(['write', 'keep', 'assess', 'note', 'add']);

async function carryOut(world: World, change: Change): Promise<void> {
  switch (change.does) {
    case 'write':
      return write(world);
    case 'send':
      return withCheckIn(world, (ref) => submitCheckIn(contextOf(world), ref));
    case 'reopen':
      return withCheckIn(world, (ref) => reopenCheckIn(contextOf(world), ref));
    case 'keep':
      return keep(world);
    case 'note':
      return keepNote(world, change.who);
    case 'add':
      return addNote(world);
    case 'comment':
      return comment(world);
    case 'finish':
      return finish(world);
    case 'assess':
      return assess(world, change.who);
    case 'give':
      return give(world, change.who);
    case 'talk':
      return talk(world, change.who);
    case 'take over': {
      const { db, people } = world;
      const data = { managerId: people[change.who] };
      await db.person.update({ where: { id: people.Rosa }, data });
      return;
    }
    case 'wait':
      return world.test.clock.advance({ days: change.days });
  }
}

function contextOf({ test }: World) {
  return test.ladder.context;
}

interface CheckInRef {
  workspaceId: string;
  personId: string;
  checkInId: string;
}

async function withCheckIn(world: World, act: (ref: CheckInRef) => Promise<unknown>) {
  const { workspaceId, people } = world;
  const who = { workspaceId, personId: people.Rosa };
  const opened = await openCheckIn(contextOf(world), who);
  if ('checkIn' in opened) await act({ ...who, checkInId: opened.checkIn.id });
}

async function write(world: World): Promise<void> {
  const own = (name: string) => world.secrets.words(`now-${name}`, { kind: 'own', round: 'now' });
  await withCheckIn(world, async (ref) => {
    const editedAt = new Date();
    for (const competency of world.asked) {
      const choice = rating('now-self');
      const edit = { editedAt, choice, text: own(`text-${competency}`) };
      await savePage(contextOf(world), ref, { competency, edit });
    }
    const last = { editedAt, proudOf: own('proud'), next: 'grow', needs: own('needs') };
    await saveLastPage(contextOf(world), ref, last);
  });
}

function rating(key: TellingPoint) {
  return { kind: 'rating' as const, key };
}

async function assess(world: World, who: Manager): Promise<void> {
  const words = (name: string) =>
    world.secrets.words(`${who}-${name}`, { kind: 'view', round: 'now', author: who });
  await withAssessment(world, who, async (ref) => {
    const editedAt = new Date();
    for (const competency of world.asked) {
      const choice = rating(who === 'Mika' ? 'now-mika' : 'now-noor');
      const edit = { editedAt, choice, text: words(`text-${competency}`) };
      await saveAssessmentPage(contextOf(world), ref, { competency, edit });
    }
    await saveSummary(contextOf(world), ref, { editedAt, summary: words('summary') });
  });
}

function give(world: World, who: Manager): Promise<void> {
  return withAssessment(world, who, (ref) => submitAssessment(contextOf(world), ref));
}

async function withAssessment(
  world: World,
  who: Manager,
  act: (ref: { workspaceId: string; authorId: string; assessmentId: string }) => Promise<unknown>,
): Promise<void> {
  const { workspaceId, people } = world;
  const pair = { workspaceId, managerId: people[who], reportId: people.Rosa };
  const opened = await openAssessment(contextOf(world), pair);
  if (!('assessment' in opened)) return;
  await act({ workspaceId, authorId: people[who], assessmentId: opened.assessment.id });
}

async function keep(world: World): Promise<void> {
  const { workspaceId, people, secrets, test } = world;
  await keepEvidence(
    contextOf(world),
    { workspaceId, personId: people.Rosa },
    {
      id: randomUUID(),
      competencyKey: 'execution',
      note: secrets.words('note', { kind: 'evidence' }),
      happenedOn: test.clock.now().toISOString().slice(0, 10),
    },
  );
}

async function keepNote(world: World, who: Manager): Promise<void> {
  const { workspaceId, people, secrets, test } = world;
  const about = { workspaceId, authorId: people[who], subjectId: people.Rosa };
  await keepManagerNote(contextOf(world), about, {
    id: randomUUID(),
    note: secrets.words(`managers-note-${who}`, { kind: 'managerNote', author: who }),
    happenedOn: test.clock.now().toISOString().slice(0, 10),
  });
}

async function talk(world: World, who: Manager): Promise<void> {
  const { db, workspaceId, people, cycles, secrets, test } = world;
  const checkIn = await db.checkIn.findFirst({
    where: { cycleId: cycles.now, personId: people.Rosa },
  });
  if (!checkIn) return;
  const ref = { workspaceId, personId: people[who], checkInId: checkIn.id };
  const today = test.clock.now().toISOString().slice(0, 10);
  await recordConversation(contextOf(world), ref, today);
  const actionId = randomUUID();
  const secret = { kind: 'action', id: actionId, author: who } as const;
  await agreeOn(contextOf(world), ref, {
    actionItemId: actionId,
    what: secrets.words(`what-${actionId}`, secret),
    measure: secrets.words(`measure-${actionId}`, secret),
    dueOn: today,
    competencyKey: 'execution',
    side: who === 'Mika' ? 'manager' : 'report',
  });
  const text = secrets.words(`notes-${who}`, { kind: 'notes', author: who });
  const { notesVersion: version } = await db.conversation.findFirstOrThrow({
    where: { cycleId: cycles.now, personId: people.Rosa },
  });
  await saveNotes(contextOf(world), ref, { text, version });
}

/** Rosa adds a note to her check-in. */
async function addNote(world: World): Promise<void> {
  const { workspaceId, people, cycles, secrets } = world;
  const found = await world.db.checkIn.findFirst({
    where: { cycleId: cycles.now, personId: people.Rosa },
  });
  if (!found) return;
  const ref = { workspaceId, personId: people.Rosa, checkInId: found.id };
  const text = secrets.words('added', { kind: 'own', round: 'now' });
  await addCheckInNote(contextOf(world), ref, { id: randomUUID(), text });
}

async function comment(world: World): Promise<void> {
  const { db, workspaceId, people, cycles, secrets } = world;
  const conversation = await db.conversation.findFirst({
    where: { cycleId: cycles.now, personId: people.Rosa },
  });
  if (!conversation) return;
  const ref = { workspaceId, personId: people.Rosa, conversationId: conversation.id };
  await commentOnConversation(contextOf(world), ref, secrets.words('comment', { kind: 'comment' }));
}

/** Rosa marks the oldest open action as done. */
async function finish(world: World): Promise<void> {
  const { db, workspaceId, people } = world;
  const open = await db.actionItem.findFirst({
    where: { workspaceId, state: 'open' },
    orderBy: { createdAt: 'asc' },
  });
  if (!open) return;
  const ref = { workspaceId, personId: people.Rosa, actionItemId: open.id };
  await markDone(contextOf(world), ref);
}
