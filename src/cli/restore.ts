import { Command } from 'commander';
import { readStorageConfig } from '../config.js';
import { findRunningEmbedded, isThereEmbedded } from '../database/embedded.js';
import { type OpenDatabase, openDatabase } from '../database/index.js';
import { createLog } from '../log.js';
import { Frameworks } from '../services/frameworks.js';
import { doubtAfterRestore, isServerAtWork } from '../services/restored.js';
import { UserFacingError } from '../services/user-facing-error.js';
import { refuse } from './backup.js';
import type { Shell } from './shell.js';
import { count } from './table.js';
import { parseInstant } from './time.js';

interface Options {
  ranUntil?: Date;
}

/** `restore FILE`: for a Postgres server, which has tools of its own. */
export function restoreCommand(shell: Shell): Command {
  return new Command('restore')
    .description('say how to restore the database')
    .argument('<file>')
    .action(() =>
      refuse(
        readStorageConfig(shell.environment),
        'pg_restore --dbname="$DATABASE_URL" ladder.dump, then: npm run ladder -- after-restore',
      ),
    );
}

/** `after-restore`: the same care for a database that pg_restore has brought back. */
export function afterRestoreCommand(shell: Shell): Command {
  return withRanUntil(new Command('after-restore'), shell)
    .description('after pg_restore and before the server: keep messages from being sent twice')
    .action(async ({ ranUntil = shell.clock.now() }: Options) => {
      const config = readStorageConfig(shell.environment);
      const { databaseUrl, dataDirectory } = config;
      if (databaseUrl === undefined && !isThereEmbedded(dataDirectory)) {
        throw new UserFacingError(
          `There is no database in ${dataDirectory}. Call me in the server's folder, or with its DATABASE_URL.`,
        );
      }
      if (databaseUrl === undefined) await refuseRunning(dataDirectory);
      const database = await openDatabase(config);
      try {
        if (await isServerAtWork(database)) {
          throw new UserFacingError(
            'A server works on this database, or did so less than two minutes ago. Stop all servers, wait two minutes and call me again; nothing was changed.',
          );
        }
        shell.out(doubtedText(await doubt(shell, database, ranUntil)));
      } finally {
        await database.close();
      }
    });
}

function withRanUntil(command: Command, { timeZone }: Shell): Command {
  return command.option(
    '--ran-until <datetime>',
    'until when a server worked on the lost data; default: now',
    (text) => parseInstant(text, timeZone),
  );
}

async function refuseRunning(dataDirectory: string): Promise<void> {
  if ((await findRunningEmbedded(dataDirectory)) === undefined) return;
  throw new UserFacingError(
    `A server is running on the data in ${dataDirectory}. Stop it first; nothing was changed.`,
  );
}

async function doubt(shell: Shell, { db }: OpenDatabase, ranUntil: Date): Promise<number> {
  const frameworks = new Frameworks(db);
  for (const { id } of await db.workspace.findMany()) await frameworks.load(id);
  const context = { db, clock: shell.clock, log: createLog('silent'), frameworks };
  return doubtAfterRestore(context, { ranUntil });
}

function doubtedText(doubted: number): string {
  if (doubted === 0) return 'No message can have been sent since; you can start the server.';
  return `${count(doubted, 'message', 'messages')} may have been sent since the backup was made, so none of them is sent by itself. Look at them with: npm run ladder -- deliveries list --state unknown\nYou can start the server.`;
}
