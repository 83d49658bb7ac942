import type { Transaction } from '../database/index.js';
import { checkInState, moveCheckIn } from '../domain/check-in.js';
import type { Context } from './context.js';
import { findOpenCycle } from './cycles.js';
import { recordDeliveries } from './delivery-recording.js';
import { holdReportingLine } from './reporting-line.js';

export interface RevealInput {
  checkInId: string;
  at: Date;
  cycleOpen: boolean;
}

/** What the brief is recorded as; its subject is the report, whoever gets it. */
export const briefDelivery = { kind: 'brief', step: 'reveal' } as const;

/**
 * To be called in the transaction in which one side comes in: if the other is in as well, both are
 * revealed, and each of the two gets the brief. True if that happened now. The other side is the
 * assessment of the manager of today. Whoever comes second waits for the first at the check-in's row,
 * so that the reveal takes place once and never misses a side.
 */
export async function revealIfBoth(
  tx: Transaction,
  { checkInId, at, cycleOpen }: RevealInput,
): Promise<boolean> {
  await tx.$queryRaw`SELECT id FROM check_in WHERE id = ${checkInId}::uuid FOR UPDATE`;
  const checkIn = await tx.checkIn.findUniqueOrThrow({ where: { id: checkInId } });
  const { workspaceId, cycleId, personId } = checkIn;
  const manager = (await holdReportingLine(tx, { workspaceId, personId }))?.managerId;
  const given = manager
    ? await tx.assessment.findFirst({
        where: { cycleId, subjectId: personId, authorId: manager, state: 'submitted' },
        select: { id: true },
      })
    : null;
  const facts = { cycleOpen, complete: true, unassessed: false, assessed: given !== null };
  const move = moveCheckIn(checkInState(checkIn), 'reveal', facts);
  if ('refused' in move || !manager || !given) return false;
  await tx.checkIn.update({
    where: { id: checkInId },
    data: { revealedAt: at, assessmentId: given.id },
  });
  await recordDeliveries(
    tx,
    [personId, manager].map((recipientId) => ({
      ...briefDelivery,
      // A manager gets one for each report.
      keyStep: `${briefDelivery.step}:${personId}`,
      workspaceId,
      cycleId,
      recipientId,
      subjectId: personId,
      dueAt: at,
    })),
  );
  return true;
}

/**
 * To be called after people got other managers: where somebody is the manager again who has given their
 * view already, both sides may be in by now, and are revealed.
 */
export async function revealAfterMoves(context: Context, workspaceId: string): Promise<void> {
  const cycle = await findOpenCycle(context, workspaceId);
  if (!cycle) return;
  const both = await context.db.$queryRaw<{ id: string }[]>`
    SELECT check_in.id FROM check_in
    JOIN person ON person.id = check_in.person_id
    JOIN assessment ON assessment.cycle_id = check_in.cycle_id
      AND assessment.subject_id = person.id AND assessment.author_id = person.manager_id
      AND assessment.state = 'submitted'
    WHERE check_in.cycle_id = ${cycle.id}::uuid AND check_in.state = 'submitted'
      AND check_in.revealed_at IS NULL
    ORDER BY check_in.id`;
  for (const { id: checkInId } of both) {
    const input = { checkInId, at: context.clock.now(), cycleOpen: true };
    await context.db.$transaction((tx) => revealIfBoth(tx, input));
  }
}
