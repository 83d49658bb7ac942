import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { Client } from 'pg';
import { openClient } from '../connection.js';
import { linkLibraries, makeCluster, pidIn, takeOverStaleLock } from './files.js';
import { type Place, stopped } from './place.js';
import { startProgram } from './process.js';
import { makeFolder, type PostgresUser } from './user.js';

/** Advisory locks: of the process that started the server, and of the processes that joined. */
export const ownerLock = 7_283_412;
export const guestLock = 7_283_413;

/** Little memory, few processes, and no network. */
const ownSettings = [
  'listen_addresses=',
  'unix_socket_permissions=0700',
  'max_connections=100',
  'shared_buffers=32MB',
  'max_wal_size=256MB',
  'min_wal_size=32MB',
  'io_method=sync',
  'jit=off',
  // Parallel queries need shared memory, which containers limit.
  'max_parallel_workers_per_gather=0',
  'max_parallel_maintenance_workers=0',
  'max_logical_replication_workers=0',
  // Errors of statements may quote what people wrote.
  'log_min_messages=fatal',
  'log_min_error_statement=panic',
];

export interface StartOptions {
  /** The folder of Postgres' programs. */
  programs: string;
  user: PostgresUser;
  /** Whether closing waits until all processes that joined have closed. */
  waitsForJoined: boolean;
  settings: readonly string[];
}

/**
 * Starts a server owned by this process, on files that are created if missing. Returns undefined if
 * another process was faster. Throws an Error in words.
 */
export async function startServer(
  place: Place,
  { programs, user, waitsForJoined, settings }: StartOptions,
) {
  const { directory, cluster, sockets, url } = place;
  const libraries = linkLibraries(programs, () => makeFolder(join(directory, 'lib'), user));
  const run = { user, cwd: directory, libraries };
  const problem = existsSync(cluster)
    ? ''
    : await makeCluster(cluster, join(programs, 'bin', 'initdb'), run);
  if (problem !== '') throw stopped(place, user.name, problem);
  takeOverStaleLock(join(cluster, 'postmaster.pid'), cluster);
  takeOverStaleLock(join(sockets, '.s.PGSQL.5432.lock'), cluster);
  const options = [`unix_socket_directories="${sockets.replaceAll('"', '""')}"`, ...ownSettings];
  const words = [...options, ...settings].flatMap((option) => ['-c', option]);
  const server = startProgram([join(programs, 'bin', 'postgres'), '-D', cluster, ...words], run);
  const client = await firstConnection(place, server.ended);
  if (typeof client === 'string') {
    if (/^lock file ".*" already exists/.test(client)) return undefined;
    throw stopped(place, user.name, client);
  }
  if (pidIn(join(cluster, 'postmaster.pid')) !== server.pid) {
    await Promise.all([client.end(), server.stop()]);
    return undefined;
  }
  await client.query('SELECT pg_advisory_lock($1)', [ownerLock]);
  let closing = false;
  // If Postgres crashes it ends all connections first and may recover by itself; Ladder ends as
  // well.
  const broken = new Promise<string>((resolve) => {
    client.once('end', () => resolve(Promise.race([server.ended, pause(500, 'it broke')])));
  });
  return {
    url,
    died: new Promise<Error>((resolve) => {
      void Promise.race([server.ended, broken]).then((reason) => {
        if (!closing) resolve(stopped(place, user.name, reason || 'somebody has told it to'));
      });
    }),
    async close() {
      if (waitsForJoined) {
        // A broken connection can't wait for other processes, and the server is stopped next.
        await client.query('SELECT pg_advisory_lock($1)', [guestLock]).catch(() => {});
      }
      closing = true;
      await server.stop();
      // The server is stopped: the connection may be broken as well.
      await client.end().catch(() => {});
    },
  };
}

/** Connects to a starting server, however long that takes; returns its last error if it ends. */
async function firstConnection(place: Place, ended: Promise<string>): Promise<Client | string> {
  for (;;) {
    const found = await connectTo(place);
    if (typeof found === 'object') return found;
    const last = await Promise.race([ended, pause(10)]);
    if (last !== undefined) return last;
  }
}

/** Returns a connection; 'away' where no server runs, 'busy' where one is starting or stopping. */
export async function connectTo({ url }: Pick<Place, 'url'>): Promise<Client | 'away' | 'busy'> {
  try {
    return await openClient(url);
  } catch (error) {
    const { code } = error as { code?: string };
    if (code === 'ENOENT' || code === 'ECONNREFUSED') return 'away';
    if (isEnding(error)) return 'busy';
    throw error;
  }
}

/**
 * Returns whether an error says that the server is starting or stopping, or has ended a connection.
 */
export function isEnding(error: unknown): boolean {
  const { code = '', message = '' } = error as { code?: string; message?: string };
  return /^(57P0[123]|53300|ECONNRESET|EPIPE)$/.test(code) || /^Connection term/.test(message);
}
