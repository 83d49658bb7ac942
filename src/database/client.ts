import { PrismaPg } from '@prisma/adapter-pg';
import { readDatabaseUrl } from '../config/database-url.js';
import { openPool } from './connection.js';
import { PrismaClient } from './generated/client.js';

/** The database as services see it. */
export type Database = PrismaClient;
/** What a transaction's callback gets: the same, without transactions of its own. */
export type Transaction = Parameters<Parameters<Database['$transaction']>[0]>[0];

export interface ConnectOptions {
  /** Most connections at once. */
  connections?: number;
  /** After how many milliseconds a statement, or waiting for a connection, is given up. */
  timeoutMs?: number;
}

/** The connections of this process. */
export interface PoolUse {
  inUse: number;
  idle: number;
  /** How many there may be. */
  most: number;
  /** Statements that wait for one. */
  waiting: number;
}

export interface Connected {
  db: Database;
  poolUse(): PoolUse;
}

/** A client for the database at this Postgres URL; it connects when first used. */
export function connectDatabase(url: string, options: ConnectOptions = {}): Connected {
  const { connections = 8, timeoutMs = 10_000 } = options;
  const pool = openPool(url, {
    most: connections,
    // Prisma ends a transaction that idles; this is for a process that stands still in one.
    limits: { statementMs: timeoutMs, idleMs: 6 * timeoutMs },
  });
  const adapter = new PrismaPg(pool, {
    schema: readDatabaseUrl(url).schema,
    disposeExternalPool: true,
    // Idle connections break when Postgres restarts; the pool replaces them by itself.
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
