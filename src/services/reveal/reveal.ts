import { Prisma, type Transaction } from '../../database/index.js';
import { managerOfToday } from '../../domain/access/relation.js';
import { checkInState, transitionCheckIn } from '../../domain/check-in/check-in.js';
import { lockReportingLine } from '../access/index.js';
import type { Context } from '../context.js';
import { type Cycle, findOpenCycle } from '../cycle/index.js';
import { deliveryKind, recordDeliveries } from '../delivery/index.js';
import { markForRedraw } from '../redraw-mark/index.js';

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

/** People who are about to get other managers, and the cycle whose check-ins that may reveal. */
export interface ManagerChanges {
  /** Undefined while no cycle takes check-ins: nothing is revealed then. */
  openCycle: Cycle | undefined;
  /** Only these people get another manager; without it anybody may. */
  personId?: string;
}

/**
 * Locks the check-ins that a change of managers may reveal; to be called first in that transaction.
 * Submitting a check-in locks the check-in first and the person after it, and so does this, so that
 * the two can't deadlock.
 */
export async function lockUnrevealed(tx: Transaction, changes: ManagerChanges): Promise<void> {
  if (!changes.openCycle) return;
  await tx.$queryRaw`
    SELECT id FROM check_in WHERE ${isUnrevealed(changes.openCycle, changes.personId)}
    ORDER BY id FOR UPDATE`;
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

/**
 * Returns the submitted, unrevealed check-ins of a cycle whose manager of today has submitted an
 * assessment.
 */
async function bothIn(
  db: Pick<Transaction, '$queryRaw'>,
  cycle: Cycle,
  personId?: string,
): Promise<string[]> {
  const rows = await db.$queryRaw<{ id: string }[]>`
    SELECT check_in.id FROM check_in
    JOIN person ON person.id = check_in.person_id
    JOIN person AS manager ON manager.id = person.manager_id AND manager.left_at IS NULL
    JOIN assessment ON assessment.cycle_id = check_in.cycle_id
      AND assessment.subject_id = person.id AND assessment.author_id = manager.id
      AND assessment.state = 'submitted'
    WHERE ${isUnrevealed(cycle, personId)}
    ORDER BY check_in.id`;
  return rows.map(({ id }) => id);
}

/** Of a row of `check_in`: sent in this cycle, by this person if there is one, and not revealed. */
function isUnrevealed({ id }: Cycle, personId: string | undefined): Prisma.Sql {
  const byPerson =
    personId === undefined ? Prisma.empty : Prisma.sql`AND check_in.person_id = ${personId}::uuid`;
  return Prisma.sql`check_in.cycle_id = ${id}::uuid AND check_in.state = 'submitted'
    AND check_in.revealed_at IS NULL ${byPerson}`;
}
