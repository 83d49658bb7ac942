import { Client, type ClientConfig, type Pool } from 'pg';
import { readDatabaseUrl } from '../config/database-url.js';
import { checkCertificates } from './certificates.js';
import { type Limits, settingStatements } from './session-settings.js';
import { WaitingPool } from './waiting-pool.js';

/** How long connecting may take unless the URL says otherwise. */
const connectTimeoutMs = 10_000;
/**
 * How much later than the server the client cancels a statement: by then the server must be gone.
 */
const graceMs = 2_000;

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
