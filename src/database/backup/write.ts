import { randomUUID } from 'node:crypto';
import { rename, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import type { ClientBase } from 'pg';
import { to as copyTo } from 'pg-copy-streams';
import type { BackupHeader, Checksums } from './format.js';
import { type LadderTable, readTables } from './tables.js';
import { Tally } from './tally.js';
import { type BackupWriter, writeBackupFile } from './write-file.js';

export interface WriteBackupInput {
  /** A new file, which gets its name as the last step. */
  file: string;
  /** The version of this Ladder. */
  ladder: string;
  madeAt: Date;
}

/**
 * Writes all of Ladder's tables into one file, from one snapshot, without blocking running servers.
 * Rows pass through memory a megabyte at a time. Throws what the database throws, and system errors
 * about the file; the file is removed then. The caller must close the connection after an error: a
 * COPY may be in progress.
 */
export async function writeBackup(
  client: ClientBase,
  { file, ladder, madeAt }: WriteBackupInput,
): Promise<Checksums> {
  await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY');
  const part = join(dirname(file), `.${basename(file)}.${randomUUID().slice(0, 8)}`);
  try {
    const tables = await readTables(client);
    const { rows: migrations } = await client.query<BackupHeader['migrations'][number]>(
      `SELECT migration_name AS name, checksum FROM _prisma_migrations
       WHERE finished_at IS NOT NULL AND rolled_back_at IS NULL ORDER BY migration_name`,
    );
    const header = { tables: tables.map(({ name, columns }) => ({ name, columns })), migrations };
    const writer = await writeBackupFile(part, {
      format: 1,
      ladder,
      madeAt: madeAt.toISOString(),
      ...header,
    });
    const checksums = await copyTables(client, tables, writer);
    await client.query('COMMIT');
    await rename(part, file);
    return checksums;
  } catch (error) {
    await rm(part, { force: true });
    throw error;
  }
}

async function copyTables(
  client: ClientBase,
  tables: LadderTable[],
  writer: BackupWriter,
): Promise<Checksums> {
  const tally = new Tally(tables);
  try {
    for (const table of tables) {
      for await (const rows of client.query(copyTo(copyOf(table)))) {
        tally.add(table.name, rows);
        await writer.add(table.name, rows);
      }
    }
    const checksums = tally.checksums();
    await writer.finish(checksums);
    return checksums;
  } catch (error) {
    await writer.abort();
    throw error;
  }
}

/** Orders rows by key: the same data make the same file, wherever Postgres stores them. */
function copyOf({ name, columns, key }: LadderTable): string {
  return `COPY (SELECT ${quoted(columns)} FROM ${quoted([name])} ORDER BY ${quoted(key)}) TO STDOUT`;
}

export function quoted(names: string[]): string {
  return names.map((name) => `"${name.replaceAll('"', '""')}"`).join(', ');
}
