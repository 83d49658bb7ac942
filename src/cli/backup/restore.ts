import { join, resolve } from 'node:path';
import { Command } from 'commander';
import { readStorageConfig, type StorageConfig } from '../../config.js';
import {
  type BackupContents,
  closeRestore,
  isRestoreOpen,
  NotEmptyError,
  restoreDatabase,
} from '../../database/backup/index.js';
import { type OpenDatabase, openDatabase, openDatabaseServer } from '../../database/index.js';
import { count } from '../../domain/text/count.js';
import { createLog } from '../../log.js';
import type { Context } from '../../services/context.js';
import { addToErasedList, type ErasedList } from '../../services/erased/index.js';
import { eraseAgain } from '../../services/erasure/index.js';
import { UserFacingError } from '../../services/errors/index.js';
import { Frameworks } from '../../services/framework/index.js';
import { messages } from '../../services/messages/index.js';
import { doubtAfterRestore, isServerAtWork } from '../../services/restore/index.js';
import type { Shell } from '../shell.js';
import { parseInstant } from '../time.js';
import { userName } from '../user-name.js';
import { countsText, madeText, readFile, refuseMissing } from './backup.js';
import { erasedLists, erasedText } from './erased.js';

/** Nobody in Slack waits for a restore, and a step of it may concern the messages of everybody. */
const stepTimeoutMs = 10 * 60_000;

interface Options {
  ranUntil?: Date;
  /** Files with people who were erased. */
  erased: string[];
}

/** `restore FILE`: restores a backup into an empty database, of either kind. */
export function restoreCommand(shell: Shell): Command {
  return withRanUntil(new Command('restore'), shell)
    .description('load a backup into an empty database: a new DATA_DIR, or the one of DATABASE_URL')
    .argument('<file>', 'what "ladder backup" has written')
    .action(async (name: string, { ranUntil = shell.clock.now(), erased }: Options) => {
      const config = readStorageConfig(shell.environment);
      const lists = erasedLists(config, erased);
      const contents = await load(config, resolve(name));
      shell.out(`${madeText(shell, contents)}; restored: ${countsText(contents.checksums)}.`);
      for (const line of await goThrough(shell, config, { ranUntil, lists })) shell.out(line);
    });
}

/** `after-restore`: the same precautions for a database that another tool has restored. */
export function afterRestoreCommand(shell: Shell): Command {
  return withRanUntil(new Command('after-restore'), shell)
    .description(
      'after pg_restore, or a restore that broke off, and before the server: keep messages from being sent twice',
    )
    .action(async ({ ranUntil = shell.clock.now(), erased }: Options) => {
      const config = readStorageConfig(shell.environment);
      refuseMissing(config);
      const lists = erasedLists(config, erased);
      for (const line of await goThrough(shell, config, { ranUntil, lists })) shell.out(line);
    });
}

function withRanUntil(command: Command, { timeZone }: Shell): Command {
  return command
    .option(
      '--ran-until <datetime>',
      'until when a server worked on the lost data; default: now',
      (text) => parseInstant(text, timeZone),
    )
    .option(
      '--erased <file>',
      'a list of people who were erased since, beside the one in DATA_DIR; may be repeated',
      (file: string, files: string[]) => [...files, resolve(file)],
      [] as string[],
    );
}

async function load(config: StorageConfig, file: string): Promise<BackupContents> {
  // Read completely before a database is created or changed.
  const { header } = await readFile(file);
  const server = await openDatabaseServer(config);
  try {
    return await restoreDatabase(server.url, file, header);
  } catch (error) {
    if (!(error instanceof NotEmptyError)) throw error;
    throw new UserFacingError(
      config.databaseUrl === undefined
        ? `There are data in ${config.dataDirectory} already. Move ${join(config.dataDirectory, 'database')} away, and leave erased.json where it is; nothing was changed.`
        : 'The database that DATABASE_URL names holds data already. Make an empty one (createdb) and name that; nothing was changed.',
    );
  } finally {
    await server.close();
  }
}

/**
 * Erases again who was erased since the backup, marks what may have been sent since so that it isn't
 * sent again, and lets the server start. Returns what it did, in words.
 */
async function goThrough(
  shell: Shell,
  config: StorageConfig,
  { ranUntil, lists }: { ranUntil: Date; lists: readonly ErasedList[] },
): Promise<string[]> {
  const database = await openDatabase(config, { restored: true, timeoutMs: stepTimeoutMs });
  try {
    // No server has worked on the data restored here; they may still name the one before.
    const open = await isRestoreOpen(database.url);
    if (!open && (await isServerAtWork(database))) {
      throw new UserFacingError(
        'A server works on this database, or did so less than two minutes ago. Stop all servers, wait two minutes and call me again; nothing was changed.',
      );
    }
    const context = await contextOf(shell, database);
    for (const list of lists) await addToErasedList(database, list);
    const erased = await eraseAgain(context, { operator: userName() });
    const doubted = await doubtAfterRestore(context, { ranUntil });
    await closeRestore(database.url);
    return [erasedText(erased, lists.length), doubtedText(doubted)];
  } finally {
    await database.close();
  }
}

async function contextOf(shell: Shell, { db }: OpenDatabase): Promise<Context> {
  const frameworks = new Frameworks(db);
  for (const { id } of await db.workspace.findMany()) await frameworks.refresh(id);
  return { db, clock: shell.clock, log: createLog('silent'), frameworks, messages };
}

function doubtedText(doubted: number): string {
  if (doubted === 0) return 'No message can have been sent since; you can start the server.';
  return `${count(doubted, 'message', 'messages')} may have been sent since the backup was made, so none of them is sent by itself. Look at them with: npm run ladder -- deliveries list --state unknown\nYou can start the server.`;
}
