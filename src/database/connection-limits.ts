import type { Client } from 'pg';

/**
 * Returns advice where Postgres allows fewer connections than the pool may open; undefined where it
 * allows enough. Requests wait for a free connection then, so this is no reason not to start.
 */
export async function tooFewConnections(
  client: Client,
  poolSize: number,
): Promise<string | undefined> {
  const { rows } = await client.query<Limits>(
    `SELECT rolname AS role, rolconnlimit AS "ofRole", datname AS database,
       datconnlimit AS "ofDatabase", current_setting('max_connections')::int
         - current_setting('superuser_reserved_connections')::int
         - coalesce(current_setting('reserved_connections', true)::int, 0) AS "ofServer"
     FROM pg_roles, pg_database
     WHERE rolname = session_user AND NOT rolsuper AND datname = current_database()`,
  );
  // A superuser has no limits.
  const [limits] = rows;
  if (!limits) return undefined;
  const { role, ofRole, database, ofDatabase, ofServer } = limits;
  // One more for the command line.
  const tooFew = (limit: number) => limit >= 0 && limit < poolSize + 1;
  const advice = `fewer than DATABASE_POOL_SIZE (${poolSize}) and one for commands, so requests wait for a free one.`;
  if (tooFew(ofRole)) {
    return `The role ${role} may have ${ofRole} connections at once, ${advice} Raise it (ALTER ROLE ${role} CONNECTION LIMIT ${poolSize + 1}, more for several instances), or set DATABASE_POOL_SIZE.`;
  }
  if (tooFew(ofDatabase)) {
    return `The database ${database} takes ${ofDatabase} connections at once, ${advice} Raise it (ALTER DATABASE ${database} CONNECTION LIMIT ${poolSize + 1}, more for several instances), or set DATABASE_POOL_SIZE.`;
  }
  if (tooFew(ofServer)) {
    return `The server takes ${ofServer} connections at once, ${advice} Raise max_connections there, or set DATABASE_POOL_SIZE.`;
  }
  return undefined;
}

interface Limits {
  role: string;
  ofRole: number;
  database: string;
  ofDatabase: number;
  ofServer: number;
}
