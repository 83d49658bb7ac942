import { createHash, randomUUID } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Client, escapeIdentifier } from 'pg';
import { readDatabaseUrl } from '../database-url.js';
import { projectPath } from '../project-path.js';
import { openClient } from './connection.js';

export interface Migration {
  name: string;
  sql: string;
}

const migrationsFolder = projectPath('prisma', 'migrations');
/** Any number that only migrations use: the advisory lock that lets one process at a time migrate. */
const migrationLock = 7_283_411;

/** The migrations in `prisma/migrations`, oldest first. */
export function readMigrations(folder: string = migrationsFolder): Migration[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort()
    .map((name) => ({ name, sql: readFileSync(join(folder, name, 'migration.sql'), 'utf8') }));
}

/**
 * Brings the database at this URL to the newest schema; out come the names of what was applied.
 * Keeps the same record as `prisma migrate deploy`, so either can go on where the other stopped.
 * Throws if a migration that was applied has changed since, or if the database is newer than this.
 */
export async function migrate(url: string, migrations = readMigrations()): Promise<string[]> {
  const client = await openClient(url);
  try {
    // One transaction for all: on the embedded database, whose connections share a session, it is
    // the transaction and not the lock that keeps a second process out.
    await client.query('BEGIN');
    await client.query('SELECT pg_advisory_xact_lock($1)', [migrationLock]);
    await makeSchema(client, readDatabaseUrl(url).schema);
    await client.query(recordTable);
    const pending = await pendingMigrations(client, migrations);
    for (const migration of pending) await apply(client, migration);
    await client.query('COMMIT');
    return pending.map((migration) => migration.name);
  } finally {
    // Ends the session, and with it a transaction that was not committed.
    await client.end();
  }
}

/** Postgres asks for the right to make schemas even where there is nothing to make. */
async function makeSchema(client: Client, schema: string): Promise<void> {
  const found = await client.query('SELECT 1 FROM pg_namespace WHERE nspname = $1', [schema]);
  if (found.rowCount === 0) await client.query(`CREATE SCHEMA ${escapeIdentifier(schema)}`);
}

async function pendingMigrations(client: Client, migrations: Migration[]): Promise<Migration[]> {
  const { rows } = await client.query<{ migration_name: string; checksum: string }>(
    `SELECT migration_name, checksum FROM _prisma_migrations
     WHERE finished_at IS NOT NULL AND rolled_back_at IS NULL`,
  );
  const applied = new Map(rows.map((row) => [row.migration_name, row.checksum]));
  const known = new Set(migrations.map((migration) => migration.name));
  const newer = [...applied.keys()].filter((name) => !known.has(name));
  if (newer.length > 0) {
    throw new Error(
      `The database was migrated by a newer Ladder (${newer.join(', ')}). Start that version, or restore a backup.`,
    );
  }
  for (const migration of migrations) {
    const checksum = applied.get(migration.name);
    if (checksum !== undefined && checksum !== checksumOf(migration)) {
      throw new Error(
        `The migration ${migration.name} was changed after it was applied. Restore its file and add a new migration instead.`,
      );
    }
  }
  return migrations.filter((migration) => !applied.has(migration.name));
}

async function apply(client: Client, migration: Migration): Promise<void> {
  const started = new Date();
  try {
    await client.query(migration.sql);
  } catch (error) {
    throw new Error(`The migration ${migration.name} failed and changed nothing.`, {
      cause: error,
    });
  }
  await client.query(
    `INSERT INTO _prisma_migrations
       (id, checksum, migration_name, started_at, finished_at, applied_steps_count)
     VALUES ($1, $2, $3, $4, clock_timestamp(), 1)`,
    [randomUUID(), checksumOf(migration), migration.name, started],
  );
}

export function checksumOf(migration: Migration): string {
  return createHash('sha256').update(migration.sql).digest('hex');
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
