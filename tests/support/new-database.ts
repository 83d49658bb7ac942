import { Client } from 'pg';

/** What a migrated database has while nobody has written anything into it. */
export interface NewDatabase {
  tables: string[];
  migrations: string[];
}

export function readNew(url: string): Promise<NewDatabase> {
  return withClient(url, async (client) => {
    const names = async (sql: string) =>
      (await client.query<{ name: string }>(sql)).rows.map(({ name }) => name);
    return {
      tables: await names("SELECT tablename AS name FROM pg_tables WHERE schemaname = 'public'"),
      migrations: await names('SELECT migration_name AS name FROM _prisma_migrations'),
    };
  });
}

/**
 * Makes an embedded database new again: what is in its tables goes, and every other table, schema,
 * function and trigger.
 * Throws if that isn't possible, since somebody still holds a transaction open.
 */
export function makeNewAgain(url: string, { tables, migrations }: NewDatabase): Promise<void> {
  return withClient(url, async (client) => {
    // The connections share one session, with its settings and what it holds.
    await client.query('DISCARD ALL');
    await client.query('BEGIN');
    // Without foreign keys the order is free. Deleting is many times faster than truncating.
    await client.query('SET LOCAL session_replication_role = replica');
    const { rows } = await client.query<{ removal: string }>(findRemovals, [tables]);
    for (const { removal } of rows) await client.query(removal);
    await client.query('DELETE FROM _prisma_migrations WHERE migration_name <> ALL ($1)', [
      migrations,
    ]);
    await client.query('COMMIT');
  });
}

/** No migration makes functions or triggers. */
const findRemovals = `
  SELECT format('DROP SCHEMA %I CASCADE', nspname) AS removal FROM pg_namespace
  WHERE nspname NOT LIKE 'pg\\_%' AND nspname NOT IN ('public', 'information_schema')
  UNION ALL
  SELECT format('DROP TRIGGER %I ON %s', tgname, tgrelid::regclass) FROM pg_trigger
  WHERE NOT tgisinternal AND tgrelid::regclass::text NOT LIKE '%.%'
  UNION ALL
  SELECT format('DROP ROUTINE %s CASCADE', oid::regprocedure) FROM pg_proc
  WHERE pronamespace = 'public'::regnamespace
  UNION ALL
  SELECT format(CASE WHEN tablename = ANY ($1) THEN 'DELETE FROM %I' ELSE 'DROP TABLE %I CASCADE' END,
    tablename)
  FROM pg_tables WHERE schemaname = 'public' AND tablename <> '_prisma_migrations'`;

async function withClient<T>(url: string, work: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client({
    connectionString: url,
    connectionTimeoutMillis: 20_000,
    query_timeout: 20_000,
  });
  client.on('error', () => {});
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}
