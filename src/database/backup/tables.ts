import type { ClientBase } from 'pg';

/** A table as a backup contains it. */
interface BackupTable {
  name: string;
  columns: string[];
}

export interface LadderTable extends BackupTable {
  /** The columns of its primary key. */
  key: string[];
}

interface Found extends LadderTable {
  /** Other tables that its foreign keys refer to. */
  pointsTo: string[];
}

/**
 * Returns Ladder's tables, each after those that its foreign keys refer to. Every row belongs to a
 * workspace, so Ladder's tables are those whose foreign keys lead to `workspace`; other tables of
 * the schema belong to somebody else.
 */
export async function readTables(client: ClientBase): Promise<LadderTable[]> {
  const { rows } = await client.query<Found>(findTables);
  const sorted: Found[] = [];
  let rest = rows;
  while (rest.length > 0) {
    const names = new Set(rest.map(({ name }) => name));
    const next = rest.filter(({ pointsTo }) => !pointsTo.some((name) => names.has(name)));
    if (next.length === 0) throw new Error(`These tables point in a circle: ${[...names]}.`);
    sorted.push(...next);
    rest = rest.filter((table) => !next.includes(table));
  }
  const ours = new Set(['workspace']);
  for (const { name, pointsTo } of sorted) if (pointsTo.some((n) => ours.has(n))) ours.add(name);
  return sorted.filter(({ name }) => ours.has(name));
}

const findTables = `
  SELECT relname::text AS name,
    ARRAY(
      SELECT attname::text FROM pg_attribute
      WHERE attrelid = pg_class.oid AND attnum > 0 AND NOT attisdropped AND attgenerated = ''
      ORDER BY attnum
    ) AS columns,
    ARRAY(
      SELECT attname::text FROM pg_index
        CROSS JOIN unnest(indkey::int2[]) WITH ORDINALITY AS part (number, place)
        JOIN pg_attribute ON attrelid = indrelid AND attnum = part.number
      WHERE indrelid = pg_class.oid AND indisprimary
      ORDER BY part.place
    ) AS key,
    ARRAY(
      SELECT DISTINCT target.relname::text FROM pg_constraint
        JOIN pg_class target ON target.oid = confrelid
      WHERE contype = 'f' AND conrelid = pg_class.oid AND confrelid <> conrelid
    ) AS "pointsTo"
  FROM pg_class
  WHERE relkind = 'r' AND relname <> '_prisma_migrations'
    AND relnamespace = (SELECT oid FROM pg_namespace WHERE nspname = current_schema())
  ORDER BY relname`;
