import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import type { OpenDatabase } from '../../src/database/index.js';
import { rememberWorkspace } from '../../src/services/workspace/workspaces.js';
import { openTestDatabase } from '../support/database.js';
import { startNode } from '../support/node-process.js';
import { peopleFile } from './operator.js';

let database: OpenDatabase;
let folder: string;
/** Somebody else at the database, who holds the table of people. */
let other: Client;
beforeAll(async () => {
  database = await openTestDatabase();
  folder = mkdtempSync(join(tmpdir(), 'ladder-interrupted-'));
  writeFileSync(join(folder, 'people.csv'), peopleFile('U0SORA,senior,,'));
  await rememberWorkspace(database, { slackTeamId: 'T1', name: 'Moss & Fern' });
  other = new Client({ connectionString: database.url });
  await other.connect();
});
afterAll(async () => {
  await other.end();
  await database.close();
  rmSync(folder, { recursive: true, force: true });
});

const waiting = async () => {
  const [row] = await database.db.$queryRaw<{ count: number }[]>`
    SELECT count(*)::int AS count FROM pg_stat_activity
    WHERE wait_event_type = 'Lock' AND datname = current_database()`;
  return row?.count ?? 0;
};

it.each([
  ['SIGINT', 130],
  ['SIGTERM', 143],
  ['SIGHUP', 129],
] as const)(
  'an operator who interrupts an import with %s gets %d, and nothing is half done',
  async (signal, code) => {
    await other.query('BEGIN; LOCK TABLE person');
    const env = { DATABASE_URL: database.url, DATA_DIR: folder };
    const command = startNode('dist/src/cli.js', ['people', 'import', 'people.csv', '--yes'], {
      env,
      cwd: folder,
    });
    await vi.waitFor(async () => expect(await waiting()).toBeGreaterThan(0), { timeout: 50_000 });
    command.kill(signal);
    const ended = await command.ended;
    await other.query('COMMIT');
    expect(ended).toMatchObject({ code, out: '' });
    await vi.waitFor(async () => expect(await waiting()).toBe(0));
    expect(await database.db.person.count()).toBe(0);
  },
);
