import type { Person as PersonRow, Transaction } from '../database/index.js';

/**
 * A person of the workspace, held as they are until the transaction ends: nobody gives them another
 * manager meanwhile. Null if there is no such person in the workspace.
 */
export async function holdReportingLine(
  tx: Transaction,
  { workspaceId, personId }: { workspaceId: string; personId: string },
): Promise<PersonRow | null> {
  // In the same order as whoever changes a manager, so that neither waits for the other for ever.
  await tx.$queryRaw`SELECT id FROM workspace WHERE id = ${workspaceId}::uuid FOR KEY SHARE`;
  await tx.$queryRaw`SELECT id FROM person WHERE id = ${personId}::uuid FOR SHARE`;
  return tx.person.findFirst({ where: { id: personId, workspaceId } });
}
