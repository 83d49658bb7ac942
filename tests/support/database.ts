import { cpSync, mkdtempSync } from 'node:fs';
import { join } from 'node:path';
import { inject } from 'vitest';
import {
  type OpenDatabaseServer,
  type OpenEmbedded,
  openEmbedded,
} from '../../src/database/embedded.js';
import { type OpenDatabase, openDatabase } from '../../src/database/index.js';
import { makeNewAgain, type NewDatabase, readNew } from './new-database.js';
import { createDatabase } from './server-database.js';

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
  if (serverUrl === undefined) return openEmbeddedServer();
  const { url, drop } = await createDatabase(serverUrl, inject('templateDatabase'));
  return { url, close: drop };
}

/** Embedded servers that no test uses any more; the files of one worker share them. */
const free: TestServer[] = [];

interface TestServer {
  embedded: OpenEmbedded;
  whenNew: NewDatabase;
}

async function openEmbeddedServer(): Promise<OpenDatabaseServer> {
  const server = (await takeFree()) ?? (await openCopy());
  return {
    url: server.embedded.url,
    async close() {
      free.push(server);
    },
  };
}

/** A server whose last user left behind what can't be removed is given up. */
async function takeFree(): Promise<TestServer | undefined> {
  for (let server = free.pop(); server; server = free.pop()) {
    const { embedded, whenNew } = server;
    const failure = await makeNewAgain(embedded.url, whenNew).catch((error: Error) => error);
    if (!failure) return server;
    console.warn(`A test has left its database unusable: ${failure.message}`);
    await embedded.close();
  }
  return undefined;
}

async function openCopy(): Promise<TestServer> {
  const template = inject('templateDirectory');
  const dataDirectory = mkdtempSync(join(template, 'copy-'));
  cpSync(join(template, 'postgres'), join(dataDirectory, 'postgres'), { recursive: true });
  const embedded = await openEmbedded(dataDirectory);
  return { embedded, whenNew: await readNew(embedded.url) };
}
