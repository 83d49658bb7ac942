import type { Transaction } from '../../database/index.js';
import { managerOfToday } from '../../domain/access/relation.js';
import { checkInState, transitionCheckIn } from '../../domain/check-in/check-in.js';
import { lockReportingLine } from '../access/index.js';
import type { Context } from '../context.js';
import { findOpenCycle } from '../cycle/index.js';
import { deliveryKind, recordDeliveries } from '../delivery/index.js';
import { markForRedraw } from '../redraw-mark/index.js';
import { bothIn, type ManagerChanges } from './unrevealed.js';

export interface RevealInput {
  checkInId: string;
  at: Date;
  cycleOpen: boolean;
}

/**
 * The brief of the report's reveal, the same for both recipients. A manager gets one for each
 * report.
 */
export interface WhichBrief {
  step: 'reveal';
  subjectId: string;
}

export const briefKind = deliveryKind(
  'brief',
  ({ step, subjectId }: WhichBrief) => `${step}:${subjectId}`,
);

/**
 * Reveals both sides if both are in, and records the brief for each of the two; returns whether it
 * did. To be called in the transaction that completes one side. The other side is the assessment of
 * the manager of today. Locks the check-in's row, so that the second of two concurrent sides waits
 * for the first, and the reveal happens exactly once.
 */
export async function revealIfBoth(
  tx: Transaction,
  { checkInId, at, cycleOpen }: RevealInput,
): Promise<boolean> {
  await tx.$queryRaw`SELECT id FROM check_in WHERE id = ${checkInId}::uuid FOR UPDATE`;
  const checkIn = await tx.checkIn.findUniqueOrThrow({ where: { id: checkInId } });
  const { workspaceId, cycleId, personId } = checkIn;
  const person = await lockReportingLine(tx, { workspaceId, personId });
  const manager = person && managerOfToday(person)?.id;
  const assessment = manager
    ? await tx.assessment.findFirst({
        where: { cycleId, subjectId: personId, authorId: manager, state: 'submitted' },
        select: { id: true },
      })
    : null;
  const facts = { cycleOpen, complete: true, unassessed: false, assessed: assessment !== null };
  const transition = transitionCheckIn(checkInState(checkIn), 'reveal', facts);
  if ('refused' in transition || !manager || !assessment) return false;
  await tx.checkIn.update({
    where: { id: checkInId },
    data: { revealedAt: at, assessmentId: assessment.id },
  });
  await markForRedraw(tx, { workspaceId, personIds: [personId, manager], at });
  await recordDeliveries(
    tx,
    [personId, manager].map((recipientId) =>
      briefKind.delivery({
        workspaceId,
        cycleId,
        recipientId,
        subjectId: personId,
        step: 'reveal',
        dueAt: at,
      }),
    ),
  );
  return true;
}

/**
 * Reveals check-ins whose manager has already submitted an assessment and is their manager again;
 * to be called in the same transaction afterwards.
 */
export async function revealAfterManagerChanges(
  tx: Transaction,
  { openCycle, personId }: ManagerChanges,
  at: Date,
): Promise<void> {
  if (!openCycle) return;
  for (const checkInId of await bothIn(tx, openCycle, personId)) {
    await revealIfBoth(tx, { checkInId, at, cycleOpen: true });
  }
}

/**
 * Reveals whatever has both sides in and is not revealed: what was left so by a process that ended
 * between one side's coming in and the reveal. Doing it again reveals nothing again. Returns how many.
 */
export async function revealLeftovers(
  context: Pick<Context, 'db' | 'clock'>,
  { workspaceId, at }: { workspaceId: string; at: Date },
): Promise<number> {
  const openCycle = await findOpenCycle(context, workspaceId);
  if (!openCycle) return 0;
  let revealed = 0;
  for (const checkInId of await bothIn(context.db, openCycle)) {
    const input = { checkInId, at, cycleOpen: true };
    if (await context.db.$transaction((tx) => revealIfBoth(tx, input))) revealed += 1;
  }
  return revealed;
}
