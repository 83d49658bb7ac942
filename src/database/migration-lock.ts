import { setTimeout as pause } from 'node:timers/promises';
import type { Client } from 'pg';
import { DatabaseProblem } from './problem.js';

/** The advisory lock that lets one process at a time migrate; any number that nothing else uses. */
const key = 7_283_411;
/** As long as creating the indexes of a big table may take. */
const defaultTimeoutMs = 10 * 60_000;

/**
 * Calls `work` while this connection holds the migration lock, which is released with its session
 * at the latest. Throws DatabaseProblem if another process holds the lock for longer than
 * `timeoutMs` (ten minutes) milliseconds.
 */
export async function withMigrationLock<T>(
  client: Client,
  work: () => Promise<T>,
  timeoutMs: number = defaultTimeoutMs,
): Promise<T> {
  const until = performance.now() + timeoutMs;
  // Polls instead of waiting: an index that is created concurrently would wait for a waiting
  // statement.
  while (!(await take(client))) {
    if (performance.now() >= until) throw await tooLong(client);
    await pause(200);
  }
  try {
    return await work();
  } finally {
    // Postgres releases the lock of a broken connection.
    await client.query('SELECT pg_advisory_unlock($1)', [key]).catch(() => {});
  }
}

async function take(client: Client): Promise<boolean> {
  const { rows } = await client.query<{ taken: boolean }>(
    'SELECT pg_try_advisory_lock($1) AS taken',
    [key],
  );
  return rows[0]?.taken ?? false;
}

async function tooLong(client: Client): Promise<DatabaseProblem> {
  const { rows } = await client.query<{ pid: number }>(
    `SELECT pid FROM pg_locks WHERE locktype = 'advisory' AND objid = $1 AND granted
       AND database = (SELECT oid FROM pg_database WHERE datname = current_database())`,
    [key],
  );
  return new DatabaseProblem([
    `Another process has been migrating the database for long${rows[0] ? ` (Postgres process ${rows[0].pid})` : ''}. Wait until it is through, or end it: SELECT pg_terminate_backend(PROCESS). Then start Ladder again.`,
  ]);
}
