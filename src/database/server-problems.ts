import type { Client } from 'pg';

/** The oldest Postgres that has everything that the statements use: `gen_random_uuid`. */
const oldestVersion = 13;

/** Returns the problems of a server that no grant and no migration can solve, in sentences. */
export async function serverProblems(client: Client): Promise<string[]> {
  const { rows } = await client.query<
    Record<'version' | 'encoding' | 'replication' | 'name', string> & {
      standby: boolean;
      readOnly: boolean;
    }
  >(
    `SELECT current_setting('server_version_num') AS version, current_database() AS name,
       current_setting('server_encoding') AS encoding, pg_is_in_recovery() AS standby,
       current_setting('transaction_read_only')::boolean AS "readOnly",
       current_setting('session_replication_role') AS replication`,
  );
  const [server] = rows;
  if (!server)
    return ['The database tells nothing about itself. Look whether it is a Postgres server.'];
  const version = Math.floor(Number(server.version) / 10_000);
  const problems: string[] = [];
  if (version < oldestVersion) {
    problems.push(
      `The server is Postgres ${version}, and Ladder needs ${oldestVersion} or newer. Upgrade it, or name another one in DATABASE_URL.`,
    );
  }
  if (server.encoding !== 'UTF8') {
    problems.push(
      `The database ${server.name} has the encoding ${server.encoding}, in which not every text can be saved. Ladder needs UTF8. Make a new one (createdb NAME --encoding UTF8 --template template0) and name it in DATABASE_URL.`,
    );
  }
  if (server.standby) {
    problems.push(
      'The server is a standby: nothing can be saved there. Name the primary in DATABASE_URL.',
    );
  } else if (server.readOnly) {
    problems.push(
      'The server is read-only: nothing can be saved there. Look into its log why, or name another one in DATABASE_URL.',
    );
  }
  if (server.replication !== 'origin') {
    problems.push(
      `session_replication_role is set to ${server.replication} for this role or database, so that Postgres doesn't keep references whole. Take it back: ALTER DATABASE ${server.name} RESET session_replication_role (or ALTER ROLE).`,
    );
  }
  return problems;
}
