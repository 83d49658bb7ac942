import { afterAll, beforeAll, expect, it } from 'vitest';
import { openClient } from '../../src/database/connection.js';
import type { OpenDatabaseServer } from '../../src/database/embedded.js';
import { openDatabase } from '../../src/database/index.js';
import { readMigrations } from '../../src/database/migration-state.js';
import { migrate } from '../../src/database/migrations.js';
import { findProblems } from '../../src/database/requirements.js';
import { openEmptyServer } from '../support/database.js';

let server: OpenDatabaseServer;
beforeAll(async () => {
  server = await openEmptyServer();
});
afterAll(() => server.close());

it('An instance that looks at an empty database while another one migrates it sees nothing wrong', async () => {
  const client = await openClient(server.url);
  const query = client.query.bind(client) as (...words: unknown[]) => unknown;
  // Indexes that are made concurrently would wait for the one who looks.
  const all = readMigrations();
  const quick = all.slice(
    0,
    all.findIndex(({ sql }) => sql.startsWith('-- without a transaction')),
  );
  let migrated = false;
  // The other instance is through right before this one looks which tables are there.
  Object.assign(client, {
    async query(text: string, ...rest: unknown[]) {
      if (/relname = ANY/.test(text) && !migrated) {
        await migrate(server.url, quick);
        migrated = true;
      }
      return query(text, ...rest);
    },
  });
  expect(await findProblems(client, server.url, readMigrations())).toEqual([]);
  expect(migrated).toBe(true);
  await client.end();
});

it('Instances that start at once on a new database all come up', async () => {
  const fresh = await openEmptyServer();
  const settings = { databaseUrl: fresh.url, dataDirectory: '' };
  const opened = await Promise.all(Array.from({ length: 4 }, () => openDatabase(settings)));
  for (const { db } of opened) expect(await db.workspace.count()).toBe(0);
  await Promise.all(opened.map(({ close }) => close()));
  await fresh.close();
});
