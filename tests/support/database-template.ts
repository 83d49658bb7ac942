import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { openEmbedded } from '../../src/database/embedded.js';
import { migrate } from '../../src/database/migrations.js';

declare module 'vitest' {
  export interface ProvidedContext {
    /** A migrated, empty data directory that each test file copies. */
    templateDirectory: string;
  }
}

/** Migrates once, so that each test file starts from a copy. Not needed on a Postgres server. */
export default async function setup(project: TestProject): Promise<() => void> {
  const directory = mkdtempSync(join(tmpdir(), 'ladder-template-'));
  if (process.env.TEST_DATABASE_URL === undefined) {
    const server = await openEmbedded(join(directory, 'source'));
    await migrate(server.url);
    await server.close();
    cpSync(join(directory, 'source', 'postgres'), join(directory, 'postgres'), { recursive: true });
  }
  project.provide('templateDirectory', directory);
  return () => rmSync(directory, { recursive: true, force: true });
}
