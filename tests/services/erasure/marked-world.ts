import { randomUUID } from 'node:crypto';
import type { Database } from '../../../src/database/index.js';

/** A column of the schema, as the database itself describes it. */
interface Column {
  table: string;
  name: string;
  /** Postgres' name of its type: "text", "uuid", "_uuid" … */
  type: string;
  required: boolean;
  hasDefault: boolean;
  /** The table whose rows it refers to. */
  refersTo: string | null;
  /** What Postgres does when that row goes: "c" deletes, "n" sets null. */
  onDelete: string | null;
  /** The first label, where its type is an enum. */
  label: string | null;
}

/** A row that leads to the person: by which column, and from which other such row. */
export interface MarkedRow {
  id: string;
  table: string;
  /** The reference that leads to the person. */
  column: string;
  /** The table that the database says it refers to, and what it does when that row goes ("n": null). */
  refersTo: string | null;
  onDelete: string | null;
  from: MarkedRow | undefined;
  /** What stands in its texts, and in no other row's. */
  mark: string;
}

/**
 * Fills every table with rows that lead to a person, in each way in which the schema lets them: a row
 * for every reference to the person and to what leads to them, and for each uuid without a reference.
 * All texts are marked. So a new column or table is among them by itself.
 */
export async function markEverything(
  db: Database,
  { workspaceId, personId }: { workspaceId: string; personId: string },
): Promise<MarkedRow[]> {
  const columns = await readColumns(db);
  const world = new World(db, columns, workspaceId);
  const none = { column: '', refersTo: null, onDelete: null, from: undefined, mark: '' };
  const person: MarkedRow = { id: personId, table: 'person', ...none };
  const rows: MarkedRow[] = [];
  for (let next = [person]; next.length > 0; ) {
    const found: MarkedRow[] = [];
    for (const target of next) {
      for (const column of columns) {
        if (!leadsTo(column, target) || isRepeated(column, target)) continue;
        found.push(await world.add(column.table, column, target));
      }
    }
    rows.push(...found);
    next = found;
  }
  return rows;
}

/** A uuid without a reference may be anybody's. */
function leadsTo({ name, type, refersTo }: Column, target: MarkedRow): boolean {
  if (refersTo !== null) return refersTo === target.table;
  return type === 'uuid' && name !== 'id' && target.from === undefined;
}

/** A reference that is on the way already would lead on for ever. */
function isRepeated({ table, name }: Column, target: MarkedRow): boolean {
  for (let at: MarkedRow | undefined = target; at; at = at.from) {
    if (at.table === table && at.column === name) return true;
  }
  return false;
}

class World {
  #count = 0;

  constructor(
    readonly db: Database,
    readonly columns: readonly Column[],
    readonly workspaceId: string,
  ) {}

  /** Adds a row that refers to this one; everything else that it needs is somebody else's. */
  async add(table: string, by?: Column, from?: MarkedRow): Promise<MarkedRow> {
    this.#count += 1;
    const id = randomUUID();
    const mark = `mark-${id.slice(0, 8)}-of-${table}`;
    const values: Record<string, unknown> = {};
    for (const column of this.columns.filter((one) => one.table === table)) {
      const value = column === by ? from?.id : await this.#valueOf(column, { id, mark });
      if (value !== undefined) values[column.name] = value;
    }
    const names = Object.keys(values);
    const typed = names.map((name, nth) => `$${nth + 1}::${this.#castOf(table, name)}`);
    await this.db.$executeRawUnsafe(
      `INSERT INTO "${table}" (${names.map((name) => `"${name}"`)}) VALUES (${typed})`,
      ...names.map((name) => values[name]),
    );
    const { name = '', refersTo = null, onDelete = null } = by ?? {};
    return { id, table, column: name, refersTo, onDelete, from, mark };
  }

  async #valueOf(
    { table, name, type, required, hasDefault, refersTo, label }: Column,
    { id, mark }: { id: string; mark: string },
  ): Promise<unknown> {
    if (name === 'id') return id;
    if (refersTo === 'workspace') return this.workspaceId;
    if (refersTo !== null) return required ? (await this.add(refersTo)).id : undefined;
    if (type === 'text') return `${mark} ${name}`;
    if (type === 'date') return dayAfter(this.#count);
    if (!required || hasDefault) return undefined;
    if (label !== null) return label;
    if (type === 'uuid') return randomUUID();
    if (type === 'timestamptz') return '2027-03-02T12:00:00Z';
    if (type === 'int4') return this.#count;
    if (type === 'jsonb') return JSON.stringify({ mark });
    throw new Error(`${table}.${name} has a type that this world has no value for: ${type}`);
  }

  #castOf(table: string, name: string): string {
    const column = this.columns.find((one) => one.table === table && one.name === name);
    return column?.label ? `"${column.type}"` : (column?.type ?? 'text');
  }
}

function dayAfter(days: number): string {
  return new Date(Date.UTC(2030, 0, 1 + days)).toISOString().slice(0, 10);
}

function readColumns(db: Database): Promise<Column[]> {
  return db.$queryRaw<Column[]>`
    SELECT relname::text AS table, attname::text AS name, typname::text AS type,
      attnotnull AS required, atthasdef AS "hasDefault",
      (SELECT target.relname::text FROM pg_constraint
        JOIN pg_class AS target ON target.oid = confrelid
        WHERE contype = 'f' AND conrelid = pg_class.oid AND conkey = ARRAY[attnum]) AS "refersTo",
      (SELECT confdeltype::text FROM pg_constraint
        WHERE contype = 'f' AND conrelid = pg_class.oid AND conkey = ARRAY[attnum]) AS "onDelete",
      (SELECT enumlabel::text FROM pg_enum WHERE enumtypid = pg_type.oid
        ORDER BY enumsortorder LIMIT 1) AS label
    FROM pg_class JOIN pg_attribute ON attrelid = pg_class.oid AND attnum > 0 AND NOT attisdropped
      JOIN pg_type ON pg_type.oid = atttypid
    WHERE relkind = 'r' AND relname NOT IN ('_prisma_migrations', 'workspace')
      AND relnamespace = current_schema()::regnamespace
    ORDER BY relname, attnum`;
}

/** All rows of the database that have an id, by it. */
export async function rowsById(db: Database): Promise<Map<string, Record<string, unknown>>> {
  const lines = (await everythingAsText(db)).split('\n');
  const rows = lines.map((line): Record<string, unknown> => JSON.parse(line));
  return new Map(rows.flatMap((row) => (typeof row.id === 'string' ? [[row.id, row]] : [])));
}

/** All of the database as text, a line of JSON a row. */
export async function everythingAsText(db: Database): Promise<string> {
  const tables = await db.$queryRaw<{ name: string }[]>`
    SELECT relname::text AS name FROM pg_class
    WHERE relkind = 'r' AND relnamespace = current_schema()::regnamespace ORDER BY relname`;
  const lines: string[] = [];
  for (const { name } of tables) {
    const rows = await db.$queryRawUnsafe<{ text: string }[]>(
      `SELECT row_to_json(one)::text AS text FROM "${name}" AS one ORDER BY 1`,
    );
    lines.push(...rows.map(({ text }) => text));
  }
  return lines.join('\n');
}
