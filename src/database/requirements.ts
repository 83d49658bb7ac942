import { type Client, escapeIdentifier } from 'pg';
import { readDatabaseUrl } from '../config/database-url.js';
import { namesMadeBy, tablesAfter } from './migrated-names.js';
import { type Migration, type MigrationState, readMigrationState } from './migration-state.js';
import { serverProblems } from './server-problems.js';

/** What the checks need to know of the role, the database and the schema. */
interface Inspected {
  client: Client;
  user: string;
  database: string;
  schema: string;
  hasSchema: boolean;
  state: MigrationState;
}

type Requirement = (inspected: Inspected) => Promise<string[]> | string[];

/**
 * Returns everything that prevents Ladder from working with the database of this connection: one
 * sentence each, with what to do. Reads it in one snapshot, so that another process's migration is
 * seen completely or not at all. Changes nothing. Throws what pg throws.
 */
export async function findProblems(
  client: Client,
  url: string,
  migrations: readonly Migration[],
): Promise<string[]> {
  await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ');
  try {
    return await inspect(client, url, migrations);
  } finally {
    await client.query('ROLLBACK');
  }
}

async function inspect(
  client: Client,
  url: string,
  migrations: readonly Migration[],
): Promise<string[]> {
  const basics = await serverProblems(client);
  if (basics.length > 0) return basics;
  const { schema } = readDatabaseUrl(url);
  const { rows } = await client.query<{ user: string; database: string; has: boolean }>(
    `SELECT current_user AS user, current_database() AS database,
       EXISTS (SELECT FROM pg_namespace WHERE nspname = $1) AS has`,
    [schema],
  );
  const { user = '', database = '', has = false } = rows[0] ?? {};
  const right = await schemaProblem(client, { user, database, schema, has });
  if (right) return [right];
  const state = await readMigrationState(client, migrations);
  const inspected: Inspected = { client, user, database, schema, hasSchema: has, state };
  const problems: string[] = [];
  for (const requirement of requirements) problems.push(...(await requirement(inspected)));
  return problems;
}

async function schemaProblem(
  client: Client,
  { user, database, schema, has }: { user: string; database: string; schema: string; has: boolean },
): Promise<string | undefined> {
  const name = escapeIdentifier(schema);
  if (!has) {
    const { rows } = await client.query<{ may: boolean }>(
      `SELECT has_database_privilege(current_database(), 'CREATE') AS may`,
    );
    if (rows[0]?.may) return undefined;
    return `There is no schema ${schema} in the database ${database}, and the role ${user} may not make it. Make it: CREATE SCHEMA ${name} AUTHORIZATION ${user}, or name another one with schema= in DATABASE_URL.`;
  }
  const { rows } = await client.query<{ may: boolean }>(
    `SELECT has_schema_privilege($1, 'USAGE') AS may`,
    [schema],
  );
  if (rows[0]?.may) return undefined;
  return `The role ${user} may not use the schema ${schema} of the database ${database}. Let it: GRANT USAGE, CREATE ON SCHEMA ${name} TO ${user}, or name another one with schema= in DATABASE_URL.`;
}

/** Each returns its problems; together they cover all that migrating and working needs. */
const requirements: Requirement[] = [
  ({ state }) => state.problems,

  async function mayMakeTables({ client, user, schema, hasSchema, state }) {
    if (!hasSchema || state.pending.length === 0 || state.problems.length > 0) return [];
    const { rows } = await client.query<{ may: boolean }>(
      `SELECT has_schema_privilege($1, 'CREATE') AS may`,
      [schema],
    );
    if (rows[0]?.may) return [];
    return [
      `The role ${user} may not make tables in the schema ${schema}, as the start must. Let it: GRANT CREATE ON SCHEMA ${escapeIdentifier(schema)} TO ${user}, or make it the owner of the database.`,
    ];
  },

  async function noneOfOthers({ client, schema, state }) {
    if (state.problems.length > 0) return [];
    const made = namesMadeBy(state.pending);
    const { rows } = await client.query<{ name: string }>(
      `SELECT relname AS name FROM pg_class
       WHERE relnamespace = to_regnamespace(quote_ident($1))::oid AND relname = ANY($2)
       UNION SELECT typname FROM pg_type
       WHERE typnamespace = to_regnamespace(quote_ident($1))::oid AND typname = ANY($2) ORDER BY name`,
      [schema, made],
    );
    if (rows.length === 0) return [];
    const names = rows.map(({ name }) => name).join(', ');
    return [
      `The schema ${schema} has ${names} already, and not from Ladder. Give Ladder a database of its own, or a schema: schema=ladder in DATABASE_URL.`,
    ];
  },

  async function mayUseTables({ client, user, schema, state }) {
    if (state.problems.length > 0 || state.applied.length === 0) return [];
    const made = tablesAfter(state.applied);
    const { rows } = await client.query<{
      name: string;
      owner: string | null;
      may: boolean;
      owns: boolean;
    }>(
      `SELECT wanted.name, pg_get_userbyid(relowner) AS owner,
         has_table_privilege(pg_class.oid, 'SELECT') AND has_table_privilege(pg_class.oid, 'INSERT')
           AND has_table_privilege(pg_class.oid, 'UPDATE')
           AND has_table_privilege(pg_class.oid, 'DELETE') AS may,
         pg_has_role(relowner, 'USAGE') AS owns
       FROM unnest($2::text[]) AS wanted (name) LEFT JOIN pg_class ON relname = wanted.name
         AND relnamespace = to_regnamespace(quote_ident($1))::oid AND relkind IN ('r', 'p')`,
      [schema, made],
    );
    const missing = rows.filter(({ owner }) => owner === null);
    if (missing.length > 0) {
      return [
        `The schema ${schema} lacks Ladder's tables ${missing.map(({ name }) => name).join(', ')}, though they were made once. Restore a backup.`,
      ];
    }
    const barred = rows.find(({ may, owns }) => !may || (state.pending.length > 0 && !owns));
    if (!barred) return [];
    return [
      `The role ${user} may not work with Ladder's table ${barred.name} in the schema ${schema}; it belongs to ${barred.owner}. Give it away: REASSIGN OWNED BY ${barred.owner} TO ${user} in that database, or name ${barred.owner} in DATABASE_URL.`,
    ];
  },
];
