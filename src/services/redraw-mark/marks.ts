import { Prisma, type Transaction } from '../../database/index.js';

/** Older posts are drawn anew only when they are pressed. */
const longestDays = 100;

export interface RedrawMark {
  workspaceId: string;
  /** The people about whom something has changed. */
  personIds: readonly string[];
  at: Date;
}

/**
 * Marks the posts to these people and to their managers of today to be read again, in the transaction
 * that changes what they are about. It marks more than what shows the change, since reading is cheap:
 * a post is edited only where it would show something else.
 */
export async function markForRedraw(
  tx: Pick<Transaction, '$executeRaw'>,
  { workspaceId, personIds, at }: RedrawMark,
): Promise<void> {
  if (personIds.length === 0) return;
  const ids = [...new Set(personIds)];
  await mark(
    tx,
    at,
    Prisma.sql`workspace_id = ${workspaceId}::uuid AND recipient_id IN (
      SELECT id FROM person WHERE id = ANY(${ids}::uuid[])
      UNION SELECT manager_id FROM person WHERE id = ANY(${ids}::uuid[]))`,
  );
}

/** Marks all posts of cycles, whose dates have changed or which are over. */
export async function markCycles(
  tx: Pick<Transaction, '$executeRaw'>,
  cycleIds: readonly string[],
  at: Date,
): Promise<void> {
  if (cycleIds.length === 0) return;
  await mark(tx, at, Prisma.sql`cycle_id = ANY(${[...cycleIds]}::uuid[])`);
}

/** Marks the posts of some kinds, which say something that has changed for everybody. */
export async function markKinds(
  tx: Pick<Transaction, '$executeRaw'>,
  { workspaceId, kinds, at }: { workspaceId: string; kinds: readonly string[]; at: Date },
): Promise<void> {
  await mark(
    tx,
    at,
    Prisma.sql`kind = ANY(${[...kinds]}) AND cycle_id IN (
    SELECT id FROM cycle WHERE workspace_id = ${workspaceId}::uuid)`,
  );
}

/** In the order of their ids, so that two who mark the same don't wait for each other in a circle. */
async function mark(
  tx: Pick<Transaction, '$executeRaw'>,
  at: Date,
  which: Prisma.Sql,
): Promise<void> {
  await tx.$executeRaw`
    WITH posted AS (
      SELECT id FROM delivery WHERE ${which} AND slack_ts IS NOT NULL AND redraw_refused IS NULL
        AND sent_at > ${at}::timestamptz - make_interval(days => ${longestDays}::int)
        AND (redraw_due_at IS NULL OR redraw_due_at > ${at})
      ORDER BY id FOR NO KEY UPDATE
    )
    UPDATE delivery SET redraw_due_at = ${at} FROM posted WHERE delivery.id = posted.id`;
}
