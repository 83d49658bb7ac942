import { readMigrations } from '../database/migrations.js';
import type { Context } from '../services/context.js';
import { type Check, failing, ok } from './index.js';

/** Checks that the database answers, is migrated, and has the current framework. */
export function databaseCheck(
  { db, frameworks }: Pick<Context, 'db' | 'frameworks'>,
  { workspaceIds, embedded }: { workspaceIds: () => readonly string[]; embedded: boolean },
): Check {
  const known = readMigrations().map(({ name }) => name);
  return {
    about: 'database',
    holdsMs: 1000,
    otherwise: embedded
      ? 'The embedded database is not answering. If it stays so, restart Ladder; what was saved is kept.'
      : 'The database is not answering. Check that the server behind DATABASE_URL is up; Ladder goes on by itself when it is back.',
    async run() {
      const missing = await missingMigrations(db, known);
      if (missing > 0) {
        return failing(
          `The database lacks ${missing} of ${known.length} migrations. Restart Ladder: it applies them at its start.`,
        );
      }
      const ids = [...new Set(workspaceIds().map((id) => frameworks.current(id).id))];
      const stored = await db.frameworkVersion.count({ where: { id: { in: ids } } });
      if (stored === ids.length)
        return ok('The database answers, is migrated, and holds the framework.');
      return failing(
        'The database does not hold the framework that Ladder works with; was it replaced? Restart Ladder: it stores the framework at its start.',
      );
    },
  };
}

/**
 * Returns how many of our migrations are missing. Unknown ones are ignored: an instance of a newer
 * version may have applied them.
 */
async function missingMigrations(db: Context['db'], known: readonly string[]): Promise<number> {
  const [{ there } = { there: false }] = await db.$queryRaw<{ there: boolean }[]>`
    SELECT to_regclass('_prisma_migrations') IS NOT NULL AS there`;
  if (!there) return known.length;
  const rows = await db.$queryRaw<{ name: string }[]>`
    SELECT migration_name AS name FROM _prisma_migrations
    WHERE finished_at IS NOT NULL AND rolled_back_at IS NULL`;
  const applied = new Set(rows.map(({ name }) => name));
  return known.filter((name) => !applied.has(name)).length;
}
