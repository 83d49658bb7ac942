import { Prisma, type Transaction } from '../../database/index.js';
import { checkInState, transitionCheckIn } from '../../domain/check-in/check-in.js';
import { lockReportingLine } from '../access/index.js';
import type { Context } from '../context.js';
import { type Cycle, findOpenCycle } from '../cycle/index.js';
import { recordDeliveries } from '../delivery/index.js';

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
  const manager = (await lockReportingLine(tx, { workspaceId, personId }))?.managerId;
  const given = manager
    ? await tx.assessment.findFirst({
        where: { cycleId, subjectId: personId, authorId: manager, state: 'submitted' },
        select: { id: true },
      })
    : null;
  const facts = { cycleOpen, complete: true, unassessed: false, assessed: given !== null };
  const move = transitionCheckIn(checkInState(checkIn), 'reveal', facts);
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

/** People who are about to get other managers, and the cycle whose check-ins that may reveal. */
export interface Moves {
  /** Undefined while no cycle takes check-ins: nothing is revealed then. */
  openCycle: Cycle | undefined;
  /** Only these people get another manager; without it anybody may. */
  personId?: string;
}

/**
 * To be called in the transaction that gives people other managers, before it does: holds what the new
 * managers may reveal. Who sends a check-in holds it first and the person after it, and so does this,
 * so that neither waits for the other for ever.
 */
export async function lockUnrevealed(tx: Transaction, moves: Moves): Promise<void> {
  if (!moves.openCycle) return;
  await tx.$queryRaw`
    SELECT id FROM check_in WHERE ${isUnrevealed(moves.openCycle, moves.personId)}
    ORDER BY id FOR UPDATE`;
}

/**
 * To be called in the same transaction afterwards: where somebody is the manager again who has given
 * their view already, both sides are in now, and are revealed.
 */
export async function revealAfterManagerChanges(
  tx: Transaction,
  { openCycle, personId }: Moves,
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

/** The check-ins of a cycle that are sent and not revealed, where the manager of today has given a view. */
async function bothIn(
  db: Pick<Transaction, '$queryRaw'>,
  cycle: Cycle,
  personId?: string,
): Promise<string[]> {
  const rows = await db.$queryRaw<{ id: string }[]>`
    SELECT check_in.id FROM check_in
    JOIN person ON person.id = check_in.person_id
    JOIN assessment ON assessment.cycle_id = check_in.cycle_id
      AND assessment.subject_id = person.id AND assessment.author_id = person.manager_id
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
