import { inject } from 'vitest';
import type { OpenDatabaseServer } from '../../src/database/embedded.js';
import { type OpenDatabase, openDatabase } from '../../src/database/index.js';
import { createDatabase } from './server-database.js';

/** An empty, migrated database for one test file. Close it in `afterAll`. */
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
  const { url, drop } = await createDatabase(inject('serverUrl'), inject('templateDatabase'));
  return { url, close: drop };
}

/** A database without a table, as `createdb` makes it. */
export async function openEmptyServer(): Promise<OpenDatabaseServer> {
  const { url, drop } = await createDatabase(inject('serverUrl'));
  return { url, close: drop };
}
