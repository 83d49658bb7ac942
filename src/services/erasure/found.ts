import type { Transaction } from '../../database/index.js';

/** Somebody who is to be erased, and what of others' refers to them by an id. */
export interface ToErase {
  workspaceId: string;
  personId: string;
  slackUserId: string;
  name: string;
  leftAt: Date | null;
  /** The person's id, and those of all rows that go. */
  ids: string[];
}

/**
 * Finds a person with all that refers to them, and locks it until the transaction ends, in the order
 * in which everything else locks it: check-ins before people. Undefined where there is nobody.
 */
export async function lockToErase(
  tx: Transaction,
  { workspaceId, slackUserId }: { workspaceId: string; slackUserId: string },
): Promise<ToErase | undefined> {
  const where = { workspaceId_slackUserId: { workspaceId, slackUserId } };
  const known = await tx.person.findUnique({ where, select: { id: true } });
  if (!known) return undefined;
  const { id: personId } = known;
  await tx.$queryRaw`
    SELECT id FROM check_in WHERE person_id = ${personId}::uuid
      OR assessment_id IN (SELECT id FROM assessment WHERE author_id = ${personId}::uuid)
    ORDER BY id FOR UPDATE`;
  await tx.$queryRaw`SELECT id FROM person WHERE id = ${personId}::uuid FOR UPDATE`;
  const person = await tx.person.findUnique({ where: { id: personId } });
  if (!person) return undefined;
  const rows = await tx.$queryRaw<{ id: string }[]>`
    SELECT ${personId}::text AS id
    UNION ALL SELECT id::text FROM check_in WHERE person_id = ${personId}::uuid
    UNION ALL SELECT id::text FROM assessment WHERE subject_id = ${personId}::uuid
    UNION ALL SELECT id::text FROM conversation WHERE person_id = ${personId}::uuid
    UNION ALL SELECT id::text FROM action_item WHERE person_id = ${personId}::uuid
    UNION ALL SELECT id::text FROM manager_note WHERE subject_id = ${personId}::uuid
    UNION ALL SELECT id::text FROM manager_note WHERE author_id = ${personId}::uuid`;
  const { name, leftAt } = person;
  return { workspaceId, personId, slackUserId, name, leftAt, ids: rows.map(({ id }) => id) };
}
