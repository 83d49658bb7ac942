import { PrismaPg } from '@prisma/adapter-pg';
import { readDatabaseUrl } from '../config/database-url.js';
import { openPool } from './connection.js';
import { PrismaClient } from './generated/client.js';

/** The database as services use it. */
export type Database = PrismaClient;
/** What a transaction's callback gets: the same without transactions of its own. */
export type Transaction = Parameters<Parameters<Database['$transaction']>[0]>[0];

export interface ConnectOptions {
  /** The most connections at once. */
  connections?: number;
  /** After how many milliseconds a statement, or waiting for a connection, is cancelled. */
  timeoutMs?: number;
}

/** The connections of this process. */
export interface PoolUse {
  inUse: number;
  idle: number;
  /** The most connections that the pool may open. */
  most: number;
  /** Statements that wait for a connection. */
  waiting: number;
}

export interface Connected {
  db: Database;
  poolUse(): PoolUse;
}

/** Returns a client for the database at this Postgres URL; it connects when first used. */
export function connectDatabase(url: string, options: ConnectOptions = {}): Connected {
  const { connections = 8, timeoutMs = 10_000 } = options;
  const pool = openPool(url, {
    most: connections,
    // Prisma ends a transaction that idles; this limit also covers a process that is suspended in
    // one.
    limits: { statementMs: timeoutMs, idleMs: 6 * timeoutMs },
  });
  const adapter = new PrismaPg(pool, {
    schema: readDatabaseUrl(url).schema,
    disposeExternalPool: true,
    // Idle connections break when Postgres restarts; the pool replaces them.
    onPoolError: () => {},
    onConnectionError: () => {},
  });
  const db = new PrismaClient({
    adapter,
    transactionOptions: { maxWait: timeoutMs, timeout: timeoutMs },
  });
  return {
    db,
    poolUse() {
      const { totalCount, idleCount, waitingCount } = pool;
      const inUse = totalCount - idleCount;
      return { inUse, idle: idleCount, most: connections, waiting: waitingCount };
    },
  };
}
