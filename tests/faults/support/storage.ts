import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { Client } from 'pg';
import { findRunningEmbedded } from '../../../src/database/embedded.js';
import { type PostgresCluster, startPostgresCluster } from './postgres-cluster.js';

export type StorageName = 'embedded' | 'Postgres';

/** The storage of a scenario's servers. */
export interface Storage {
  name: StorageName;
  /** What the servers are started with. */
  env: NodeJS.ProcessEnv;
  settings: { databaseUrl: string | undefined; dataDirectory: string };
  /** Asks the database itself, past the product; waits up to half a minute until it answers. */
  query<T>(sql: string, values?: unknown[]): Promise<T[]>;
  /** The same once. Throws what the database says, and where it doesn't answer. */
  ask(sql: string): Promise<unknown[]>;
  /** The Postgres server, to be stopped and started. */
  cluster: PostgresCluster | undefined;
  remove(): Promise<void>;
}

/** `dataDirectory`: where the embedded database is to live; a new temporary one if left out. */
export async function makeStorage(name: StorageName, dataDirectory?: string): Promise<Storage> {
  const folder = dataDirectory ?? mkdtempSync(join(tmpdir(), 'ladder-faults-'));
  const cluster = name === 'Postgres' ? await startPostgresCluster() : undefined;
  const url = async () => cluster?.url ?? (await findRunningEmbedded(folder));
  return {
    name,
    cluster,
    env: { DATA_DIR: folder, ...(cluster && { DATABASE_URL: cluster.url }) },
    settings: { databaseUrl: cluster?.url, dataDirectory: folder },
    query: (sql, values = []) => patiently(async () => ask(await url(), sql, values)),
    ask: async (sql) => ask(await url(), sql, []),
    async remove() {
      await cluster?.remove();
      if (dataDirectory === undefined) rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function ask<T>(url: string | undefined, sql: string, values: unknown[]): Promise<T[]> {
  if (url === undefined) throw new Error('No server runs on the embedded database.');
  const client = new Client({ connectionString: url, connectionTimeoutMillis: 5_000 });
  // A connection that breaks while nothing is asked must not end the test process.
  client.on('error', () => {});
  try {
    await client.connect();
    return (await client.query(sql, values)).rows as T[];
  } finally {
    await client.end().catch(() => {});
  }
}

async function patiently<T>(work: () => Promise<T>): Promise<T> {
  for (let left = 60; ; left -= 1) {
    try {
      return await work();
    } catch (error) {
      if (left === 0) throw error;
      await pause(500);
    }
  }
}
