import { execFile } from 'node:child_process';
import { chmodSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { freePort } from './free-port.js';

const run = promisify(execFile);

/** How Postgres is stopped: it says goodbye to its clients, or just ends and recovers at its start. */
export type StopMode = 'fast' | 'immediate';

/** A Postgres server of a scenario's own, in a temporary folder; it can be stopped and started. */
export interface PostgresCluster {
  url: string;
  stop(mode: StopMode): Promise<void>;
  start(): Promise<void>;
  remove(): Promise<void>;
}

/** Throws an Error in words where PostgreSQL is not installed. */
export async function startPostgresCluster(): Promise<PostgresCluster> {
  const programs = findPrograms();
  const folder = mkdtempSync(join(tmpdir(), 'ladder-postgres-'));
  const data = join(folder, 'data');
  const port = await freePort();
  await asOwner(['chown', 'postgres', folder]);
  chmodSync(folder, 0o700);
  const control = (...words: string[]) =>
    asPostgres([join(programs, 'pg_ctl'), '-D', data, '-w', '-l', join(folder, 'log'), ...words]);
  const settings = `-p ${port} -k ${folder} -c listen_addresses=127.0.0.1 -c max_connections=200`;
  const start = () => control('-o', settings, 'start');
  const stop = (mode: StopMode) => control('-m', mode, 'stop');
  await asPostgres([
    join(programs, 'initdb'),
    '-D',
    data,
    '-A',
    'trust',
    '-U',
    'postgres',
    '-E',
    'UTF8',
    '--locale=C',
  ]);
  await start();
  return {
    url: `postgresql://postgres@127.0.0.1:${port}/postgres`,
    start,
    stop,
    async remove() {
      await stop('immediate').catch(() => {});
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function findPrograms(): string {
  const root = '/usr/lib/postgresql';
  const versions = existsSync(root) ? readdirSync(root) : [];
  const newest = versions.map(Number).sort((one, other) => other - one)[0];
  const programs = join(root, String(newest), 'bin');
  if (!existsSync(join(programs, 'initdb'))) {
    throw new Error('The fault suite needs PostgreSQL: install the Debian package postgresql.');
  }
  return programs;
}

/** Postgres refuses to run as root; then it runs as its own user. */
async function asPostgres(words: string[]): Promise<void> {
  const isRoot = process.getuid?.() === 0;
  await (isRoot
    ? run('runuser', ['-u', 'postgres', '--', ...words])
    : run(words[0] as string, words.slice(1)));
}

async function asOwner(words: string[]): Promise<void> {
  if (process.getuid?.() === 0) await run(words[0] as string, words.slice(1));
}
