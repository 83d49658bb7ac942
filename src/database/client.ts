import { PrismaPg } from '@prisma/adapter-pg';
import { PrismaClient } from './generated/client.js';

/** The database as services see it. */
export type Database = PrismaClient;
/** What a transaction's callback gets: the same, without transactions of its own. */
export type Transaction = Parameters<Parameters<Database['$transaction']>[0]>[0];

export interface ConnectOptions {
  /** Most connections at once. */
  connections?: number;
  /** After how many milliseconds a connection or a statement is given up. */
  timeoutMs?: number;
}

/** A client for the database at this Postgres URL; it connects when first used. */
export function connectDatabase(url: string, options: ConnectOptions = {}): Database {
  const { connections = 8, timeoutMs = 10_000 } = options;
  const adapter = new PrismaPg(
    {
      connectionString: url,
      max: connections,
      connectionTimeoutMillis: timeoutMs,
      query_timeout: timeoutMs,
    },
    // Idle connections break when Postgres restarts; the pool replaces them by itself.
    { onPoolError: () => {}, onConnectionError: () => {} },
  );
  return new PrismaClient({
    adapter,
    transactionOptions: { maxWait: timeoutMs, timeout: timeoutMs },
  });
}
