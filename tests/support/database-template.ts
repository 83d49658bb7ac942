import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { openEmbedded } from '../../src/database/embedded.js';
import { migrate } from '../../src/database/migrations.js';
import { createDatabase } from './server-database.js';

declare module 'vitest' {
  export interface ProvidedContext {
    /** The Postgres server on which each test file has a database of its own. */
    serverUrl: string;
    /** The name of the migrated, empty database of which theirs are copies. */
    templateDatabase: string;
  }
}

/** Nothing of a test's has to survive a power cut, and many files run at once. */
const settings = ['fsync=off', 'full_page_writes=off', 'max_connections=300'];

/** One server for all tests of a run: an embedded one, or that of TEST_DATABASE_URL. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const directory = mkdtempSync(join(tmpdir(), 'ladder-tests-'));
  const given = process.env.TEST_DATABASE_URL;
  const embedded = given ? undefined : await openEmbedded(directory, { settings });
  const serverUrl = embedded?.url ?? given ?? '';
  const template = await createDatabase(serverUrl);
  await migrate(template.url);
  project.provide('serverUrl', serverUrl);
  project.provide('templateDatabase', template.name);
  return async () => {
    await template.drop();
    await embedded?.close();
    rmSync(directory, { recursive: true, force: true });
  };
}
