import type { Person as PersonRow, Prisma, Transaction } from '../../database/index.js';

/** What a query for a person includes, so that a relation to them can be worked out. */
export const withManager = { manager: true } satisfies Prisma.PersonInclude;

export type PersonWithManager = PersonRow & { manager: PersonRow | null };

/**
 * Locks a person until the transaction ends, so that their manager can't change. Returns them, or
 * null if there is no such person in the workspace.
 */
export async function lockReportingLine(
  tx: Transaction,
  { workspaceId, personId }: { workspaceId: string; personId: string },
): Promise<PersonWithManager | null> {
  // The same order as where managers are changed, so that neither waits for the other for ever.
  await tx.$queryRaw`SELECT id FROM workspace WHERE id = ${workspaceId}::uuid FOR KEY SHARE`;
  await tx.$queryRaw`SELECT id FROM person WHERE id = ${personId}::uuid FOR SHARE`;
  return tx.person.findFirst({ where: { id: personId, workspaceId }, include: withManager });
}

/**
 * Whether a person reports to another one, directly or through others. Goes up from manager to manager,
 * so it reads as many people as there are above; a circle that is there already ends it.
 */
export async function reportsTo(
  tx: Pick<Transaction, '$queryRaw'>,
  personId: string,
  managerId: string,
): Promise<boolean> {
  const [found] = await tx.$queryRaw<{ is: boolean }[]>`
    WITH RECURSIVE above (id) AS (
      SELECT manager_id FROM person WHERE id = ${personId}::uuid
      UNION
      SELECT (SELECT manager_id FROM person WHERE person.id = above.id)
      FROM above WHERE above.id IS NOT NULL
    )
    SELECT EXISTS (SELECT FROM above WHERE id = ${managerId}::uuid) AS is`;
  return found?.is ?? false;
}
