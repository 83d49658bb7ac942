import { existsSync } from 'node:fs';
import { stat } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { Command } from 'commander';
import { readStorageConfig, type StorageConfig } from '../../config.js';
import {
  type BackupContents,
  backUpDatabase,
  type Checksums,
  NothingToBackUpError,
  readBackup,
} from '../../database/backup/index.js';
import { isThereEmbedded } from '../../database/embedded.js';
import { openDatabaseServer } from '../../database/index.js';
import { count } from '../../domain/text/count.js';
import { UserFacingError } from '../../services/errors/index.js';
import { systemErrorText } from '../../system/system-error.js';
import { version } from '../../version.js';
import type { Shell } from '../shell.js';
import { instantText } from '../time.js';

/** `backup FILE` and `backup verify FILE`. */
export function backupCommand(shell: Shell): Command {
  return new Command('backup')
    .description('write all that Ladder keeps into a file, beside a running server or not')
    .argument('<file>', 'for example ladder-2027-03-10.tar.gz; it must not exist yet')
    .action((name: string) => backUp(shell, resolve(name)))
    .addCommand(
      new Command('verify')
        .description('read a backup whole and say what is in it')
        .argument('<file>', 'what "ladder backup" has written')
        .action((name: string) => verify(shell, resolve(name))),
    );
}

async function backUp(shell: Shell, file: string): Promise<void> {
  const config = readStorageConfig(shell.environment);
  if (existsSync(file)) throw new UserFacingError(`${file} exists already. Give a new name.`);
  refuseMissing(config);
  const server = await openDatabaseServer(config, { join: true });
  try {
    const madeAt = shell.clock.now();
    const sums = await backUpDatabase(server.url, { file, madeAt, ladder: version });
    const { size } = await stat(file);
    shell.out(
      `Wrote ${file} (${(size / 1_000_000).toFixed(1)} MB): ${countsText(sums)}.\nIt holds what people wrote: keep it as safe as the database itself.`,
    );
  } catch (error) {
    if (error instanceof NothingToBackUpError) {
      throw new UserFacingError(
        "The database holds nothing of Ladder's. Call me in the server's folder, or with its DATABASE_URL or DATA_DIR.",
      );
    }
    throw fileProblem(error, file, 'written') ?? error;
  } finally {
    await server.close();
  }
}

/** Without this check, a command in the wrong folder would create an empty database there. */
export function refuseMissing({ databaseUrl, dataDirectory }: StorageConfig): void {
  if (databaseUrl !== undefined || isThereEmbedded(dataDirectory)) return;
  throw new UserFacingError(
    `There is no database in ${dataDirectory}. Call me in the server's folder, or with its DATA_DIR or DATABASE_URL.`,
  );
}

async function verify(shell: Shell, file: string): Promise<void> {
  const contents = await readFile(file);
  shell.out(`${file} is whole. ${madeText(shell, contents)}: ${countsText(contents.checksums)}.`);
  for (const [table, { rows, sha256 }] of Object.entries(contents.checksums)) {
    shell.out(`${table.padEnd(20)} ${String(rows).padStart(9)}  ${sha256}`);
  }
}

/** Reads a whole backup. Throws an Error in words where the file isn't one, or can't be read. */
export async function readFile(file: string): Promise<BackupContents> {
  return readBackup(file).catch((error) => {
    throw fileProblem(error, file, 'read') ?? error;
  });
}

/** Explains a system error about a file; undefined for any other error. */
function fileProblem(error: unknown, file: string, what: string): UserFacingError | undefined {
  // The error names the partial file that is being written, not the name that the operator passed.
  const path = existsSync(dirname(file)) ? file : dirname(file);
  const reason = systemErrorText(error, { path });
  return reason ? new UserFacingError(`${file} can't be ${what}. ${reason}`) : undefined;
}

/** Formats "Ladder 0.1.0 wrote it on 10 March 2027, 09:00". */
export function madeText(shell: Shell, { header }: BackupContents): string {
  const made = instantText(new Date(header.madeAt), shell.timeZone);
  return `Ladder ${header.ladder} wrote it at ${made} (${shell.timeZone})`;
}

/** Formats "8 people, 12 check-ins, 40 deliveries; 120 rows in all". */
export function countsText(sums: Checksums): string {
  const all = Object.values(sums).reduce((sum, { rows }) => sum + rows, 0);
  return `${[
    count(sums.person?.rows ?? 0, 'person', 'people'),
    count(sums.check_in?.rows ?? 0, 'check-in', 'check-ins'),
    count(sums.delivery?.rows ?? 0, 'delivery', 'deliveries'),
  ].join(', ')}; ${count(all, 'row', 'rows')} in all`;
}
