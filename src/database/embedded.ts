import { existsSync } from 'node:fs';
import { connect } from 'node:net';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { Client } from 'pg';
import { findPostgres } from './embedded/files.js';
import {
  inWords,
  openToOthers,
  type Place,
  placeOf,
  refuseEarlierFormat,
} from './embedded/place.js';
import { connectTo, guestLock, isEnding, ownerLock, startServer } from './embedded/server.js';
import { isPrivate, makeFolder, postgresUser } from './embedded/user.js';
import { DatabaseInUseError } from './problem.js';

/** @internal */
export interface OpenDatabaseServer {
  /** A Postgres URL, also for an embedded database: it names the folder of a private socket. */
  url: string;
  close(): Promise<void>;
}

export interface OpenEmbedded extends OpenDatabaseServer {
  /** Resolves, with what to do in words, if the database ends unexpectedly. */
  died: Promise<Error>;
}

export interface EmbeddedOptions {
  /** Connects to the server that another process has started, if one runs. */
  join?: boolean;
  /** Further settings of Postgres, `name=value`. */
  settings?: readonly string[];
}

/** How long to wait for another process to stop its server, in milliseconds. */
const timeoutMs = 60_000;

/**
 * Starts the embedded Postgres of a data directory, which is created if missing. The server ends
 * with this process, however that ends. With `join` it connects to a running server instead; the
 * process that started it stops it when all others have closed. Throws DatabaseInUseError without
 * `join` in that case, and an Error in words if it can't be started.
 */
export async function openEmbedded(
  dataDirectory: string,
  { join: joins = false, settings = [] }: EmbeddedOptions = {},
): Promise<OpenEmbedded> {
  const place = placeOf(dataDirectory);
  refuseEarlierFormat(place);
  const programs = findPostgres();
  const user = postgresUser(place.cluster);
  try {
    makeFolder(place.directory, user);
    makeFolder(place.sockets, user);
    if (!isPrivate(place.sockets, user)) throw new Error(openToOthers(place));
    for (const end = Date.now() + timeoutMs; Date.now() < end; await pause(20)) {
      const found = await connectTo(place);
      if (found === 'busy') continue;
      const opened =
        found === 'away'
          ? await startServer(place, { programs, user, waitsForJoined: joins, settings })
          : await share(found, place, joins);
      if (opened) return opened;
    }
  } catch (error) {
    throw inWords(error, place, user.name);
  }
  throw new Error(
    `The embedded database in ${place.directory} neither answers nor ends. Start Ladder again in a minute; what was saved is kept.`,
  );
}

/**
 * Connects to a running server. Returns undefined if that server ends; a server without an owner is
 * stopped.
 */
async function share(
  client: Client,
  { directory, url }: Place,
  joins: boolean,
): Promise<OpenEmbedded | undefined> {
  try {
    if (!(await hasOwner(client))) {
      await client.query(`COPY (SELECT) TO PROGRAM 'kill -INT $(head -n 1 postmaster.pid)'`);
    } else if (!joins) {
      throw new DatabaseInUseError(
        `Another Ladder is running on the data in ${directory}. Stop it, or give this one its own DATA_DIR or a DATABASE_URL.`,
      );
    } else {
      await client.query('SELECT pg_advisory_lock_shared($1)', [guestLock]);
      return { url, died: new Promise(() => {}), close: () => client.end() };
    }
  } catch (error) {
    if (!isEnding(error)) {
      await client.end();
      throw error;
    }
  }
  // The server is ending, and the connection with it.
  await client.end().catch(() => {});
  return undefined;
}

/**
 * Returns whether a process owns the server. A process that has just started one takes the owner's
 * lock a moment later, on a busy machine a long one.
 */
async function hasOwner(client: Client): Promise<boolean> {
  for (let attempt = 0; attempt < 30; attempt += 1) {
    const { rowCount } = await client.query(
      `SELECT FROM pg_locks WHERE locktype = 'advisory' AND objid = $1 AND granted`,
      [ownerLock],
    );
    if (rowCount) return true;
    await pause(100);
  }
  return false;
}

/**
 * Returns whether there is an embedded database in this data directory, also one of an earlier
 * version.
 */
export function isThereEmbedded(dataDirectory: string): boolean {
  return ['database', 'postgres'].some((name) => existsSync(join(dataDirectory, name)));
}

/**
 * Returns the URL of the database that a running Ladder serves from this data directory, if one
 * runs.
 */
export async function findRunningEmbedded(dataDirectory: string): Promise<string | undefined> {
  const { sockets, url } = placeOf(dataDirectory);
  const socket = connect(join(sockets, '.s.PGSQL.5432'));
  const listens = await new Promise((answer) => {
    socket.once('connect', () => answer(true)).once('error', () => answer(false));
  });
  socket.destroy();
  return listens ? url : undefined;
}
