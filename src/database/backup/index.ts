import { withClient } from '../connection.js';
import { checksumOf, type Migration, migrate, readMigrations } from '../migrations.js';
import { DatabaseProblem } from '../problem.js';
import { findProblems } from '../requirements.js';
import { BackupFileError, type BackupHeader, type Checksums } from './format.js';
import { analyse, loadBackup, refuseRows } from './load.js';
import { isMarkedRestored, unmarkRestored } from './marker.js';
import type { BackupContents } from './read.js';
import { type WriteBackupInput, writeBackup } from './write.js';

export type { Checksums } from './format.js';
export { NotEmptyError } from './load.js';
export { type BackupContents, readBackup } from './read.js';
export type { WriteBackupInput } from './write.js';

/** The database at this URL has no tables of Ladder's. */
export class NothingToBackUpError extends Error {
  override name = 'NothingToBackUpError';
}

/**
 * Backs up the database at this URL without migrating it, also one of an earlier version. Throws
 * NothingToBackUpError, what the database throws, and system errors about the file.
 */
export function backUpDatabase(url: string, input: WriteBackupInput): Promise<Checksums> {
  return withClient(url, async (client) => {
    const { rows } = await client.query("SELECT to_regclass('workspace') AS there");
    if (rows[0]?.there === null) throw new NothingToBackUpError();
    return writeBackup(client, input);
  });
}

/**
 * Restores a backup into the empty database at this URL and migrates it to the newest schema. Until
 * `closeRestore` the database is marked as restored, and no server starts on it. `header` is the
 * file's header from a complete read. Throws BackupFileError, NotEmptyError, DatabaseProblem where
 * Ladder can't work with the database, and what it throws; no row is loaded then.
 */
export async function restoreDatabase(
  url: string,
  file: string,
  header: BackupHeader,
): Promise<BackupContents> {
  const migrations = migrationsOf(file, header);
  await withClient(url, async (client) => {
    const problems = await findProblems(client, url, readMigrations());
    if (problems.length > 0) throw new DatabaseProblem(problems);
    await refuseRows(client);
  });
  await migrate(url, migrations);
  const contents = await withClient(url, (client) => loadBackup(client, file));
  await migrate(url);
  await withClient(url, analyse);
  return contents;
}

/** Returns whether a restore has not been completed by `closeRestore` yet. */
export function isRestoreOpen(url: string): Promise<boolean> {
  return withClient(url, isMarkedRestored);
}

export function closeRestore(url: string): Promise<void> {
  return withClient(url, unmarkRestored);
}

/** Returns the migrations that the backup's tables were made by. */
function migrationsOf(file: string, header: BackupHeader): Migration[] {
  const known = new Map(readMigrations().map((migration) => [migration.name, migration]));
  return header.migrations.map(({ name, checksum }) => {
    const migration = known.get(name);
    if (!migration || checksumOf(migration) !== checksum) {
      throw new BackupFileError(
        `${file} was written by another version of Ladder (${header.ladder}), whose database has ${name}. Restore it with that version; nothing was changed.`,
      );
    }
    return migration;
  });
}
