import { createHash } from 'node:crypto';
import { chmodSync, mkdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { Worker } from 'node:worker_threads';
import { lockDirectory, someoneListens } from './directory-lock.js';

/** The directory is in use by another running Ladder. */
export class DatabaseInUseError extends Error {
  override name = 'DatabaseInUseError';
}

export interface OpenDatabaseServer {
  /** A Postgres URL, also for an embedded database: it names the folder of a private socket. */
  url: string;
  close(): Promise<void>;
}

export interface OpenEmbedded extends OpenDatabaseServer {
  /** Resolves, with what to do in words, if the database ends by itself. */
  died: Promise<Error>;
}

/** Sockets' paths hold about 100 bytes; a longer data directory has its sockets in the temporary one. */
const longestSocketFolder = 80;

/**
 * Starts the embedded Postgres (PGlite) of a data directory in a thread of its own.
 * In goes the directory, made if missing; throws DatabaseInUseError if another process has it.
 */
export async function openEmbedded(dataDirectory: string): Promise<OpenEmbedded> {
  const directory = resolve(dataDirectory);
  const sockets = socketFolder(directory);
  for (const folder of [directory, sockets]) prepareDirectory(folder);
  const unlock = await lockDirectory(sockets);
  if (!unlock) {
    throw new DatabaseInUseError(
      `Another Ladder is running on the data in ${directory}. Stop it, or give this one its own DATA_DIR or a DATABASE_URL.`,
    );
  }
  const socketPath = join(sockets, '.s.PGSQL.5432');
  rmSync(socketPath, { force: true });
  const worker = new Worker(new URL('./embedded-worker.js', import.meta.url), {
    workerData: { directory: join(directory, 'postgres'), socketPath },
  });
  const ended = endOf(worker, directory);
  const failure = await Promise.race([wordFrom(worker, 'ready'), ended]);
  if (failure) {
    unlock();
    throw failure;
  }
  let closing = false;
  return {
    url: urlOfSocket(sockets),
    died: new Promise((resolve) => ended.then((reason) => closing || resolve(reason))),
    async close() {
      closing = true;
      worker.postMessage('close');
      await Promise.race([wordFrom(worker, 'closed'), ended]);
      await worker.terminate();
      unlock();
    },
  };
}

/** Makes a folder if it is missing; nobody else may look into it. */
export function prepareDirectory(folder: string): void {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  chmodSync(folder, 0o700);
}

/** The URL of the database that a running Ladder serves from this data directory, if one runs. */
export async function findRunningEmbedded(dataDirectory: string): Promise<string | undefined> {
  const sockets = socketFolder(resolve(dataDirectory));
  return (await someoneListens(join(sockets, 'lock'))) ? urlOfSocket(sockets) : undefined;
}

function socketFolder(directory: string): string {
  const inside = join(directory, 'run');
  if (Buffer.byteLength(inside) <= longestSocketFolder) return inside;
  const hash = createHash('sha256').update(directory).digest('hex').slice(0, 12);
  return join(tmpdir(), `ladder-${hash}`);
}

function urlOfSocket(folder: string): string {
  return `postgresql://postgres@localhost/postgres?host=${encodeURIComponent(folder)}`;
}

/** Waits until the worker says this. */
function wordFrom(worker: Worker, word: string): Promise<void> {
  return new Promise((resolve) => {
    worker.on('message', (message) => message === word && resolve());
  });
}

/** Waits for the worker's end, however it comes; out comes why. */
function endOf(worker: Worker, directory: string): Promise<Error> {
  return new Promise((resolve) => {
    const end = (reason: string) =>
      resolve(
        new Error(
          `The embedded database in ${directory} has stopped: ${reason}. Make sure that its disk has room, then start Ladder again; what was saved is kept.`,
        ),
      );
    worker.on('message', (message) => message.died !== undefined && end(message.died));
    worker.once('error', (error) => end(error.message));
    worker.once('exit', (code) => end(`its thread ended with code ${code}`));
  });
}
