import { execFile } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { Client } from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { OpenDatabaseServer } from '../../src/database/embedded.js';
import { type OpenDatabase, openDatabase } from '../../src/database/index.js';
import { openTestServer } from '../support/database.js';
import { runNode } from '../support/node-process.js';
import { type ServerProcess, startServerProcess } from '../support/server-process.js';

let folder: string;
let server: ServerProcess;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'ladder-backup-'));
  server = await startServerProcess();
});
afterAll(async () => {
  await server.remove();
  rmSync(folder, { recursive: true, force: true });
});

const path = (name: string) => join(folder, name);

/** The real command in a process of its own, with this data directory. */
function ladder(dataDirectory: string, ...words: string[]) {
  const env = { ...server.env, DATA_DIR: dataDirectory };
  return runNode('dist/src/cli.js', words, { env, cwd: folder });
}

/** Writes notes through the running server's database until told to stop, several at once. */
function writer({ db }: OpenDatabase, workspaceId: string) {
  const acknowledged: string[] = [];
  let number = 0;
  let stopped = false;
  const write = async () => {
    while (!stopped) {
      number += 1;
      const slackUserId = `U${number}`;
      await db.person.create({ data: { workspaceId, slackUserId, name: `Person ${number}` } });
      acknowledged.push(slackUserId);
    }
  };
  const writing = [write(), write(), write()];
  return {
    acknowledged,
    stop() {
      stopped = true;
      return Promise.all(writing);
    },
  };
}

describe('a backup beside a running server, while people write', () => {
  let acknowledgedBefore: string[];
  let acknowledgedInAll: string[];

  it('is written, and the server goes on', async () => {
    const joined = await openDatabase(
      { databaseUrl: undefined, dataDirectory: server.dataDirectory },
      { join: true },
    );
    const workspace = await joined.db.workspace.findFirstOrThrow();
    const writes = writer(joined, workspace.id);
    while (writes.acknowledged.length < 20) await new Promise((done) => setTimeout(done, 10));
    acknowledgedBefore = [...writes.acknowledged];
    const { code, out, error } = await ladder(server.dataDirectory, 'backup', path('one.tar.gz'));
    await writes.stop();
    acknowledgedInAll = writes.acknowledged;
    await joined.close();
    expect({ code, error }).toEqual({ code: 0, error: '' });
    expect(out).toMatch(
      /^Wrote .*one\.tar\.gz \(\d+\.\d MB\): \d+ people, 0 check-ins, 0 deliveries\./,
    );
    expect((await server.get('/readyz')).status).toBe(200);
  });

  it('is for nobody else to read, and leaves nothing beside it', () => {
    expect(statSync(path('one.tar.gz')).mode & 0o777).toBe(0o600);
    expect(existsSync(path('.one.tar.gz'))).toBe(false);
  });

  it('holds, restored elsewhere, everything that was acknowledged before it', async () => {
    const { code, out, error } = await ladder(path('elsewhere'), 'restore', path('one.tar.gz'));
    expect({ code, error, out }).toEqual({
      code: 0,
      error: '',
      out: expect.stringMatching(/^Restored the backup of .* people, .*\nNo message can have been/),
    });
    const restored = await openDatabase({
      databaseUrl: undefined,
      dataDirectory: path('elsewhere'),
    });
    const people = await restored.db.person.findMany({ select: { slackUserId: true } });
    await restored.close();
    const ids = new Set(people.map(({ slackUserId }) => slackUserId));
    expect(acknowledgedBefore.filter((id) => !ids.has(id))).toEqual([]);
    expect([...ids].filter((id) => !acknowledgedInAll.includes(id))).toEqual([]);
  });

  it('is what a server can work on', async () => {
    const other = await startServerProcess({ DATA_DIR: path('elsewhere') });
    expect(await other.get('/readyz')).toEqual({
      status: 200,
      body: { ready: true, problems: [] },
    });
    await other.stop();
    await other.remove();
  });
});

describe('a backup', () => {
  it('is refused under a name that exists', async () => {
    writeFileSync(path('taken'), 'mine');
    const { code, error } = await ladder(server.dataDirectory, 'backup', path('taken'));
    expect({ code, error }).toEqual({ code: 1, error: expect.stringContaining('exists already') });
    expect(readFileSync(path('taken'), 'utf8')).toBe('mine');
  });

  it('is refused where there is no database, and none is made', async () => {
    const { code, error } = await ladder(path('empty'), 'backup', path('none.tar.gz'));
    expect({ code, error }).toEqual({
      code: 1,
      error: expect.stringContaining('There is no database in'),
    });
    expect([existsSync(path('empty')), existsSync(path('none.tar.gz'))]).toEqual([false, false]);
  });

  it('needs no server', async () => {
    const made = await ladder(path('elsewhere'), 'backup', path('two.tar.gz'));
    expect({ code: made.code, error: made.error }).toEqual({ code: 0, error: '' });
    const { code, error } = await ladder(path('third'), 'restore', path('two.tar.gz'));
    expect({ code, error }).toEqual({ code: 0, error: '' });
  });
});

describe('restoring', () => {
  it('is refused while a server runs', async () => {
    const { code, error } = await ladder(server.dataDirectory, 'restore', path('one.tar.gz'));
    expect({ code, error }).toEqual({
      code: 1,
      error: expect.stringMatching(/^A server is running on the data in .* Stop it first/),
    });
  });

  it('is refused where there is a database, which stays as it is', async () => {
    const { code, error } = await ladder(path('third'), 'restore', path('one.tar.gz'));
    expect({ code, error }).toEqual({
      code: 1,
      error: expect.stringMatching(/^There is a database in .* already\. Move it away \(mv /),
    });
  });

  it.each([
    ['is half there', () => readFileSync(path('one.tar.gz')).subarray(0, 1_000_000), /is damaged/],
    ['was changed', () => changed(readFileSync(path('one.tar.gz'))), /is damaged/],
    ['is something else', () => Buffer.from('a holiday picture'), /is damaged, or no backup/],
  ])('a file that %s is refused, and leaves nothing behind', async (_, bytes, sentence) => {
    writeFileSync(path('bad.tar.gz'), bytes());
    mkdirSync(path('untouched'), { recursive: true });
    const { code, error } = await ladder(path('untouched'), 'restore', path('bad.tar.gz'));
    expect({ code, error }).toEqual({ code: 1, error: expect.stringMatching(sentence) });
    expect(existsSync(join(path('untouched'), 'postgres'))).toBe(false);
  });

  it('a file that is not there is told of', async () => {
    const { code, error } = await ladder(path('untouched'), 'restore', path('nowhere.tar.gz'));
    expect({ code, error }).toEqual({
      code: 1,
      error: expect.stringContaining('There is no file'),
    });
  });
});

const serverUrl = process.env.TEST_DATABASE_URL;
// On the embedded database there is no server whose tools could be tried.
if (serverUrl !== undefined) {
  describe('a Postgres server', () => {
    let lost: OpenDatabaseServer;
    let fresh: OpenDatabaseServer;
    let work: ServerProcess;
    let acknowledged: string[];
    beforeAll(async () => {
      [lost, fresh] = await Promise.all([openTestServer(), openTestServer()]);
      work = await startServerProcess({ DATABASE_URL: lost.url });
    });
    afterAll(async () => {
      await work.remove();
      await lost.close();
      await fresh.close();
    });

    it('is backed up with pg_dump beside Ladder, while people write', async () => {
      const joined = await openDatabase({ databaseUrl: lost.url, dataDirectory: '' });
      const workspace = await joined.db.workspace.findFirstOrThrow();
      const writes = writer(joined, workspace.id);
      while (writes.acknowledged.length < 20) await new Promise((done) => setTimeout(done, 10));
      acknowledged = [...writes.acknowledged];
      await run('pg_dump', '--format=custom', `--file=${path('ladder.dump')}`, lost.url);
      await writes.stop();
      await joined.close();
      expect(statSync(path('ladder.dump')).size).toBeGreaterThan(0);
    });

    it('is restored with pg_restore and after-restore, with all that was acknowledged', async () => {
      await empty(fresh.url);
      await run('pg_restore', `--dbname=${fresh.url}`, path('ladder.dump'));
      const restored = await openDatabase({ databaseUrl: fresh.url, dataDirectory: '' });
      await restored.db.$executeRaw`UPDATE dispatch SET planned_at = now() - interval '1 hour'`;
      const { code, out } = await ladderOn(fresh.url, 'after-restore');
      expect({ code, out }).toEqual({ code: 0, out: expect.stringContaining('start the server') });
      const people = await restored.db.person.findMany({ select: { slackUserId: true } });
      await restored.close();
      const ids = new Set(people.map(({ slackUserId }) => slackUserId));
      expect(acknowledged.filter((id) => !ids.has(id))).toEqual([]);
    });

    it('is left alone by after-restore while Ladder works on it', async () => {
      const { code, error } = await ladderOn(lost.url, 'after-restore');
      expect({ code, error }).toEqual({
        code: 1,
        error: expect.stringMatching(/^A server works on this database/),
      });
    });
  });
}

/** Takes out what a test's database comes with. */
async function empty(url: string): Promise<void> {
  const client = new Client({ connectionString: url });
  await client.connect();
  await client.query('DROP SCHEMA public CASCADE; CREATE SCHEMA public');
  await client.end();
}

/** Runs one of Postgres' own tools, the newest that there is. */
async function run(tool: string, ...words: string[]): Promise<void> {
  const folders = readdirSync('/usr/lib/postgresql').sort((a, b) => Number(b) - Number(a));
  await promisify(execFile)(`/usr/lib/postgresql/${folders[0]}/bin/${tool}`, words);
}

function ladderOn(databaseUrl: string, ...words: string[]) {
  const env = { ...server.env, DATABASE_URL: databaseUrl };
  return runNode('dist/src/cli.js', words, { env, cwd: folder });
}

describe('with a Postgres server', () => {
  const away = 'postgresql://ladder:s3cret@127.0.0.1:9/ladder';

  it.each([
    ['backup', 'pg_dump --format=custom'],
    ['restore', 'pg_restore --dbname='],
  ])('%s says what to use instead, without the password', async (command, instead) => {
    const { code, error } = await ladderOn(away, command, path('any'));
    expect({ code, error }).toEqual({ code: 1, error: expect.stringContaining(instead) });
    expect(error).not.toContain('s3cret');
  });
});

function changed(bytes: Buffer): Buffer {
  const middle = Math.floor(bytes.length / 2);
  bytes.fill(0, middle, middle + 2000);
  return bytes;
}
