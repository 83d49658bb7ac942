import { dataMap } from '../../domain/data-map/data-map.js';
import type { Exported, ExportedRow, ExportedValue } from './export.js';

/** A row of an export in words: what it is, and what its columns are and say; those below it follow it. */
export interface ReadableRow {
  table: string;
  title: string;
  lines: { what: string; text: string }[];
  below: ReadableRow[];
}

/** Returns an export in words. What says nothing is left out. */
export function readableRows(data: Exported): ReadableRow[] {
  return Object.entries(data)
    .flatMap(([table, rows]) => rows.map((row) => toReadable(table, row)))
    .filter(({ lines, below }) => lines.length > 0 || below.length > 0);
}

function toReadable(table: string, row: ExportedRow): ReadableRow {
  const { row: title = table, columns = {} } = dataMap[table] ?? {};
  const found: ReadableRow = { table, title, lines: [], below: [] };
  for (const [name, value] of Object.entries(row)) {
    if (isRows(value)) {
      found.below.push(...value.map((one) => toReadable(name, one)));
      continue;
    }
    const text = textOf(value);
    if (text !== '') found.lines.push({ what: columns[name]?.what ?? name, text });
  }
  return found;
}

function isRows(value: ExportedRow[string]): value is ExportedRow[] {
  return Array.isArray(value) && value.some((one) => typeof one === 'object');
}

function textOf(value: ExportedValue): string {
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  if (Array.isArray(value)) return value.join(', ');
  // An instant, to the minute; every other text is as it is.
  const text = String(value ?? '');
  return text.replace(/^(\d{4}-\d\d-\d\d)T(\d\d:\d\d):\d\d\.\d{3}Z$/, '$1 $2 UTC');
}
