import { type Client, escapeIdentifier } from 'pg';
import { readDatabaseUrl } from '../config/database-url.js';
import { applyMigration, inTransaction, type LockRetries } from './apply-migration.js';
import { withClient } from './connection.js';
import { withMigrationLock } from './migration-lock.js';
import { type Migration, readMigrationState, readMigrations } from './migration-state.js';
import { DatabaseProblem } from './problem.js';

export { checksumOf, type Migration, readMigrations } from './migration-state.js';

/**
 * Migrates the database at this URL to the newest schema. Returns the names of the applied
 * migrations. Each one is applied completely or not at all, and stays applied if a later one fails.
 * Keeps the same record as `prisma migrate deploy`, so that either can continue after the other.
 * Throws DatabaseProblem if a migration fails, if one was changed after it was applied, or if the
 * database is newer than this Ladder.
 */
export async function migrate(
  url: string,
  migrations: readonly Migration[] = readMigrations(),
  retries: LockRetries = inTransaction,
): Promise<string[]> {
  return withClient(url, (client) => migrateOn(client, url, migrations, retries));
}

/** Migrates like `migrate`, on a connection that is open to the database at this URL. */
export async function migrateOn(
  client: Client,
  url: string,
  migrations: readonly Migration[] = readMigrations(),
  retries: LockRetries = inTransaction,
): Promise<string[]> {
  return withMigrationLock(client, async () => {
    const { pending, problems } = await readMigrationState(client, migrations);
    if (problems.length > 0) throw new DatabaseProblem(problems);
    if (pending.length > 0) await makeRecord(client, readDatabaseUrl(url).schema);
    for (const migration of pending) await applyMigration(client, migration, retries);
    return pending.map(({ name }) => name);
  });
}

/**
 * Creates the table of the record. Postgres asks for the right to create schemas and tables even
 * where they exist.
 */
async function makeRecord(client: Client, schema: string): Promise<void> {
  const { rows } = await client.query<{ hasSchema: boolean; hasRecord: boolean }>(
    `SELECT EXISTS (SELECT FROM pg_namespace WHERE nspname = $1) AS "hasSchema",
       to_regclass('_prisma_migrations') IS NOT NULL AS "hasRecord"`,
    [schema],
  );
  if (!rows[0]?.hasSchema) await client.query(`CREATE SCHEMA ${escapeIdentifier(schema)}`);
  if (!rows[0]?.hasRecord) await client.query(recordTable);
}

const recordTable = `
  CREATE TABLE IF NOT EXISTS _prisma_migrations (
    id                  VARCHAR(36) PRIMARY KEY NOT NULL,
    checksum            VARCHAR(64) NOT NULL,
    finished_at         TIMESTAMPTZ,
    migration_name      VARCHAR(255) NOT NULL,
    logs                TEXT,
    rolled_back_at      TIMESTAMPTZ,
    started_at          TIMESTAMPTZ NOT NULL DEFAULT now(),
    applied_steps_count INTEGER NOT NULL DEFAULT 0
  )`;
