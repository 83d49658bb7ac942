import { randomUUID } from 'node:crypto';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import { inject } from 'vitest';
import { type OpenDatabaseServer, openEmbedded } from '../../src/database/embedded.js';
import { type OpenDatabase, openDatabase } from '../../src/database/index.js';

/**
 * An empty, migrated database for one test file: embedded, or, where TEST_DATABASE_URL names a
 * Postgres server, a database of its own there. Close it in `afterAll`.
 */
export async function openTestDatabase(): Promise<OpenDatabase> {
  const server = await openTestServer();
  const opened = await openDatabase({ databaseUrl: server.url, dataDirectory: '' });
  return {
    ...opened,
    async close() {
      await opened.close();
      await server.close();
    },
  };
}

/** The same as a bare URL, for what opens its database itself. */
export async function openTestServer(): Promise<OpenDatabaseServer> {
  const serverUrl = process.env.TEST_DATABASE_URL;
  return serverUrl === undefined ? openEmbeddedCopy() : createOnServer(serverUrl);
}

async function openEmbeddedCopy(): Promise<OpenDatabaseServer> {
  const dataDirectory = mkdtempSync(join(tmpdir(), 'ladder-test-'));
  const template = join(inject('templateDirectory'), 'postgres');
  cpSync(template, join(dataDirectory, 'postgres'), { recursive: true });
  const server = await openEmbedded(dataDirectory);
  return {
    url: server.url,
    async close() {
      await server.close();
      rmSync(dataDirectory, { recursive: true, force: true });
    },
  };
}

async function createOnServer(serverUrl: string): Promise<OpenDatabaseServer> {
  const name = `ladder_${randomUUID().replaceAll('-', '')}`;
  await runOnServer(serverUrl, `CREATE DATABASE ${name}`);
  const url = new URL(serverUrl);
  url.pathname = `/${name}`;
  return {
    url: url.href,
    close: () => runOnServer(serverUrl, `DROP DATABASE ${name} WITH (FORCE)`),
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
