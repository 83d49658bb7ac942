import { dataMap } from '../../domain/data-map/data-map.js';
import type { Framework } from '../../domain/framework/framework.js';
import { indexOf } from '../../domain/role/position.js';
import { dayFromDate } from '../../domain/time/day.js';
import { recordAccess } from '../access/index.js';
import { recordChange } from '../audit-log/index.js';
import type { Context } from '../context.js';
import { UnreadableVersionError } from '../framework/index.js';
import { exportedColumns, fieldOf } from './columns.js';
import { namesOf } from './names.js';
import { type Own, readRows, type StoredRow } from './rows.js';

export type ExportedValue = string | number | boolean | null | string[];

/** A row by its columns. People, reviews and the ladder's keys are written by their names. */
export interface ExportedRow {
  [column: string]: ExportedValue | ExportedRow[];
}

/** The rows of each table, by its name. */
export type Exported = Record<string, ExportedRow[]>;

/** The tables whose rows lie in another's, by the field that they are read with. */
const within: Record<string, Record<string, string>> = {
  check_in: { answers: 'check_in_answer', notes: 'check_in_note' },
  assessment: { answers: 'assessment_answer' },
  conversation: { differences: 'conversation_difference' },
};

/**
 * Reads the same as `readOwnData`, to be written into a file by an operator or by the person themselves;
 * recorded in the access log and in the audit log.
 */
export async function readExport(
  context: Context,
  { workspaceId, personId, by }: Own & { by: { operator: string } | 'themselves' },
): Promise<Exported> {
  const { db, clock } = context;
  const who = by === 'themselves' ? { personId } : by;
  const reader = 'operator' in who ? who : { actorId: personId };
  await db.$transaction(async (tx) => {
    const pair = { workspaceId, subjectId: personId, ...reader };
    await recordAccess({ db: tx, clock }, pair, { surface: 'export' });
    await recordChange(tx, {
      ...{ workspaceId, by: who, action: 'person_exported', at: clock.now() },
      ...{ personId, subject: '', before: '', after: '' },
    });
  });
  return readOwnData(context, { workspaceId, personId });
}

/**
 * Reads all that an export of a person has by the data map: their own, and what others wrote about them
 * where they may see it now. For the person alone.
 */
export async function readOwnData(
  context: Context,
  { workspaceId, personId }: Own,
): Promise<Exported> {
  const stored = await readRows(context, { workspaceId, personId });
  const names = await namesOf(context.db, { workspaceId, rows: stored });
  const result: Exported = {};
  for (const [table, rows] of Object.entries(stored)) {
    result[table] = [];
    for (const row of rows) {
      const framework = await frameworkOf(context, { workspaceId, row });
      result[table].push(toExported(table, row, { names, framework }));
    }
  }
  return result;
}

interface Words {
  names: ReadonlyMap<string, string>;
  framework: Framework | undefined;
}

function toExported(table: string, row: StoredRow, words: Words): ExportedRow {
  const columns = exportedColumns(table).map((column): [string, ExportedValue] => [
    column,
    toValue(table, column, row, words),
  ]);
  const below = Object.entries(within[table] ?? {}).map(
    ([field, name]): [string, ExportedRow[]] => [
      name,
      (row[field] as StoredRow[]).map((one) => toExported(name, one, words)),
    ],
  );
  return Object.fromEntries([...columns, ...below]);
}

function toValue(table: string, column: string, row: StoredRow, words: Words): ExportedValue {
  const value = row[fieldOf(column)];
  const decided = dataMap[table]?.columns[column];
  if (value instanceof Date) return isDay(column) ? dayFromDate(value) : value.toISOString();
  if (Array.isArray(value)) return value.map((id) => words.names.get(id) ?? '');
  if (typeof value === 'string' && decided?.contains !== 'words') {
    return (
      words.names.get(value) ?? (words.framework && nameOf(words.framework, column, row)) ?? value
    );
  }
  if (value === null && isFormer(table, column)) return 'a former manager';
  return (value ?? null) as ExportedValue;
}

function isDay(column: string): boolean {
  return /_on$|^(until|away_through|in_role_since)$/.test(column);
}

/** Where the row of an erased manager stays for the other. */
function isFormer(table: string, column: string): boolean {
  const erased = dataMap[table]?.people[column];
  return table !== 'access_log_entry' && (erased === 'former' || erased === 'handedOn');
}

/** The ladder's name for what a column has the key of. */
function nameOf(framework: Framework, column: string, row: StoredRow): string | undefined {
  const index = indexOf(framework);
  const { roleKey, competencyKey, ratingKey } = row as Record<string, string>;
  if (column === 'role_key') return index.role(roleKey ?? '')?.title;
  if (column === 'competency_key') return index.competency(competencyKey ?? '')?.name;
  if (column !== 'rating_key') return undefined;
  const level = index.levels(competencyKey ?? '').find(({ key }) => key === ratingKey);
  return level?.name ?? framework.scale.find(({ key }) => key === ratingKey)?.label;
}

/** The ladder that a row was asked by, else the one in use; undefined where it can't be read. */
async function frameworkOf(
  { frameworks }: Context,
  { workspaceId, row }: { workspaceId: string; row: StoredRow },
): Promise<Framework | undefined> {
  try {
    const pinned = row.frameworkVersionId;
    if (typeof pinned === 'string') return (await frameworks.version(pinned)).framework;
    return frameworks.current(workspaceId).framework;
  } catch (error) {
    if (error instanceof UnreadableVersionError) return undefined;
    throw error;
  }
}
