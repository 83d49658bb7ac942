import { isMarkedRestored } from './backup/marker.js';
import { connectDatabase, type Database, type PoolUse } from './client.js';
import { connectProblem } from './connect-problem.js';
import { openClient } from './connection.js';
import { tooFewConnections } from './connection-limits.js';
import { dataDirectoryProblem } from './data-directory.js';
import { type OpenEmbedded, openEmbedded } from './embedded.js';
import { migrateOn, readMigrations } from './migrations.js';
import { DatabaseProblem } from './problem.js';
import { findProblems } from './requirements.js';

export type { Database, PoolUse, Transaction } from './client.js';
export type * from './generated/client.js';
export { Prisma } from './generated/client.js';

export interface DatabaseSettings {
  /** A Postgres server's URL; without one the embedded database in `dataDirectory` is used. */
  databaseUrl: string | undefined;
  dataDirectory: string;
  /** The most connections at once; 8 if left out. */
  poolSize?: number;
}

export interface OpenOptions {
  /** Joins an embedded database that a running Ladder has open: for the command line. */
  join?: boolean;
  /** Also opens a database whose restore is not completed yet. */
  restored?: boolean;
  /** After how many milliseconds a statement is cancelled; 10,000 if left out. */
  timeoutMs?: number;
}

/** The database was restored, and a server would send again what was sent after the backup. */
export class RestoreOpenError extends Error {
  override name = 'RestoreOpenError';
  constructor() {
    super(
      'The data come from a backup, and the restore broke off before it was through. Run this first: npm run ladder -- after-restore',
    );
  }
}

export interface OpenDatabase {
  db: Database;
  /** For programs that speak Postgres' protocol themselves. */
  url: string;
  embedded: boolean;
  poolUse(): PoolUse;
  /** What an operator should know although the database works. */
  warning: string | undefined;
  /**
   * Resolves, with what to do in words, if an embedded database of this process ends unexpectedly.
   */
  died: Promise<Error>;
  close(): Promise<void>;
}

/**
 * Opens the database, starting the embedded one if no server is configured, and migrates it. Throws
 * DatabaseInUseError if a running Ladder has the embedded database open and `join` is not set,
 * DatabaseProblem if Ladder can't work with it, RestoreOpenError if a restore is not completed.
 */
export async function openDatabase(
  settings: DatabaseSettings,
  { join = false, restored = false, timeoutMs = 10_000 }: OpenOptions = {},
): Promise<OpenDatabase> {
  const { poolSize = 8 } = settings;
  const server = await openDatabaseServer(settings, { join });
  let warning: string | undefined;
  try {
    warning = await prepare(server.url, { poolSize, restored });
  } catch (error) {
    await server.close();
    throw error;
  }
  const { db, poolUse } = connectDatabase(server.url, { connections: poolSize, timeoutMs });
  return {
    db,
    poolUse,
    warning,
    url: server.url,
    embedded: settings.databaseUrl === undefined,
    died: server.died,
    async close() {
      await db.$disconnect();
      await server.close();
    },
  };
}

/**
 * Opens the server alone, without checking or migrating the database. Throws as `openDatabase`
 * does.
 */
export async function openDatabaseServer(
  { databaseUrl, dataDirectory }: DatabaseSettings,
  { join = false }: { join?: boolean } = {},
): Promise<OpenEmbedded> {
  if (databaseUrl === undefined) {
    const unfit = await dataDirectoryProblem(dataDirectory);
    if (unfit) throw new DatabaseProblem([unfit]);
    return openEmbedded(dataDirectory, { join });
  }
  return { url: databaseUrl, died: new Promise(() => {}), close: async () => {} };
}

/**
 * Checks and migrates the database on one connection. Returns what an operator should know although
 * it works. Throws DatabaseProblem with everything that prevents Ladder from working with it, and
 * RestoreOpenError.
 */
async function prepare(
  url: string,
  { poolSize, restored }: { poolSize: number; restored: boolean },
): Promise<string | undefined> {
  const client = await openClient(url).catch((error: unknown) => {
    throw connectProblem(error, url);
  });
  try {
    const migrations = readMigrations();
    const problems = await findProblems(client, url, migrations);
    if (problems.length > 0) throw new DatabaseProblem(problems);
    if (!restored && (await isMarkedRestored(client))) throw new RestoreOpenError();
    const warning = await tooFewConnections(client, poolSize);
    await migrateOn(client, url, migrations);
    return warning;
  } finally {
    await client.end();
  }
}
