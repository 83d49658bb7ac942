import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Client } from 'pg';
import { projectPath } from '../project-path.js';

export interface Migration {
  name: string;
  sql: string;
}

/** Which of the known migrations a database has. */
export interface MigrationState {
  applied: Migration[];
  pending: Migration[];
  /** Why the rest can't be applied, in sentences; empty if it can. */
  problems: string[];
}

const migrationsFolder = projectPath('prisma', 'migrations');

/** Reads the migrations in `prisma/migrations`, oldest first. */
export function readMigrations(folder: string = migrationsFolder): Migration[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort()
    .map((name) => ({ name, sql: readFileSync(join(folder, name, 'migration.sql'), 'utf8') }));
}

/** Returns the checksum that `_prisma_migrations` stores for a migration's text. */
export function checksumOf({ sql }: Migration): string {
  return createHash('sha256').update(sql).digest('hex');
}

/** Reads the record that this Ladder and `prisma migrate deploy` share, and changes nothing. */
export async function readMigrationState(
  client: Client,
  migrations: readonly Migration[],
): Promise<MigrationState> {
  const found = await client.query<{ readable: boolean | null }>(
    `SELECT has_table_privilege(to_regclass('_prisma_migrations'), 'SELECT') AS readable`,
  );
  const readable = found.rows[0]?.readable ?? undefined;
  if (readable === false) {
    return {
      applied: [],
      pending: [],
      problems: [
        "The role may not read the table _prisma_migrations, which says what was made. Name the role that owns Ladder's tables in DATABASE_URL, or give them to this one with REASSIGN OWNED.",
      ],
    };
  }
  const recorded = readable ? await readRecorded(client) : new Map<string, string>();
  const [applied, pending] = [true, false].map((isThere) =>
    migrations.filter(({ name }) => recorded.has(name) === isThere),
  ) as [Migration[], Migration[]];
  return { applied, pending, problems: problemsOf(recorded, applied) };
}

async function readRecorded(client: Client): Promise<Map<string, string>> {
  const { rows } = await client.query<{ migration_name: string; checksum: string }>(
    `SELECT migration_name, checksum FROM _prisma_migrations
     WHERE finished_at IS NOT NULL AND rolled_back_at IS NULL ORDER BY migration_name`,
  );
  return new Map(rows.map((row) => [row.migration_name, row.checksum]));
}

function problemsOf(recorded: ReadonlyMap<string, string>, applied: Migration[]): string[] {
  const ours = new Set(applied.map(({ name }) => name));
  const unknown = [...recorded.keys()].filter((name) => !ours.has(name));
  if (unknown.length > 0 && applied.length === 0) {
    return [
      `The tables there belong to another program that uses Prisma (${unknown[0]}). Give Ladder a database of its own, or a schema: schema=ladder in DATABASE_URL.`,
    ];
  }
  if (unknown.length > 0) {
    return [
      `The database was migrated by a newer Ladder (${unknown.join(', ')}). Start that version, or restore a backup.`,
    ];
  }
  return applied
    .filter((migration) => recorded.get(migration.name) !== checksumOf(migration))
    .map(
      ({ name }) =>
        `The migration ${name} was changed after it was applied. Restore its file and add a new migration instead.`,
    );
}
