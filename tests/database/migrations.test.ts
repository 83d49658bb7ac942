import { Client } from 'pg';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { withClient } from '../../src/database/connection.js';
import type { OpenDatabaseServer } from '../../src/database/embedded.js';
import { withMigrationLock } from '../../src/database/migration-lock.js';
import { migrate, readMigrations } from '../../src/database/migrations.js';
import { openTestServer } from '../support/database.js';

let server: OpenDatabaseServer;
beforeEach(async () => {
  server = await openTestServer();
});
afterEach(() => server.close());

const more = { name: '29990101000000_more', sql: 'CREATE TABLE more (id INT)' };
const broken = {
  name: '29990102000000_broken',
  sql: 'CREATE TABLE half (id INT);\n\nINSERT INTO half VALUES (1);\nALTER TABLE nowhere ADD x INT;',
};
const last = { name: '29990103000000_last', sql: 'CREATE TABLE last (id INT)' };
const index = {
  name: '29990104000000_index',
  sql: `-- without a transaction
CREATE INDEX CONCURRENTLY IF NOT EXISTS "person_locale_idx" ON "person"("locale");

CREATE INDEX CONCURRENTLY IF NOT EXISTS "person_name_idx" ON "person"("name");
`,
};
const withAll = (...next: (typeof more)[]) => [...readMigrations(), ...next];

const ask = (sql: string) =>
  withClient(server.url, async (client) => (await client.query(sql)).rows);
const tables = async (...names: string[]) =>
  (
    await ask(`SELECT tablename FROM pg_tables WHERE tablename IN ('${names.join("','")}')
    ORDER BY tablename`)
  ).map(({ tablename }) => tablename);

describe('migrations at start', () => {
  it('have nothing left to do on a database that is up to date', async () => {
    expect(await migrate(server.url)).toEqual([]);
  });

  it('run once when two instances start together', async () => {
    const all = withAll(more, index);
    const applied = await Promise.all([migrate(server.url, all), migrate(server.url, all)]);
    expect(applied.flat()).toEqual([more.name, index.name]);
  });

  it('keep what was before the one that fails, and go on from there the next time', async () => {
    const failing = migrate(server.url, withAll(more, broken, last));
    await expect(failing).rejects.toThrow(
      /^The migration 29990102000000_broken failed and changed nothing: relation "nowhere" does not exist \(42P01/,
    );
    expect(await tables('more', 'half', 'last')).toEqual(['more']);
    const mended = { ...broken, sql: 'CREATE TABLE half (id INT)' };
    expect(await migrate(server.url, withAll(more, mended, last))).toEqual([
      mended.name,
      last.name,
    ]);
  });

  it('say at which line of its file one failed', async () => {
    const typo = { ...broken, sql: 'CREATE TABLE half (id INT);\n\nALTER TABEL half ADD x INT;' };
    await expect(migrate(server.url, withAll(typo))).rejects.toThrow(
      /syntax error.*\(42601, line 3 of prisma\/migrations\/29990102000000_broken\/migration\.sql\)/,
    );
  });

  it('refuse a database that a newer Ladder has migrated', async () => {
    await migrate(server.url, withAll(more));
    await expect(migrate(server.url)).rejects.toThrow(/newer Ladder \(29990101000000_more\)/);
  });

  it('refuse a migration that was changed after it was applied', async () => {
    const [first, ...rest] = readMigrations();
    const changed = [{ name: first?.name ?? '', sql: '-- changed' }, ...rest];
    await expect(migrate(server.url, changed)).rejects.toThrow(/was changed after/);
  });

  it('are ended by no time limit that an operator has set', async () => {
    const [{ name }] = (await ask('SELECT current_database() AS name')) as [{ name: string }];
    await ask(`ALTER DATABASE ${name} SET statement_timeout = '50ms'`);
    const slow = { name: '29990101000000_slow', sql: 'SELECT pg_sleep(0.3)' };
    expect(await migrate(server.url, withAll(slow))).toEqual([slow.name]);
  });
});

describe('a migration that somebody else is in the way of', () => {
  it('is not waited for long while others wait behind it, and comes when it can', async () => {
    const reader = new Client({ connectionString: server.url, application_name: 'report' });
    await reader.connect();
    await reader.query('BEGIN; SELECT 1 FROM person');
    const column = { name: '29990101000000_x', sql: 'ALTER TABLE person ADD x INT' };
    const migrating = migrate(server.url, withAll(column), { lockTimeoutMs: 200, tries: 100 });
    // It has given up at least once, and others have got by.
    for (let left = 10; left > 0; left -= 1) await ask('SELECT 1 FROM person');
    await reader.query('COMMIT');
    await reader.end();
    expect(await migrating).toEqual([column.name]);
  });

  it('says who it is when they don’t end', async () => {
    const reader = new Client({ connectionString: server.url, application_name: 'report' });
    await reader.connect();
    await reader.query('BEGIN; SELECT 1 FROM person');
    const column = { name: '29990101000000_x', sql: 'ALTER TABLE person ADD x INT' };
    const migrating = migrate(server.url, withAll(column), { lockTimeoutMs: 100, tries: 2 });
    await expect(migrating).rejects.toThrow(
      /29990101000000_x changed nothing yet: another connection holds its tables, process \d+ \(report, \w+\)\./,
    );
    await reader.end();
    expect(await migrate(server.url, withAll(column))).toEqual([column.name]);
  });

  it('says that another process is migrating when that doesn’t end', async () => {
    await withClient(server.url, (holder) =>
      withMigrationLock(holder, () =>
        expect(
          withClient(server.url, (late) => withMigrationLock(late, async () => {}, 300)),
        ).rejects.toThrow(/Another process has been migrating .* \(Postgres process \d+\)/),
      ),
    );
    expect(await migrate(server.url, withAll(more))).toEqual([more.name]);
  });
});

describe('indexes that are made concurrently', () => {
  it('are made anew where an earlier attempt has left them unusable', async () => {
    await ask('CREATE INDEX "person_locale_idx" ON "person"("locale")');
    await ask(
      `UPDATE pg_index SET indisvalid = false WHERE indexrelid = 'person_locale_idx'::regclass`,
    );
    expect(await migrate(server.url, withAll(index))).toEqual([index.name]);
    const states = await ask(`SELECT indexrelid::regclass::text AS name, indisvalid AS valid
      FROM pg_index WHERE indexrelid IN ('person_locale_idx'::regclass, 'person_name_idx'::regclass)
      ORDER BY name`);
    expect(states).toEqual([
      { name: 'person_locale_idx', valid: true },
      { name: 'person_name_idx', valid: true },
    ]);
  });

  it('are gone on with where the process was killed in the middle', async () => {
    const holder = new Client({ connectionString: server.url });
    await holder.connect();
    await holder.query('BEGIN; UPDATE person SET name = name');
    const killed = expect(migrate(server.url, withAll(more, index))).rejects.toThrow();
    const waiting = `SELECT pid FROM pg_stat_activity WHERE query LIKE '%CREATE INDEX CONC%' AND pid <> pg_backend_pid()
      AND datname = current_database() AND wait_event_type = 'Lock'`;
    while ((await ask(waiting)).length === 0);
    await ask(`SELECT pg_terminate_backend(pid) FROM (${waiting}) AS one`);
    await killed;
    await holder.query('COMMIT');
    await holder.end();
    expect(await migrate(server.url, withAll(more, index))).toEqual([index.name]);
  });
});
