import type { Assessment as AssessmentRow, Transaction } from '../../database/index.js';
import { may } from '../../domain/access/access.js';
import {
  type AssessmentEvent,
  type AssessmentFacts,
  type AssessmentRefusal,
  transitionAssessment,
} from '../../domain/assessment/assessment.js';
import { checkInState } from '../../domain/check-in/check-in.js';
import { lockRelation } from '../access/index.js';
import type { Context } from '../context.js';
import { findOpenCycle } from '../cycle/index.js';
import { isComplete, type Pin, readPin } from '../questionnaire/index.js';
import { markForRedraw } from '../redraw-mark/index.js';
import { revealIfBoth } from '../reveal/index.js';
import { type AssessmentRef, notTheManager } from './reading.js';

/** Whether an event took place, or why not; then nothing has changed but what the caller wrote. */
export type AssessmentChange =
  /** `revealed`: the check-in was in as well, so that both are revealed now. */
  { done: true; revealed: boolean } | { done: false; because: AssessmentRefusal };

/** One assessment with its row locked until the transaction ends. */
export interface LockedAssessment {
  tx: Transaction;
  row: AssessmentRow;
  pin: Pin;
  /** Now. */
  at: Date;
}

/**
 * Carries out one event on one assessment in one transaction, authorised by what holds at that moment.
 * `write` comes first, and only if the event is allowed; then the state moves if the rules say so.
 * Giving it reveals both sides if the check-in is in. Throws UserFacingError if the assessment isn't
 * this author's.
 */
export async function changeAssessment(
  context: Context,
  ref: AssessmentRef,
  event: Exclude<AssessmentEvent, 'begin'>,
  write: (locked: LockedAssessment) => Promise<void>,
): Promise<AssessmentChange> {
  const { assessmentId: id, workspaceId, authorId } = ref;
  const where = { id, workspaceId, authorId };
  const [found, openCycle] = await Promise.all([
    context.db.assessment.findFirst({ where }),
    findOpenCycle(context, workspaceId),
  ]);
  if (!found) throw notTheManager();
  // Read before the transaction: it may take a connection of its own.
  const pin = await readPin(context, found);
  const cycleOpen = openCycle?.id === found.cycleId;

  return context.db.$transaction(async (tx): Promise<AssessmentChange> => {
    // The check-in first, everywhere, so that two sides that come in at once never lock each other out.
    const checkIn = await lockCheckInOf(tx, found);
    await tx.$queryRaw`SELECT id FROM assessment WHERE id = ${id}::uuid FOR UPDATE`;
    const row = await tx.assessment.findUniqueOrThrow({ where: { id } });
    const facts = await readFacts(tx, row, { cycleOpen, checkIn: checkInState(checkIn) });
    const allowed = transitionAssessment(row.state, event, facts);
    if ('refused' in allowed) return { done: false, because: allowed.refused };
    await write({ tx, row, pin, at: context.clock.now() });
    const complete =
      event !== 'submit' ||
      isComplete(await tx.assessmentAnswer.findMany({ where: { assessmentId: row.id } }), pin);
    const transition = transitionAssessment(row.state, event, { ...facts, complete });
    if ('refused' in transition) return { done: false, because: transition.refused };
    if (event !== 'submit') return { done: true, revealed: false };
    const at = context.clock.now();
    await tx.assessment.update({ where: { id }, data: { state: transition.to, submittedAt: at } });
    await markForRedraw(tx, { workspaceId, personIds: [authorId], at });
    const revealed = await revealIfBoth(tx, { checkInId: checkIn.id, at, cycleOpen });
    return { done: true, revealed };
  });
}

async function lockCheckInOf(tx: Transaction, { cycleId, subjectId }: AssessmentRow) {
  await tx.$queryRaw`
    SELECT id FROM check_in WHERE cycle_id = ${cycleId}::uuid AND person_id = ${subjectId}::uuid
    FOR UPDATE`;
  return tx.checkIn.findUniqueOrThrow({
    where: { cycleId_personId: { cycleId, personId: subjectId } },
    select: { id: true, state: true, revealedAt: true },
  });
}

async function readFacts(
  tx: Transaction,
  { workspaceId, authorId, subjectId }: AssessmentRow,
  known: Pick<AssessmentFacts, 'cycleOpen' | 'checkIn'>,
): Promise<AssessmentFacts> {
  if (authorId === null) throw new Error('an assessment of an erased manager is never changed');
  const pair = { workspaceId, actorId: authorId, subjectId };
  const { relation, subject } = await lockRelation(tx, pair);
  return {
    ...known,
    isManager: may('assess', { relation }),
    reportActive: subject !== null && subject.leftAt === null,
    complete: true,
  };
}
