import { Command } from 'commander';
import { readStorageConfig, type StorageConfig } from '../config.js';
import { UserFacingError } from '../services/user-facing-error.js';
import type { Shell } from './shell.js';

/** `backup FILE`: for a Postgres server, which has tools of its own. */
export function backupCommand(shell: Shell): Command {
  return new Command('backup')
    .description('say how to back up the database')
    .argument('<file>')
    .action(() =>
      refuse(
        readStorageConfig(shell.environment),
        'pg_dump --format=custom --file=ladder.dump "$DATABASE_URL"',
      ),
    );
}

/** A server has tools of its own; the embedded database has none yet. */
export function refuse({ databaseUrl, dataDirectory }: StorageConfig, instead: string): never {
  throw new UserFacingError(
    databaseUrl === undefined
      ? `Stop the server and copy ${dataDirectory} as it is.`
      : `DATABASE_URL names a Postgres server, which has tools of its own: ${instead}\ndocs/operations.md has the steps.`,
  );
}
