import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import type { Database, OpenDatabase } from '../../src/database/index.js';
import { openTestDatabase } from '../support/database.js';

let database: OpenDatabase;
beforeAll(async () => {
  database = await openTestDatabase();
});
afterAll(() => database.close());

interface ForeignKey {
  name: string;
  isIndexed: boolean;
}

/**
 * Those of each table, and whether an index begins with their columns, or with the workspace and then
 * them. A workspace itself is never removed, and no statement asks by it alone.
 */
const foreignKeys = (db: Database) => db.$queryRaw<ForeignKey[]>`
  SELECT conrelid::regclass::text || '.' || attname AS name, EXISTS (
      SELECT FROM pg_index WHERE indrelid = conrelid AND indisvalid AND indpred IS NULL
        AND (indkey[0] = conkey[1] OR (indkey[1] = conkey[1] AND indkey[0] = (
          SELECT attnum FROM pg_attribute
          WHERE attrelid = conrelid AND attname = 'workspace_id'
        )))
    ) AS "isIndexed"
  FROM pg_constraint JOIN pg_attribute ON attrelid = conrelid AND attnum = conkey[1]
  WHERE contype = 'f' AND connamespace = current_schema()::regnamespace
    AND confrelid <> 'workspace'::regclass AND array_length(conkey, 1) = 1
  ORDER BY name`;

describe('every foreign key', () => {
  it('has an index, so that what it points to can be looked for and removed', async () => {
    const keys = await foreignKeys(database.db);
    expect(keys.map(({ name }) => name)).toContain('action_item.owner_id');
    expect(keys.filter(({ isIndexed }) => !isIndexed)).toEqual([]);
  });

  it('is of one column, as the look at them assumes', async () => {
    const rows = await database.db.$queryRaw<unknown[]>`
      SELECT conname FROM pg_constraint WHERE contype = 'f' AND array_length(conkey, 1) > 1`;
    expect(rows).toEqual([]);
  });

  it('lacks one as soon as the index is gone', async () => {
    const { db, close } = await openTestDatabase();
    onTestFinished(close);
    await db.$executeRaw`DROP INDEX action_item_owner_id_idx`;
    const lacking = (await foreignKeys(db)).filter(({ isIndexed }) => !isIndexed);
    expect(lacking.map(({ name }) => name)).toEqual(['action_item.owner_id']);
  });
});
