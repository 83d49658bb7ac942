import { isRestoreOpen } from './backup/index.js';
import { connectDatabase, type Database, type PoolUse } from './client.js';
import { type OpenEmbedded, openEmbedded } from './embedded.js';
import { migrate } from './migrations.js';

export type { Database, PoolUse, Transaction } from './client.js';
export { DatabaseInUseError } from './embedded.js';
export type * from './generated/client.js';
export { Prisma } from './generated/client.js';

export interface DatabaseSettings {
  /** A Postgres server's URL; without one the embedded database in `dataDirectory` is used. */
  databaseUrl: string | undefined;
  dataDirectory: string;
  /** Most connections at once; 8 if left out. */
  poolSize?: number;
}

export interface OpenOptions {
  /** Share an embedded database that a running Ladder has open: for the command line. */
  join?: boolean;
  /** Also open what was restored and not gone through yet. */
  restored?: boolean;
}

/** A server would send again what went out after the backup. */
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
  /** For what speaks Postgres by itself. */
  url: string;
  embedded: boolean;
  poolUse(): PoolUse;
  /** Resolves, with what to do in words, if an embedded database of this process ends by itself. */
  died: Promise<Error>;
  close(): Promise<void>;
}

/**
 * Opens the database, starting the embedded one if no server is configured, and migrates it.
 * Throws DatabaseInUseError if a running Ladder has the embedded database open and `join` is not set,
 * RestoreOpenError if the data were restored and not gone through.
 */
export async function openDatabase(
  settings: DatabaseSettings,
  { join = false, restored = false }: OpenOptions = {},
): Promise<OpenDatabase> {
  const server = await openDatabaseServer(settings, { join });
  try {
    await migrate(server.url);
    if (!restored && (await isRestoreOpen(server.url))) throw new RestoreOpenError();
  } catch (error) {
    await server.close();
    throw error;
  }
  const { db, poolUse } = connectDatabase(server.url, { connections: settings.poolSize });
  return {
    db,
    poolUse,
    url: server.url,
    embedded: settings.databaseUrl === undefined,
    died: server.died,
    async close() {
      await db.$disconnect();
      await server.close();
    },
  };
}

/** The server alone, with its database as it is. Throws as `openDatabase` does. */
export async function openDatabaseServer(
  { databaseUrl, dataDirectory }: DatabaseSettings,
  { join = false }: { join?: boolean } = {},
): Promise<OpenEmbedded> {
  if (databaseUrl === undefined) return openEmbedded(dataDirectory, { join });
  return { url: databaseUrl, died: new Promise(() => {}), close: async () => {} };
}
