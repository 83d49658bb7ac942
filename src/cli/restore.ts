import { existsSync } from 'node:fs';
import { mkdtemp, rename, rm } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { Command } from 'commander';
import { readStorageConfig } from '../config.js';
import { type BackupFacts, factsAt, unpackBackup } from '../database/backup.js';
import { findRunningEmbedded, prepareDirectory } from '../database/embedded.js';
import { type OpenDatabase, openDatabase } from '../database/index.js';
import { createLog } from '../log.js';
import { Frameworks } from '../services/frameworks.js';
import { doubtAfterRestore, isServerAtWork } from '../services/restored.js';
import { UserFacingError } from '../services/user-facing-error.js';
import { factsText, refuseServer } from './backup.js';
import type { Shell } from './shell.js';
import { count } from './table.js';
import { instantText, parseInstant } from './time.js';

interface Options {
  ranUntil?: Date;
}

/** `restore FILE`: the embedded database from a backup, where there is none. */
export function restoreCommand(shell: Shell): Command {
  return withRanUntil(new Command('restore'), shell)
    .description('bring the embedded database back from a backup, into an empty DATA_DIR')
    .argument('<file>', 'what "ladder backup" has written')
    .action(async (name: string, { ranUntil = shell.clock.now() }: Options) => {
      const config = readStorageConfig(shell.environment);
      refuseServer(
        config,
        'pg_restore --dbname="$DATABASE_URL" ladder.dump, then: npm run ladder -- after-restore',
      );
      const { facts, doubted } = await restore(shell, {
        file: resolve(name),
        dataDirectory: config.dataDirectory,
        ranUntil,
      });
      const made = instantText(new Date(facts.madeAt), shell.timeZone);
      shell.out(
        `Restored the backup of ${made} (${shell.timeZone}) into ${config.dataDirectory}: ${factsText(facts)}.`,
      );
      shell.out(doubtedText(doubted));
    });
}

/** `after-restore`: the same care for a database that pg_restore has brought back. */
export function afterRestoreCommand(shell: Shell): Command {
  return withRanUntil(new Command('after-restore'), shell)
    .description('after pg_restore and before the server: keep messages from being sent twice')
    .action(async ({ ranUntil = shell.clock.now() }: Options) => {
      const config = readStorageConfig(shell.environment);
      const { databaseUrl, dataDirectory } = config;
      if (databaseUrl === undefined && !existsSync(join(dataDirectory, 'postgres'))) {
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

/** The database is put in its place as the last step, so that what breaks off leaves nothing behind. */
async function restore(
  shell: Shell,
  { file, dataDirectory, ranUntil }: { file: string; dataDirectory: string; ranUntil: Date },
): Promise<{ facts: BackupFacts; doubted: number }> {
  if (!existsSync(file)) throw new UserFacingError(`There is no file ${file}.`);
  await refuseRunning(dataDirectory);
  const place = join(dataDirectory, 'postgres');
  if (existsSync(place)) {
    throw new UserFacingError(
      `There is a database in ${dataDirectory} already. Move it away (mv ${place} ${place}.old), or set DATA_DIR to another directory.`,
    );
  }
  prepareDirectory(dataDirectory);
  const aside = await mkdtemp(join(dataDirectory, 'restoring-'));
  try {
    const facts = await unpackBackup(file, aside);
    const database = await openDatabase({ databaseUrl: undefined, dataDirectory: aside });
    const doubted = await check(database, facts)
      .then(() => doubt(shell, database, ranUntil))
      .finally(database.close);
    await rename(join(aside, 'postgres'), place);
    return { facts, doubted };
  } finally {
    await rm(aside, { recursive: true, force: true });
  }
}

async function refuseRunning(dataDirectory: string): Promise<void> {
  if ((await findRunningEmbedded(dataDirectory)) === undefined) return;
  throw new UserFacingError(
    `A server is running on the data in ${dataDirectory}. Stop it first; nothing was changed.`,
  );
}

async function check({ url }: OpenDatabase, facts: BackupFacts): Promise<void> {
  const found = factsText(await factsAt(url));
  if (found === factsText(facts)) return;
  throw new UserFacingError(
    `The backup is damaged: it should hold ${factsText(facts)}, and holds ${found}. Take another one; nothing was changed.`,
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
