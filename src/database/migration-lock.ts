import { setTimeout as pause } from 'node:timers/promises';
import type { Client } from 'pg';
import { DatabaseProblem } from './problem.js';

/** Any number that only migrations use: the advisory lock that lets one process at a time migrate. */
const key = 7_283_411;
/** As long as a big table may take to get its indexes. */
const patienceMs = 10 * 60_000;

/**
 * Does the work while this connection holds the lock of migrations, which ends with its session at the
 * latest. Throws DatabaseProblem if another process holds it for ten minutes, or for `patience`.
 */
export async function withMigrationLock<T>(
  client: Client,
  work: () => Promise<T>,
  patience: number = patienceMs,
): Promise<T> {
  const until = performance.now() + patience;
  // Asked again and again, not waited for: an index that is made concurrently would wait for us.
  while (!(await take(client))) {
    if (performance.now() >= until) throw await tooLong(client);
    await pause(200);
  }
  try {
    return await work();
  } finally {
    // Postgres frees it by itself with a connection that is broken.
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
