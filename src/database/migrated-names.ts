import type { Migration } from './migration-state.js';

/** Returns every name that these migrations give to a table or a type, even temporarily. */
export function namesMadeBy(migrations: readonly Migration[]): string[] {
  const naming = /CREATE (?:TABLE|TYPE) "(\w+)"|RENAME TO "(\w+)"/g;
  return migrations.flatMap(({ sql }) =>
    [...sql.matchAll(naming)].map(([, made, renamed]) => made ?? renamed ?? ''),
  );
}

/** Returns the tables that exist once these migrations, oldest first, are applied. */
export function tablesAfter(migrations: readonly Migration[]): string[] {
  const tables = new Set<string>();
  const naming = /CREATE TABLE "(\w+)"|ALTER TABLE "(\w+)" RENAME TO "(\w+)"/g;
  for (const { sql } of migrations) {
    for (const [, made, old, renamed] of sql.matchAll(naming)) {
      if (old !== undefined) tables.delete(old);
      tables.add(made ?? renamed ?? '');
    }
  }
  return [...tables];
}
