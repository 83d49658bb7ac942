import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { type Client, DatabaseError } from 'pg';
import { checksumOf, type Migration } from './migration-state.js';
import { DatabaseProblem } from './problem.js';

/** The first line of a migration whose statements can't run in a transaction. */
const withoutTransaction = '-- without a transaction';

/** How long a statement waits for a table's lock, and how often it is tried. */
export interface LockRetries {
  lockTimeoutMs: number;
  tries: number;
}

/** All other statements on a table queue behind a waiting lock: so only for a short time. */
export const inTransaction: LockRetries = { lockTimeoutMs: 5_000, tries: 6 };
/** Nothing queues behind an index created concurrently, which waits for open transactions. */
const concurrently: LockRetries = { lockTimeoutMs: 60_000, tries: 3 };

/**
 * Applies one migration and records it, trying again while other connections hold its tables. Throws
 * DatabaseProblem if it fails or can't get the tables' locks.
 */
export async function applyMigration(
  client: Client,
  migration: Migration,
  usual: LockRetries,
): Promise<void> {
  const whole = !migration.sql.startsWith(withoutTransaction);
  const retries = whole ? usual : concurrently;
  for (let left = retries.tries; ; left -= 1) {
    try {
      await client.query(`SET lock_timeout = ${retries.lockTimeoutMs}`);
      await (whole ? applyWhole(client, migration) : applyInSteps(client, migration));
      await client.query('SET lock_timeout = 0');
      return;
    } catch (error) {
      if (whole) await client.query('ROLLBACK');
      const isLocked = error instanceof DatabaseError && error.code === '55P03';
      if (!isLocked) throw failure(migration, error, whole);
      if (left === 1) throw await heldUp(client, migration, error);
      await pause(500);
    }
  }
}

async function applyWhole(client: Client, migration: Migration): Promise<void> {
  const started = new Date();
  await client.query('BEGIN');
  await client.query(migration.sql);
  await record(client, migration, started);
  await client.query('COMMIT');
}

/**
 * Runs a migration's statements one by one. An interrupted concurrent index stays behind, invalid:
 * it is dropped and created again.
 */
async function applyInSteps(client: Client, migration: Migration): Promise<void> {
  const started = new Date();
  const { rows } = await client.query<{ name: string }>(
    `SELECT indexrelid::regclass::text AS name FROM pg_index JOIN pg_class ON pg_class.oid = indexrelid
     WHERE NOT indisvalid AND relname = ANY($1)
       AND relnamespace = quote_ident(current_schema())::regnamespace`,
    [[...migration.sql.matchAll(/CREATE.* INDEX.* "(\w+)" ON/g)].map(([, name]) => name)],
  );
  for (const { name } of rows) await client.query(`DROP INDEX CONCURRENTLY ${name}`);
  for (const statement of migration.sql.split(/;\s*$/m)) {
    if (statement.trim()) await client.query(statement);
  }
  await record(client, migration, started);
}

async function record(client: Client, migration: Migration, started: Date): Promise<void> {
  await client.query(
    `INSERT INTO _prisma_migrations
       (id, checksum, migration_name, started_at, finished_at, applied_steps_count)
     VALUES ($1, $2, $3, $4, clock_timestamp(), 1)`,
    [randomUUID(), checksumOf(migration), migration.name, started],
  );
}

function failure({ name, sql }: Migration, error: unknown, whole: boolean): DatabaseProblem {
  const { code, position, message } = error as DatabaseError;
  const line = whole && position ? sql.slice(0, Number(position)).split('\n').length : undefined;
  const place =
    line === undefined ? '' : `, line ${line} of prisma/migrations/${name}/migration.sql`;
  const said = `${message} (${code ?? 'no code'}${place})`;
  return new DatabaseProblem(
    [
      whole
        ? `The migration ${name} failed and changed nothing: ${said}. Those before it stay applied, and the next start goes on from there.`
        : `The migration ${name} failed: ${said}. What it had made stays, and the next start goes on from there.`,
    ],
    { cause: error },
  );
}

async function heldUp(
  client: Client,
  { name }: Migration,
  cause: unknown,
): Promise<DatabaseProblem> {
  const { rows } = await client.query<{ pid: number; user: string; application: string }>(
    `SELECT DISTINCT pid, usename AS user, application_name AS application
     FROM pg_locks JOIN pg_stat_activity USING (pid)
     WHERE pid <> pg_backend_pid() AND granted AND relation IN (SELECT oid FROM pg_class
       WHERE relnamespace = quote_ident(current_schema())::regnamespace)
     ORDER BY pid LIMIT 5`,
  );
  const holders = rows.map(
    ({ pid, user, application }) => `process ${pid} (${application || 'no name'}, ${user})`,
  );
  return new DatabaseProblem(
    [
      `The migration ${name} changed nothing yet: another connection holds its tables${holders.length > 0 ? `, ${holders.join(', ')}` : ''}. Let it end its transaction (or end it: SELECT pg_terminate_backend(PROCESS)), then start Ladder again.`,
    ],
    { cause },
  );
}
