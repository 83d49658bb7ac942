import { existsSync } from 'node:fs';
import { stat } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { Command } from 'commander';
import { readStorageConfig, type StorageConfig } from '../config.js';
import { type BackupFacts, backUpEmbedded } from '../database/backup.js';
import { UserFacingError } from '../services/user-facing-error.js';
import type { Shell } from './shell.js';
import { count } from './table.js';

/** `backup FILE`: the embedded database, beside a running server or not. */
export function backupCommand(shell: Shell): Command {
  return new Command('backup')
    .description('write the embedded database into a file, beside a running server or not')
    .argument('<file>', 'for example ladder-2027-03-10.tar.gz; it must not exist yet')
    .action(async (name: string) => {
      const config = readStorageConfig(shell.environment);
      refuseServer(config, 'pg_dump --format=custom --file=ladder.dump "$DATABASE_URL"');
      const { dataDirectory } = config;
      const file = resolve(name);
      if (existsSync(file)) {
        throw new UserFacingError(`${file} exists already. Give a new name.`);
      }
      if (!existsSync(join(dataDirectory, 'postgres'))) {
        throw new UserFacingError(
          `There is no database in ${dataDirectory}. Call me in the server's folder, or with its DATA_DIR.`,
        );
      }
      const { heldMs, ...facts } = await backUpEmbedded(dataDirectory, file);
      const { size } = await stat(file);
      shell.out(
        `Wrote ${file} (${(size / 1_000_000).toFixed(1)} MB): ${factsText(facts)}. Writing waited for ${(heldMs / 1000).toFixed(1)} s.\nIt holds what people wrote: keep it as safe as the database itself.`,
      );
    });
}

/** The commands are about files; a server has tools of its own. */
export function refuseServer({ databaseUrl }: StorageConfig, instead: string): void {
  if (databaseUrl === undefined) return;
  throw new UserFacingError(
    `DATABASE_URL names a Postgres server, which has tools of its own: ${instead}\ndocs/operations.md has the steps.`,
  );
}

/** "8 people, 12 check-ins, 40 deliveries". */
export function factsText({ people, checkIns, deliveries }: BackupFacts): string {
  return [
    count(people, 'person', 'people'),
    count(checkIns, 'check-in', 'check-ins'),
    count(deliveries, 'delivery', 'deliveries'),
  ].join(', ');
}
