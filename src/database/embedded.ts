import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { Client } from 'pg';
import { makeCluster, refuseEarlierFormat, runningPid, takeOverStaleLocks } from './cluster.js';
import { startProgram } from './postgres-process.js';
import { findPostgres } from './postgres-program.js';
import { makeFolder, makePrivateFolder, postgresUser } from './postgres-user.js';

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

export interface OpenOptions {
  /** Uses the server that another process has started, if one runs. */
  join?: boolean;
  /** More settings of Postgres, `name=value`. */
  settings?: readonly string[];
}

/** Advisory locks: of the process that has started the server, and of those who use it beside. */
const ownerLock = 7_283_412;
const guestLock = 7_283_413;
/** Recovering after a crash and shutting down take a moment each; in milliseconds. */
const patienceMs = 60_000;
/** Sockets' paths hold about 100 bytes; a longer data directory has its socket in the temporary one. */
const longestSocketFolder = 80;

/** For few people on a small machine: little memory, few processes, and nothing on the network. */
const ownSettings = [
  'listen_addresses=',
  'unix_socket_permissions=0700',
  'max_connections=100',
  'shared_buffers=32MB',
  'max_wal_size=256MB',
  'min_wal_size=32MB',
  'io_method=sync',
  'jit=off',
  // Parallel queries need shared memory, of which containers have little.
  'max_parallel_workers_per_gather=0',
  'max_parallel_maintenance_workers=0',
  'max_logical_replication_workers=0',
  // Errors of statements may quote what people wrote.
  'log_min_messages=fatal',
  'log_min_error_statement=panic',
];

/**
 * Starts the embedded Postgres of a data directory, which is made if it is missing. It ends with this
 * process, however that ends. With `join`, shares one that runs already; whoever started it stops it
 * when all have closed. Throws DatabaseInUseError without `join` in that case, and an Error in words
 * where it can't be started.
 */
export async function openEmbedded(
  dataDirectory: string,
  { join: joins = false, settings = [] }: OpenOptions = {},
): Promise<OpenEmbedded> {
  const directory = resolve(dataDirectory);
  refuseEarlierFormat(directory);
  const place = preparePlace(directory);
  for (;;) {
    const client = await connectTo(place);
    const opened = client
      ? await share(client, place, joins)
      : await start(place, { waitsForGuests: joins, settings });
    if (opened) return opened;
    await pause(50);
  }
}

type Place = ReturnType<typeof preparePlace>;

function preparePlace(directory: string) {
  const user = postgresUser(directory);
  makeFolder(directory, user);
  const sockets = socketFolder(directory);
  makePrivateFolder(sockets, user);
  return {
    directory,
    user,
    sockets,
    url: urlOfSocket(sockets),
    cluster: join(directory, 'database'),
  };
}

/** Starts a server of this process'; undefined if somebody else was quicker. */
async function start(
  place: Place,
  { waitsForGuests, settings }: { waitsForGuests: boolean; settings: readonly string[] },
): Promise<OpenEmbedded | undefined> {
  const { directory, user, sockets, url, cluster } = place;
  const programs = findPostgres(() => {
    const folder = join(directory, 'lib');
    makeFolder(folder, user);
    return folder;
  });
  const run = { user, cwd: directory, libraries: programs.libraries };
  const problem = (reason: string) =>
    new Error(
      `The embedded database in ${directory} has stopped: ${reason}. Make sure that its disk has room, then start Ladder again; what was saved is kept.`,
    );
  if (!existsSync(cluster)) await makeCluster(cluster, programs.initdb, run);
  takeOverStaleLocks(cluster, sockets);
  const options = [
    `unix_socket_directories="${sockets.replaceAll('"', '""')}"`,
    ...ownSettings,
    ...settings,
  ];
  const server = startProgram(
    [programs.postgres, '-D', cluster, ...options.flatMap((option) => ['-c', option])],
    run,
  );
  const ended = server.ended.then(({ lastWords }) => lastWords);
  const client = await firstConnection(place, ended);
  if (typeof client === 'string') {
    if (/lock file ".*" already exists/.test(client)) return undefined;
    throw problem(client);
  }
  if (runningPid(cluster) !== server.pid) {
    await Promise.all([client.end(), server.stop()]);
    return undefined;
  }
  await client.query('SELECT pg_advisory_lock($1)', [ownerLock]);
  let closing = false;
  // Where one connection breaks Postgres ends them all, to recover or to end itself.
  const broken = new Promise<void>((resolve) => client.once('end', () => resolve()));
  const died = Promise.race([ended, broken.then(() => Promise.race([ended, pause(500)]))]);
  return {
    url,
    died: new Promise((resolve) => {
      void died.then((reason) => closing || resolve(problem(reason ?? 'its connections broke')));
    }),
    async close() {
      if (waitsForGuests)
        await client.query('SELECT pg_advisory_lock($1)', [guestLock]).catch(() => {});
      closing = true;
      await server.stop();
      await client.end().catch(() => {});
    },
  };
}

/** A connection to the server that is being started; its last words if it ends instead. */
async function firstConnection(place: Place, ended: Promise<string>): Promise<Client | string> {
  for (;;) {
    const client = (await connectTo(place)) ?? (await Promise.race([ended, pause(10)]));
    if (client !== undefined) return client;
  }
}

/** Uses a server that runs already. Undefined if it has ended, or is stopped since its owner has. */
async function share(
  client: Client,
  { directory, url, cluster }: Place,
  joins: boolean,
): Promise<OpenEmbedded | undefined> {
  try {
    if (!(await hasOwner(client))) {
      process.kill(runningPid(cluster) ?? 0, 'SIGINT');
    } else if (joins) {
      await client.query('SELECT pg_advisory_lock_shared($1)', [guestLock]);
      return { url, died: new Promise(() => {}), close: () => client.end() };
    } else {
      throw new DatabaseInUseError(
        `Another Ladder is running on the data in ${directory}. Stop it, or give this one its own DATA_DIR or a DATABASE_URL.`,
      );
    }
  } catch (error) {
    if (!isEnding(error)) throw error;
  }
  await client.end().catch(() => {});
  return undefined;
}

/** An owner that has just started the server needs a moment to say so. */
async function hasOwner(client: Client): Promise<boolean> {
  for (let look = 0; look < 10; look += 1) {
    const { rowCount } = await client.query(
      `SELECT FROM pg_locks WHERE locktype = 'advisory' AND objid = $1 AND granted`,
      [ownerLock],
    );
    if (rowCount) return true;
    await pause(100);
  }
  return false;
}

/** A connection; undefined if no server runs. Waits for one that is starting or stopping. */
async function connectTo({ directory, url }: Pick<Place, 'directory' | 'url'>) {
  for (const end = Date.now() + patienceMs; ; await pause(20)) {
    const client = new Client({ connectionString: url });
    client.on('error', () => {});
    try {
      await client.connect();
      return client;
    } catch (error) {
      const { code } = error as { code?: string };
      if (code === 'ENOENT' || code === 'ECONNREFUSED') return undefined;
      if (!isEnding(error)) throw error;
      if (Date.now() > end) {
        throw new Error(
          `The embedded database in ${directory} is not answering. Start Ladder again in a minute; what was saved is kept.`,
        );
      }
    }
  }
}

/** Whether an error says that the server is starting, stopping, or has ended a connection. */
function isEnding(error: unknown): boolean {
  const { code = '', message = '' } = error as { code?: string; message?: string };
  return (
    /^(57P0[123]|53300|ECONNRESET|EPIPE)$/.test(code) || message.startsWith('Connection terminated')
  );
}

/** Whether there is an embedded database in this data directory, of whatever version. */
export function isThereEmbedded(dataDirectory: string): boolean {
  return ['database', 'postgres'].some((name) => existsSync(join(dataDirectory, name)));
}

/** The URL of the database that a running Ladder serves from this data directory, if one runs. */
export async function findRunningEmbedded(dataDirectory: string): Promise<string | undefined> {
  const sockets = socketFolder(resolve(dataDirectory));
  const socket = connect(join(sockets, '.s.PGSQL.5432'));
  const listens = await new Promise((answer) => {
    socket.once('connect', () => answer(true)).once('error', () => answer(false));
  });
  socket.destroy();
  return listens ? urlOfSocket(sockets) : undefined;
}

function socketFolder(directory: string): string {
  const inside = join(directory, 'run');
  if (Buffer.byteLength(inside) <= longestSocketFolder) return inside;
  const hash = createHash('sha256').update(directory).digest('hex').slice(0, 12);
  return join(tmpdir(), `ladder-${hash}`);
}

/** With all that the environment could say otherwise. */
function urlOfSocket(folder: string): string {
  const host = encodeURIComponent(folder);
  return `postgresql://postgres@localhost:5432/postgres?host=${host}&sslmode=disable`;
}
