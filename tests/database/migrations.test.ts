import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { OpenDatabase } from '../../src/database/index.js';
import { migrate, readMigrations } from '../../src/database/migrations.js';
import { openTestDatabase } from '../support/database.js';

describe('migrations at start', () => {
  let database: OpenDatabase;
  beforeAll(async () => {
    database = await openTestDatabase();
  });
  afterAll(() => database.close());

  it('have nothing left to do on a database that is up to date', async () => {
    expect(await migrate(database.url)).toEqual([]);
  });

  it('run once when two instances start together', async () => {
    const next = { name: '29990101000000_more', sql: 'CREATE TABLE more (id INT)' };
    const all = [...readMigrations(), next];
    const applied = await Promise.all([migrate(database.url, all), migrate(database.url, all)]);
    expect(applied.flat()).toEqual([next.name]);
  });

  it('change nothing when one of them fails', async () => {
    const broken = { name: '29990102000000_broken', sql: 'CREATE TABLE half (id INT); SELECT 1/0' };
    const known = [
      ...readMigrations(),
      { name: '29990101000000_more', sql: 'CREATE TABLE more (id INT)' },
    ];
    await expect(migrate(database.url, [...known, broken])).rejects.toThrow(
      /failed and changed nothing/,
    );
    expect(await database.db.$queryRaw`SELECT to_regclass('half')::text AS half`).toEqual([
      { half: null },
    ]);
  });

  it('refuse a database that a newer Ladder has migrated', async () => {
    await expect(migrate(database.url)).rejects.toThrow(/newer Ladder \(29990101000000_more\)/);
  });

  it('refuse a migration that was changed after it was applied', async () => {
    const [first, ...rest] = readMigrations();
    const changed = [{ name: first?.name ?? '', sql: '-- changed' }, ...rest];
    const more = { name: '29990101000000_more', sql: 'CREATE TABLE more (id INT)' };
    await expect(migrate(database.url, [...changed, more])).rejects.toThrow(/was changed after/);
  });
});
