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

/** Sockets' paths hold about 100 bytes; a longer data directory has its sockets in the temporary one. */
const longestSocketFolder = 80;

/**
 * Starts the embedded Postgres (PGlite) of a data directory in a thread of its own.
 * In goes the directory, made if missing; throws DatabaseInUseError if another process has it.
 */
export async function openEmbedded(dataDirectory: string): Promise<OpenDatabaseServer> {
  const directory = resolve(dataDirectory);
  const sockets = socketFolder(directory);
  for (const folder of [directory, sockets]) {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    chmodSync(folder, 0o700);
  }
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
  try {
    await messageFrom(worker);
  } catch (error) {
    unlock();
    throw error;
  }
  return {
    url: urlOfSocket(sockets),
    async close() {
      const closed = messageFrom(worker);
      worker.postMessage('close');
      await closed;
      await worker.terminate();
      unlock();
    },
  };
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

function messageFrom(worker: Worker): Promise<unknown> {
  return new Promise((resolve, reject) => {
    worker.once('message', resolve);
    worker.once('error', reject);
    worker.once('exit', (code) =>
      reject(new Error(`the embedded database stopped (code ${code})`)),
    );
  });
}
