import { readdirSync, readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { withClient } from '../../src/database/connection.js';
import type { OpenDatabaseServer } from '../../src/database/embedded.js';
import { migrate, readMigrations } from '../../src/database/migrations.js';
import { projectPath } from '../../src/project-path.js';
import { openEmptyServer } from '../support/database.js';
import { startTestLadder } from '../support/ladder.js';

// Of each released version what its playground had after a quarter, by `pg_dump --inserts`.
const folder = projectPath('tests', 'database', 'released');
const released = readdirSync(folder).map((file) => file.replace('.sql', ''));

/** What tables and columns of earlier versions are called today. */
const tablesNow: Record<string, string> = {
  action: 'action_item',
  reading: 'access_log_entry',
  dispatch: 'workspace_scheduler',
};
const columnsNow: Record<string, Record<string, string>> = {
  action: { times_moved: 'times_rescheduled' },
  delivery: { claimed_by: 'claim_id', stumbles: 'build_failures' },
};

type Row = Record<string, unknown>;

/** All rows of all tables, each table ordered by what its rows say. */
async function readAll(url: string): Promise<Map<string, Row[]>> {
  return withClient(url, async (client) => {
    const { rows: tables } = await client.query<{ name: string }>(
      `SELECT tablename AS name FROM pg_tables
       WHERE schemaname = 'public' AND tablename <> '_prisma_migrations' ORDER BY 1`,
    );
    const all = new Map<string, Row[]>();
    for (const { name } of tables) {
      const { rows } = await client.query<{ row: Row }>(
        `SELECT to_jsonb(t) AS row FROM "${name}" t`,
      );
      all.set(
        name,
        rows.map(({ row }) => row),
      );
    }
    return all;
  });
}

/** Ids where a table has them, else the workspace's. */
const idOf = (row: Row | undefined) => String(row?.id ?? row?.workspace_id);

describe.each(released)('the data of %s', (version) => {
  let server: OpenDatabaseServer;
  let before: Map<string, Row[]>;
  let after: Map<string, Row[]>;
  let applied: string[];
  beforeAll(async () => {
    server = await openEmptyServer();
    const sql = readFileSync(`${folder}/${version}.sql`, 'utf8');
    await withClient(server.url, (client) => client.query(sql));
    before = await readAll(server.url);
    applied = await migrate(server.url);
    after = await readAll(server.url);
  });
  afterAll(() => server.close());

  it('fill every table that it had', () => {
    expect(before.size).toBeGreaterThan(10);
    expect([...before].filter(([, rows]) => rows.length === 0)).toEqual([]);
  });

  it('are migrated to now, and need nothing more', async () => {
    expect(applied.length).toBeGreaterThan(0);
    expect(applied.at(-1)).toBe(readMigrations().at(-1)?.name);
    expect(await migrate(server.url)).toEqual([]);
  });

  it('are all there, word for word', () => {
    for (const [table, rows] of before) {
      const now = after.get(tablesNow[table] ?? table) ?? [];
      expect(now.length, table).toBe(rows.length);
      const byId = new Map(now.map((row) => [idOf(row), row]));
      for (const row of rows) {
        const wanted = Object.entries(row).map(([name, value]) => [
          columnsNow[table]?.[name] ?? name,
          value,
        ]);
        expect(byId.get(idOf(row)), table).toMatchObject(Object.fromEntries(wanted));
      }
    }
  });

  it('are what people see', async () => {
    const test = await startTestLadder({
      config: { databaseUrl: server.url },
      now: '2027-03-03T15:00:00Z',
      placed: false,
    });
    /** What somebody sees after a command: the answer, or the window that it opens. */
    const seen = async (name: string, words: string) => {
      const before = test.as(name).messages().length;
      await test.as(name).command('/ladder', words);
      const shown = () => test.as(name).messages()[before] ?? test.as(name).modal();
      return JSON.stringify(await test.slack.waitFor(shown));
    };
    expect(await seen('Rosa', 'me')).toContain('Business Operations Manager');
    expect(await seen('Rosa', 'check-in')).toContain('Check-in');
    expect(await seen('Mika', 'team')).toContain('Rosa');
    await test.stop();
  });
});
