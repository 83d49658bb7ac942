import type { Database } from '../../src/database/index.js';
import type { TestLadder } from './ladder.js';

const hash = String.raw`coalesce(md5(string_agg(t::text, '\n' ORDER BY t::text)), 'empty')`;

/** A hash of each table of ours, by its name: two that are equal have the same rows. */
export async function everyRow({ ladder }: TestLadder): Promise<Record<string, string>> {
  const rows = await readTables(ladder.context.db, hash);
  return Object.fromEntries(rows.map(({ name, found }) => [name, found ?? '']));
}

/** The same for the rows of one workspace alone. */
export async function everyRowOf(
  { ladder }: TestLadder,
  workspaceId: string,
): Promise<Record<string, string>> {
  const rows = await readTables(ladder.context.db, hash, (table) => {
    return `${table === 'workspace' ? 'id' : 'workspace_id'} = '${workspaceId}'`;
  });
  return Object.fromEntries(rows.map(({ name, found }) => [name, found ?? '']));
}

/** The rows of each table that has some, as JSON, by its name. */
export type KeptRows = ReadonlyMap<string, string>;

/** Reads every row, so that `putRows` can put it back. */
export async function keepRows(db: Database): Promise<KeptRows> {
  const rows = await readTables(db, 'json_agg(t)::text');
  return new Map(rows.flatMap(({ name, found }) => (found === null ? [] : [[name, found]])));
}

/** Makes the rows what they were when they were kept. */
export async function putRows(db: Database, kept: KeptRows): Promise<void> {
  const tables = (await tableNames(db)).map((name) => `"${name}"`);
  const inserts = [...kept.keys()].map(
    (name, nth) =>
      `"put ${name}" AS (INSERT INTO "${name}" SELECT * FROM json_populate_recordset(NULL::"${name}", $${nth + 1}::json))`,
  );
  await db.$transaction([
    db.$executeRawUnsafe(`TRUNCATE ${tables.join(', ')}`),
    // One statement, at whose end alone each row has to have all that it refers to.
    db.$executeRawUnsafe(`WITH ${inserts.join(', ')} SELECT 1`, ...kept.values()),
  ]);
}

async function readTables(db: Database, expression: string, which = (_table: string) => 'true') {
  const each = (await tableNames(db)).map(
    (name) =>
      `SELECT '${name}' AS name, ${expression} AS found FROM "${name}" t WHERE ${which(name)}`,
  );
  return db.$queryRawUnsafe<{ name: string; found: string | null }[]>(each.join(' UNION ALL '));
}

async function tableNames(db: Database): Promise<string[]> {
  const tables = await db.$queryRaw<{ name: string }[]>`
    SELECT tablename AS name FROM pg_tables
    WHERE schemaname = current_schema() AND tablename <> '_prisma_migrations' ORDER BY tablename`;
  return tables.map(({ name }) => name);
}
