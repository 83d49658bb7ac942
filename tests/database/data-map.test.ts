import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { withClient } from '../../src/database/connection.js';
import type { OpenDatabaseServer } from '../../src/database/embedded.js';
import { columnsThat, dataMap, undecided } from '../../src/domain/data-map/data-map.js';
import { withDataMap } from '../../src/domain/data-map/document.js';
import { projectPath } from '../../src/project-path.js';
import { openTestServer } from '../support/database.js';

let server: OpenDatabaseServer;
beforeAll(async () => {
  server = await openTestServer();
});
afterAll(() => server.close());

const query = (sql: string) =>
  withClient(server.url, async (client) => (await client.query<{ name: string }>(sql)).rows);

/** The columns of the database, as "table.column". */
async function columns(): Promise<string[]> {
  const rows = await query(
    `SELECT table_name || '.' || column_name AS name FROM information_schema.columns
     WHERE table_schema = 'public' AND table_name <> '_prisma_migrations'`,
  );
  return rows.map(({ name }) => name);
}

const howTo =
  'Decide about the column in src/domain/data-map (what it is, who sees it, export, erasure), then npm run data-map';

it('has a decision about every column, and none about a column that is gone', async () => {
  expect(undecided(await columns()), howTo).toEqual({ missing: [], gone: [] });
});

it('misses a column and a table that somebody added by hand', async () => {
  await query('ALTER TABLE person ADD COLUMN shoe_size integer');
  await query('CREATE TABLE praise (id uuid, words text)');
  expect(undecided(await columns())).toEqual({
    missing: expect.toSatisfy((found: string[]) =>
      ['person.shoe_size', 'praise.id', 'praise.words'].every((one) => found.includes(one)),
    ),
    gone: [],
  });
  await query('ALTER TABLE person DROP COLUMN shoe_size');
  await query('DROP TABLE praise');
});

it('says of every reference to a person what an erasure does with its row', async () => {
  const references = await query(
    `SELECT conrelid::regclass || '.' || attname AS name FROM pg_constraint
     JOIN pg_attribute ON attrelid = conrelid AND attnum = ANY(conkey)
     WHERE contype = 'f' AND confrelid = 'person'::regclass`,
  );
  expect(references.length).toBeGreaterThan(10);
  for (const { name } of references) {
    const [table = '', column = ''] = name.split('.');
    expect(Object.keys(dataMap[table]?.people ?? {}), name).toContain(column);
  }
});

it('names only columns that there are as people', () => {
  for (const [name, { people, columns }] of Object.entries(dataMap)) {
    expect(Object.keys(columns), name).toEqual(expect.arrayContaining(Object.keys(people)));
  }
});

it('exports every word that somebody typed, and keeps none of an erased person', () => {
  const words = columnsThat(({ contains }) => contains === 'words');
  expect(words.length).toBeGreaterThan(10);
  expect(columnsThat((it) => it.contains === 'words' && it.exported === 'no')).toEqual([]);
  expect(columnsThat((it) => it.contains === 'words' && it.erased === 'kept')).toEqual([]);
  expect(columnsThat((it) => it.contains === 'identity' && it.erased === 'kept')).toEqual([]);
});

it('is what the page says', () => {
  const page = readFileSync(projectPath('docs', 'data-map.md'), 'utf8');
  expect(page, 'npm run data-map').toBe(withDataMap(page));
  expect(page.split('\n').filter((line) => line.startsWith('| `'))).toHaveLength(
    columnsThat(() => true).length,
  );
});
