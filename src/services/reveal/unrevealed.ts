import { Prisma, type Transaction } from '../../database/index.js';
import type { Cycle } from '../cycle/index.js';

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
 * Returns the submitted, unrevealed check-ins of a cycle whose manager of today has submitted an
 * assessment.
 */
export async function bothIn(
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
