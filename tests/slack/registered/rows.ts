import type { TestLadder } from '../../support/ladder.js';

/** A hash of each table of ours, by its name: two that are equal have the same rows. */
export async function everyRow({ ladder }: TestLadder): Promise<Record<string, string>> {
  const { db } = ladder.context;
  const tables = await db.$queryRaw<{ name: string }[]>`
    SELECT tablename AS name FROM pg_tables
    WHERE schemaname = current_schema() AND tablename <> '_prisma_migrations' ORDER BY tablename`;
  const hashes = tables.map(
    ({ name }) =>
      `SELECT '${name}' AS name, coalesce(md5(string_agg(t::text, '\n' ORDER BY t::text)), 'empty') AS hash FROM "${name}" t`,
  );
  const rows = await db.$queryRawUnsafe<{ name: string; hash: string }[]>(
    hashes.join(' UNION ALL '),
  );
  return Object.fromEntries(rows.map(({ name, hash }) => [name, hash]));
}
