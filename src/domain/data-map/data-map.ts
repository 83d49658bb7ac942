import { checkInTables } from './check-ins.js';
import { conversationTables } from './conversations.js';
import { keptTables } from './kept.js';
import { recordTables } from './records.js';
import type { ColumnDecision, TableDecision } from './terms.js';
import { workspaceTables } from './workspace.js';

/**
 * What was decided about every column of the database: what it is, whom it is shown to, how long it is
 * kept, and what an export and an erasure do with it. By table and column.
 */
export const dataMap: Readonly<Record<string, TableDecision>> = {
  ...workspaceTables,
  ...checkInTables,
  ...keptTables,
  ...conversationTables,
  ...recordTables,
};

/**
 * Returns the columns that a question is true of, as "table.column", sorted.
 * @internal
 */
export function columnsThat(is: (column: ColumnDecision) => boolean): string[] {
  return Object.entries(dataMap)
    .flatMap(([table, { columns }]) =>
      Object.entries(columns).flatMap(([name, column]) => (is(column) ? [`${table}.${name}`] : [])),
    )
    .sort();
}

/**
 * Returns what the map and a database's columns ("table.column") have not in common.
 * @internal
 */
export function undecided(columns: readonly string[]): { missing: string[]; gone: string[] } {
  const decided = columnsThat(() => true);
  return {
    missing: columns.filter((column) => !decided.includes(column)),
    gone: decided.filter((column) => !columns.includes(column)),
  };
}
