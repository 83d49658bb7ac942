import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { openEmbedded } from '../../src/database/embedded.js';
import { migrate } from '../../src/database/migrations.js';
import { createDatabase } from './server-database.js';

declare module 'vitest' {
  export interface ProvidedContext {
    /** A migrated, empty data directory that each worker copies. */
    templateDirectory: string;
    /** The name of the same on the Postgres server; empty without one. */
    templateDatabase: string;
  }
}

/** Migrates once, so that each test starts from a copy, in a directory or on a Postgres server. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const serverUrl = process.env.TEST_DATABASE_URL;
  const directory = mkdtempSync(join(tmpdir(), 'ladder-template-'));
  if (serverUrl === undefined) {
    const server = await openEmbedded(join(directory, 'source'));
    await migrate(server.url);
    await server.close();
    cpSync(join(directory, 'source', 'postgres'), join(directory, 'postgres'), { recursive: true });
  }
  const template = serverUrl === undefined ? undefined : await createDatabase(serverUrl);
  if (template) await migrate(template.url);
  project.provide('templateDirectory', directory);
  project.provide('templateDatabase', template?.name ?? '');
  return async () => {
    await template?.drop();
    rmSync(directory, { recursive: true, force: true });
  };
}
