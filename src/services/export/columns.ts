import { dataMap } from '../../domain/data-map/data-map.js';

/** The columns of a table that an export has, in the order of the data map. */
export function exportedColumns(table: string): string[] {
  return Object.entries(dataMap[table]?.columns ?? {}).flatMap(([name, { exported }]) =>
    exported === 'no' ? [] : [name],
  );
}

/** Prisma's name of a column: "competencyKey" for "competency_key". */
export function fieldOf(column: string): string {
  return column.replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase());
}

/** What a query selects of a table: the exported columns and no others. */
export function exported(table: string): Record<string, true> {
  return Object.fromEntries(exportedColumns(table).map((column) => [fieldOf(column), true]));
}
