import type { ClientBase } from 'pg';

/**
 * A table that exists in a restored database until the operator has dealt with the messages that
 * may have been sent since the backup. It is created in the transaction that loads the rows, so
 * that no server ever works on them before; as a table of its own it needs no migration and works
 * with backups of any age.
 */
const marker = 'restored_and_not_gone_through';

export async function markRestored(client: ClientBase): Promise<void> {
  await client.query(`CREATE TABLE ${marker} ()`);
}

export async function isMarkedRestored(client: ClientBase): Promise<boolean> {
  const { rows } = await client.query<{ there: boolean }>(
    `SELECT to_regclass('${marker}') IS NOT NULL AS there`,
  );
  return rows[0]?.there === true;
}

export async function unmarkRestored(client: ClientBase): Promise<void> {
  await client.query(`DROP TABLE IF EXISTS ${marker}`);
}
