import { Client } from 'pg';
import type { StorageConfig } from '../../config.js';
import { findRunningEmbedded, isThereEmbedded, openEmbedded } from '../../database/embedded.js';
import { readMigrations } from '../../database/migrations.js';
import { type Finding, fine, wrong } from './finding.js';
import { examineMessages } from './messages.js';

type Place = Pick<StorageConfig, 'databaseUrl' | 'dataDirectory'>;

/** Whether the database answers and has the schema that this Ladder knows. Migrates nothing. */
export async function examineDatabase(place: Place): Promise<Finding[]> {
  const { databaseUrl, dataDirectory } = place;
  if (databaseUrl !== undefined) return examineAt(databaseUrl, 'a Postgres server');
  const running = await findRunningEmbedded(dataDirectory);
  if (running !== undefined) {
    return examineAt(running, `embedded in ${dataDirectory}, with a server running on it`);
  }
  if (!isThereEmbedded(dataDirectory)) {
    return [fine('database', `the first start will make the embedded one in ${dataDirectory}`)];
  }
  try {
    const server = await openEmbedded(dataDirectory, { join: true });
    return await examineAt(server.url, `embedded in ${dataDirectory}`).finally(server.close);
  } catch (error) {
    return wrong('database', [error instanceof Error ? error.message : String(error)]);
  }
}

async function examineAt(url: string, what: string): Promise<Finding[]> {
  const client = new Client({ connectionString: url, connectionTimeoutMillis: 5000 });
  try {
    await client.connect();
    const known = readMigrations().map(({ name }) => name);
    const applied = await readApplied(client);
    const findings = judgeSchema(applied, known, what);
    const isMigrated = applied.size > 0 && findings.every(({ ok }) => ok);
    return isMigrated ? [...findings, await examineMessages(client)] : findings;
  } catch (error) {
    const { code } = error as { code?: string };
    return wrong('database', [
      `The database is not answering (${code ?? 'no connection'}). Check DATABASE_URL: host, port, user, password and name.`,
    ]);
  } finally {
    await client.end().catch(() => {});
  }
}

async function readApplied(client: Client): Promise<Set<string>> {
  const found = await client.query<{ there: boolean }>(
    `SELECT to_regclass('_prisma_migrations') IS NOT NULL AS there`,
  );
  if (!found.rows[0]?.there) return new Set();
  const { rows } = await client.query<{ migration_name: string }>(
    `SELECT migration_name FROM _prisma_migrations
     WHERE finished_at IS NOT NULL AND rolled_back_at IS NULL`,
  );
  return new Set(rows.map((row) => row.migration_name));
}

/** What the applied migrations say, by their names, beside those that this Ladder knows. */
export function judgeSchema(
  applied: ReadonlySet<string>,
  known: readonly string[],
  what: string,
): Finding[] {
  const pending = known.filter((name) => !applied.has(name));
  const newer = [...applied].filter((name) => !known.includes(name));
  if (newer.length > 0) {
    return wrong('database', [
      `The database was migrated by a newer Ladder (${newer.join(', ')}). Run that version, or restore a backup.`,
    ]);
  }
  if (applied.size === 0) {
    return [fine('database', `${what}; it answers and is empty, the first start sets it up`)];
  }
  if (pending.length > 0) {
    return wrong('database', [
      `The database lacks ${pending.length} of ${known.length} migrations. Restart Ladder: it applies them at its start.`,
    ]);
  }
  return [fine('database', `${what}; it answers and is migrated`)];
}
