import { readFileSync } from 'node:fs';
import { createSecureContext } from 'node:tls';
import { Client, type ClientConfig, escapeIdentifier, escapeLiteral, type Pool } from 'pg';
import { readDatabaseUrl } from '../config/database-url.js';
import { DatabaseProblem } from './problem.js';
import { WaitingPool } from './waiting-pool.js';

/** How long connecting may take unless the URL says otherwise. */
const connectTimeoutMs = 10_000;
/**
 * How much later than the server the client cancels a statement: by then the server must be gone.
 */
const graceMs = 2_000;

/**
 * Settings that the code relies on and that an operator may have changed for a role or a database.
 * They are set right after connecting, because PgBouncer refuses unknown startup parameters.
 */
const sessionSettings: Record<string, string> = {
  // The text format of values.
  client_encoding: 'UTF8',
  DateStyle: 'ISO, MDY',
  IntervalStyle: 'postgres',
  TimeZone: 'UTC',
  bytea_output: 'hex',
  extra_float_digits: '1',
  // How statements are parsed.
  standard_conforming_strings: 'on',
  transform_null_equals: 'off',
  array_nulls: 'on',
  row_security: 'on',
  default_table_access_method: 'heap',
  // Transactions write, see what others have committed, and fail alone, without their session.
  default_transaction_isolation: 'read committed',
  default_transaction_read_only: 'off',
  default_transaction_deferrable: 'off',
  exit_on_error: 'off',
  // The limits are set below.
  lock_timeout: '0',
  transaction_timeout: '0',
  idle_session_timeout: '0',
  client_min_messages: 'warning',
};

export interface Limits {
  /** After how many milliseconds a statement is cancelled; 0: never. */
  statementMs: number;
  /** After how many milliseconds without a statement a transaction is ended; 0: never. */
  idleMs: number;
}

const unlimited: Limits = { statementMs: 0, idleMs: 0 };

/**
 * Opens one connection to the database at this URL; the caller closes it. Throws what pg throws.
 */
export async function openClient(url: string, limits: Limits = unlimited): Promise<Client> {
  const client = new Client(clientConfig(url, limits));
  // A connection that breaks between two statements is reported by the next statement.
  client.on('error', () => {});
  try {
    await client.connect();
    await client.query(settingStatements(readDatabaseUrl(url).schema, limits));
    return client;
  } catch (error) {
    // The error of connecting is the one to report.
    await client.end().catch(() => {});
    throw error;
  }
}

/** Opens a connection, calls `work` with it, and closes it. Throws what pg and `work` throw. */
export async function withClient<T>(
  url: string,
  work: (client: Client) => Promise<T>,
  limits: Limits = unlimited,
): Promise<T> {
  const client = await openClient(url, limits);
  return work(client).finally(() => client.end());
}

/** Returns a pool of connections to the database at this URL; it connects when first used. */
export function openPool(url: string, { most, limits }: { most: number; limits: Limits }): Pool {
  const statements = settingStatements(readDatabaseUrl(url).schema, limits);
  const pool = new WaitingPool({
    ...clientConfig(url, limits),
    max: most,
    // Once for each connection, before its first use.
    onConnect: (client) => client.query(statements),
  });
  // Postgres may end a connection at the very moment at which the pool hands it out, when nothing
  // listens for its errors; an error without a listener would end the process. The next statement
  // reports it.
  pool.on('connect', (client) => client.on('error', () => {}));
  return pool;
}

function clientConfig(url: string, { statementMs }: Limits): ClientConfig {
  const address = readDatabaseUrl(url);
  checkCertificates(address.connectionString);
  return {
    connectionString: address.connectionString,
    connectionTimeoutMillis: address.connectTimeoutMs ?? connectTimeoutMs,
    fallback_application_name: 'ladder',
    ...(statementMs > 0 && { query_timeout: statementMs + graceMs }),
  };
}

/**
 * Checks the certificate files, whose errors would otherwise be thrown where nothing can catch
 * them.
 */
function checkCertificates(connectionString: string): void {
  const { searchParams } = new URL(connectionString);
  const files = { ca: 'sslrootcert', cert: 'sslcert', key: 'sslkey' };
  const contents: Record<string, Buffer> = {};
  for (const [name, parameter] of Object.entries(files)) {
    const file = searchParams.get(parameter);
    if (file === null) continue;
    try {
      contents[name] = readFileSync(file);
      if (name !== 'cert') createSecureContext({ [name]: contents[name] });
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      throw new DatabaseProblem(
        [
          `DATABASE_URL: ${file}, the file of ${parameter}, can't be used (${code}). It must be a PEM file that Ladder's user may read.`,
        ],
        { cause: error },
      );
    }
  }
  try {
    createSecureContext(contents);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    throw new DatabaseProblem(
      [
        `DATABASE_URL: sslcert and sslkey don't go together (${code}). Name a certificate and its own key, as PEM files.`,
      ],
      { cause: error },
    );
  }
}

/**
 * Returns all settings as one round trip. Settings that only newer servers know are skipped on
 * older ones.
 */
function settingStatements(schema: string, { statementMs, idleMs }: Limits): string {
  const settings = {
    ...sessionSettings,
    idle_in_transaction_session_timeout: String(idleMs),
    // Temporary tables must not shadow ours.
    search_path: `${escapeIdentifier(schema)}, pg_temp`,
  };
  const rows = Object.entries(settings).map((pair) => `(${pair.map(escapeLiteral).join(', ')})`);
  return `SET statement_timeout = ${statementMs};
    SELECT set_config(name, value, false) FROM (VALUES ${rows.join(', ')}) AS setting (name, value)
    WHERE current_setting(name, true) IS NOT NULL;
    SELECT set_config('synchronous_commit', 'on', false)
    WHERE current_setting('synchronous_commit') = 'off'`;
}
