import { execFileSync } from 'node:child_process';
import { chmodSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import { freePort } from './server.js';

/** A Postgres server in a temporary folder, with the default durability. */
export interface PostgresServer {
  /** Creates an empty database. Returns its URL. */
  createDatabase(name: string): Promise<string>;
  /** Ends the server and removes its folder. */
  stop(): void;
}

const installed = '/usr/lib/postgresql';
/** Memory for data of this size; nothing that would make a commit less safe. */
const settings = [
  'shared_buffers=1GB',
  'maintenance_work_mem=512MB',
  'max_wal_size=8GB',
  'checkpoint_timeout=30min',
];

/** Starts a server. Throws an Error in words where Postgres isn't installed. */
export async function startPostgres(): Promise<PostgresServer> {
  const bin = newestBin();
  const port = await freePort();
  const folder = mkdtempSync(join(tmpdir(), 'ladder-bench-postgres-'));
  const data = join(folder, 'data');
  const options = [
    ...['-p', `${port}`, '-k', folder, '-c', 'listen_addresses=127.0.0.1'],
    ...settings.flatMap((setting) => ['-c', setting]),
  ];
  const isRoot = process.getuid?.() === 0;
  const run = (command: string, args: string[]) => {
    const [file, argv] = isRoot
      ? ['runuser', ['-u', 'postgres', '--', join(bin, command), ...args]]
      : [join(bin, command), args];
    execFileSync(file, argv, { cwd: folder, stdio: ['ignore', 'ignore', 'pipe'] });
  };
  // Postgres refuses to run as root, so its own user needs the folder.
  if (isRoot) execFileSync('chown', ['postgres', folder]);
  chmodSync(folder, 0o700);
  run('initdb', ['-D', data, '-A', 'trust', '-U', 'postgres', '-E', 'UTF8', '--locale=C']);
  run('pg_ctl', ['-D', data, '-w', '-l', join(folder, 'log'), 'start', '-o', options.join(' ')]);
  const stop = () => {
    process.off('exit', stop);
    run('pg_ctl', ['-D', data, '-m', 'immediate', 'stop']);
    rmSync(folder, { recursive: true, force: true });
  };
  process.once('exit', stop);
  const url = (name: string) => `postgresql://postgres@127.0.0.1:${port}/${name}`;
  return {
    async createDatabase(name) {
      const client = new Client({ connectionString: url('postgres') });
      await client.connect();
      await client.query(`CREATE DATABASE ${client.escapeIdentifier(name)}`);
      await client.end();
      return url(name);
    },
    stop,
  };
}

function newestBin(): string {
  const versions = existsSync(installed) ? readdirSync(installed) : [];
  const newest = versions.sort((one, other) => Number(one) - Number(other)).at(-1);
  if (newest === undefined) {
    throw new Error(
      `No Postgres is installed under ${installed}. Install it (Debian: apt-get install postgresql).`,
    );
  }
  return join(installed, newest, 'bin');
}
