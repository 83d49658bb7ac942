import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { systemErrorText } from '../../system/system-error.js';

/** The folders of an embedded database. */
export interface Place {
  /** The data directory. */
  directory: string;
  /** The folder of Postgres' files in it. */
  cluster: string;
  /** The folder of the socket. */
  sockets: string;
  url: string;
}

/**
 * A socket's path is limited to about 100 bytes; for a longer data directory the socket is in the
 * temporary one.
 */
const longestSocketFolder = 80;

export function placeOf(dataDirectory: string): Place {
  const directory = resolve(dataDirectory);
  const hash = createHash('sha256').update(directory).digest('hex').slice(0, 12);
  const inside = join(directory, 'run');
  const isShort = Buffer.byteLength(inside) <= longestSocketFolder;
  const sockets = isShort ? inside : join(tmpdir(), `ladder-${hash}`);
  // All parameters that the environment could change otherwise.
  const url = `postgresql://postgres@localhost:5432/postgres?host=${encodeURIComponent(sockets)}&sslmode=disable`;
  return { directory, cluster: join(directory, 'database'), sockets, url };
}

/**
 * Throws an Error in words where an earlier version has left its database, so that no empty one is
 * created beside it.
 */
export function refuseEarlierFormat({ directory, cluster }: Place): void {
  const earlier = join(directory, 'postgres');
  if (existsSync(cluster) || !existsSync(join(earlier, 'PG_VERSION'))) return;
  throw new Error(
    `${earlier} is the database of an earlier version of Ladder, which this one can't open. docs/operations.md says how to carry it over; to begin anew, move it away.`,
  );
}

export function openToOthers({ sockets }: Place): string {
  return `The folder ${sockets} is not Ladder's alone, so its database isn't opened there. Remove it, or give DATA_DIR a shorter path.`;
}

/**
 * Returns an Error that says why the database doesn't run and what to do. `name`: the user who runs
 * it.
 */
export function stopped({ directory }: Place, name: string, reason: string): Error {
  return new Error(
    `The embedded database in ${directory} has stopped: ${reason}. ${advice(directory, name, reason)}`,
  );
}

function advice(directory: string, name: string, reason: string): string {
  if (/exec.*(denied|not found|cannot execute)|shared libraries/.test(reason)) {
    return `The user ${name} must be able to read Ladder's folder and to run its programs. Where Postgres doesn't run at all (on Alpine, say), set DATABASE_URL to a Postgres server.`;
  }
  if (/denied|ownership|not permitted/.test(reason)) return handOver(directory, name);
  return 'Make sure that its disk has room, then start Ladder again; what was saved is kept.';
}

/** Translates the system's errors about files into words. */
export function inWords(error: unknown, { directory }: Place, name: string): unknown {
  const { code = '', path = directory } = error as NodeJS.ErrnoException;
  if (['EACCES', 'EPERM'].includes(code)) {
    return new Error(
      `The user ${name} may not read or write ${path}. ${handOver(directory, name)}`,
    );
  }
  if (['EEXIST', 'ENOTDIR'].includes(code)) {
    return new Error(
      `DATA_DIR ${directory} is not a directory. Set it to one; if it is missing, it is made.`,
    );
  }
  const text = systemErrorText(error);
  return text === undefined ? error : new Error(`DATA_DIR ${directory} can't be used. ${text}`);
}

function handOver(directory: string, name: string): string {
  return `Run Ladder as the user to whom all in DATA_DIR belongs, or hand it over: chown -R ${name} ${directory}`;
}
