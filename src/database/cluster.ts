import { randomUUID } from 'node:crypto';
import {
  existsSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { type RunOptions, startProgram } from './postgres-process.js';

/** Throws an Error in words where a Ladder before 0.2 has left its database, which this one can't open. */
export function refuseEarlierFormat(directory: string): void {
  const earlier = join(directory, 'postgres');
  if (!existsSync(join(earlier, 'PG_VERSION')) || existsSync(join(directory, 'database'))) return;
  throw new Error(
    `${earlier} is the database of an earlier Ladder, which this one can't open. docs/operations.md says how to carry it over; to begin anew, move it away.`,
  );
}

/** Leftovers of first starts that were killed are removed when they are older; in milliseconds. */
const leftoverMs = 600_000;

/**
 * Makes the files of a new database, beside their place, where they go as the last step: a start that
 * breaks off leaves nothing that a later one would open. If two do it at once, one of them is kept.
 */
export async function makeCluster(cluster: string, initdb: string, run: RunOptions): Promise<void> {
  for (const name of readdirSync(dirname(cluster))) {
    const path = join(dirname(cluster), name);
    const isLeftover = path.startsWith(`${cluster}.new-`);
    if (isLeftover && Date.now() - statSync(path).mtimeMs > leftoverMs) {
      rmSync(path, { recursive: true, force: true });
    }
  }
  const made = `${cluster}.new-${randomUUID().slice(0, 8)}`;
  const words = ['-D', made, '-A', 'trust', '-U', 'postgres', '--encoding=UTF8', '--locale=C'];
  const { code, lastWords } = await startProgram([initdb, ...words], run).ended;
  try {
    if (code !== 0) {
      throw new Error(
        `The embedded database can't be made in ${dirname(cluster)}: ${lastWords}. Make sure that its disk has room and that Ladder's folder can be read, or set DATABASE_URL to a Postgres server.`,
      );
    }
    renameSync(made, cluster);
  } catch (error) {
    if (!['ENOTEMPTY', 'EEXIST'].includes((error as NodeJS.ErrnoException).code ?? '')) throw error;
  } finally {
    rmSync(made, { recursive: true, force: true });
  }
}

/** The process id of the server that runs on these files. */
export function runningPid(cluster: string): number | undefined {
  return pidIn(join(cluster, 'postmaster.pid'));
}

/**
 * Postgres leaves files with its process id when it is killed, and doesn't start where a living
 * process has that id, which in a container is often another program. With this process' id in it, it
 * goes by what else it looks at: whether its shared memory is in use.
 */
export function takeOverStaleLocks(cluster: string, sockets: string): void {
  for (const file of [join(cluster, 'postmaster.pid'), join(sockets, '.s.PGSQL.5432.lock')]) {
    const pid = pidIn(file);
    if (pid === undefined || !existsSync(`/proc/${pid}`) || isServer(pid, cluster)) continue;
    writeFileSync(file, readFileSync(file, 'utf8').replace(/^\d+/, String(process.pid)));
  }
}

function isServer(pid: number, cluster: string): boolean {
  return readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0').includes(cluster);
}

function pidIn(file: string): number | undefined {
  if (!existsSync(file)) return undefined;
  return Number.parseInt(readFileSync(file, 'utf8'), 10) || undefined;
}
