import { randomUUID } from 'node:crypto';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import { inject } from 'vitest';
import { openDatabase, type OpenDatabase } from '../../src/database/index.js';

/**
 * An empty, migrated database for one test file: embedded, or, where TEST_DATABASE_URL names a
 * Postgres server, a database of its own there. Close it in `afterAll`.
 */
export async function openTestDatabase(): Promise<OpenDatabase> {
  const serverUrl = process.env.TEST_DATABASE_URL;
  return serverUrl === undefined ? openEmbeddedCopy() : openOnServer(serverUrl);
}

async function openEmbeddedCopy(): Promise<OpenDatabase> {
  const dataDirectory = mkdtempSync(join(tmpdir(), 'ladder-test-'));
  cpSync(join(inject('templateDirectory'), 'postgres'), join(dataDirectory, 'postgres'), {
    recursive: true,
  });
  const opened = await openDatabase({ databaseUrl: undefined, dataDirectory });
  return {
    ...opened,
    async close() {
      await opened.close();
      rmSync(dataDirectory, { recursive: true, force: true });
    },
  };
}

async function openOnServer(serverUrl: string): Promise<OpenDatabase> {
  const name = `ladder_${randomUUID().replaceAll('-', '')}`;
  await runOnServer(serverUrl, `CREATE DATABASE ${name}`);
  const url = new URL(serverUrl);
  url.pathname = `/${name}`;
  const opened = await openDatabase({ databaseUrl: url.href, dataDirectory: '' });
  return {
    ...opened,
    async close() {
      await opened.close();
      await runOnServer(serverUrl, `DROP DATABASE ${name} WITH (FORCE)`);
    },
  };
}

async function runOnServer(url: string, sql: string): Promise<void> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(sql);
  } finally {
    await client.end();
  }
}
