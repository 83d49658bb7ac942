import { Client } from 'pg';

/**
 * Fills tables without indexes except for their primary keys, and creates the indexes afterwards,
 * which is much faster.
 */
export async function withoutIndexes(
  url: string,
  tables: readonly string[],
  fill: () => Promise<void>,
): Promise<void> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    const { rows } = await client.query<{ name: string; definition: string }>(
      `SELECT quote_ident(indexname) AS name, indexdef AS definition FROM pg_indexes
       WHERE schemaname = 'public' AND tablename = ANY($1) AND indexname NOT LIKE '%\\_pkey'`,
      [tables],
    );
    for (const { name } of rows) await client.query(`DROP INDEX ${name}`);
    await fill();
    for (const { definition } of rows) await client.query(definition);
  } finally {
    await client.end();
  }
}
