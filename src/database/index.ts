import { connectDatabase, type Database, type PoolUse } from './client.js';
import { openEmbedded } from './embedded.js';
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
 * With `join` (the command line), an embedded database that a running Ladder has open is shared.
 * Throws DatabaseInUseError without `join` in that case.
 */
export async function openDatabase(
  settings: DatabaseSettings,
  { join = false }: { join?: boolean } = {},
): Promise<OpenDatabase> {
  const { databaseUrl, dataDirectory } = settings;
  const server =
    databaseUrl === undefined
      ? await openEmbedded(dataDirectory, { join })
      : { url: databaseUrl, died: new Promise<Error>(() => {}), close: async () => {} };
  try {
    await migrate(server.url);
  } catch (error) {
    await server.close();
    throw error;
  }
  const { db, poolUse } = connectDatabase(server.url, { connections: settings.poolSize });
  return {
    db,
    poolUse,
    url: server.url,
    embedded: databaseUrl === undefined,
    died: server.died,
    async close() {
      await db.$disconnect();
      await server.close();
    },
  };
}
