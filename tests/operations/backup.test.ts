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
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { readBackup, restoreDatabase } from '../../src/database/backup/index.js';
import { withClient } from '../../src/database/connection.js';
import { openDatabase, openDatabaseServer } from '../../src/database/index.js';
import { openEmptyServer } from '../support/database.js';
import { runNode } from '../support/node-process.js';
import { type ServerProcess, startServerProcess } from '../support/server-process.js';
import { startWriting } from './writing.js';

let folder: string;
let server: ServerProcess;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'ladder-backup-'));
  server = await startServerProcess();
  await ladder(server.dataDirectory, 'backup', path('one.tar.gz'));
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

const settingsIn = (name: string) => ({ databaseUrl: undefined, dataDirectory: path(name) });

describe('a backup beside a running server, while people write', () => {
  it('holds all that was acknowledged before it, is for nobody else to read, and a server can work on it', async () => {
    // It is written, and the server goes on.
    mkdirSync(path('out'));
    const { dataDirectory } = server;
    const joined = await openDatabase({ databaseUrl: undefined, dataDirectory }, { join: true });
    const workspace = await joined.db.workspace.findFirstOrThrow();
    const writes = await startWriting(joined, workspace.id);
    const acknowledgedBefore = [...writes.acknowledged];
    const written = await ladder(server.dataDirectory, 'backup', path('out/one.tar.gz'));
    await writes.stop();
    const acknowledgedInAll = writes.acknowledged;
    await joined.close();
    expect(written).toMatchObject({ code: 0, error: '' });
    expect(written.out).toMatch(
      /^Wrote .*one\.tar\.gz \(\d+\.\d MB\): \d+ people, 0 check-ins, 0 deliveries; \d+ rows in all\./,
    );
    expect((await server.get('/readyz')).status).toBe(200);

    // It is for nobody else to read, and leaves nothing beside it.
    expect(statSync(path('out/one.tar.gz')).mode & 0o777).toBe(0o600);
    expect(readdirSync(path('out'))).toEqual(['one.tar.gz']);

    // It holds, restored elsewhere, everything that was acknowledged before it.
    const { code, out, error } = await ladder(path('elsewhere'), 'restore', path('out/one.tar.gz'));
    expect({ code, error, out }).toEqual({
      code: 0,
      error: '',
      out: expect.stringMatching(
        /^Ladder \S+ wrote it at .*; restored: \d+ people, .*\nThere is no list .*\nNo message can have been/,
      ),
    });
    const restored = await openDatabase(settingsIn('elsewhere'));
    const people = await restored.db.person.findMany({ select: { slackUserId: true } });
    await restored.close();
    const ids = new Set(people.map(({ slackUserId }) => slackUserId));
    expect(acknowledgedBefore.filter((id) => !ids.has(id))).toEqual([]);
    expect([...ids].filter((id) => !acknowledgedInAll.includes(id))).toEqual([]);

    // It is what a server can work on.
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
    await ladder(path('copy'), 'restore', path('one.tar.gz'));
    const made = await ladder(path('copy'), 'backup', path('two.tar.gz'));
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
      error: expect.stringMatching(/^Another Ladder is running on the data in .* Stop it/),
    });
  });

  it('is refused where there is a database, which stays as it is', async () => {
    await ladder(path('there'), 'restore', path('one.tar.gz'));
    const { code, error } = await ladder(path('there'), 'restore', path('one.tar.gz'));
    expect({ code, error }).toEqual({
      code: 1,
      error: expect.stringMatching(
        /^There are data in .* already\. Move .*database away, and leave erased\.json/,
      ),
    });
  });

  it.each([
    ['is half there', () => readFileSync(path('one.tar.gz')).subarray(0, 1_000), /is damaged/],
    ['was changed', () => changed(readFileSync(path('one.tar.gz'))), /is damaged/],
    ['is something else', () => Buffer.from('a holiday picture'), /is damaged, or no backup/],
  ])('a file that %s is refused, and leaves nothing behind', async (_, bytes, sentence) => {
    writeFileSync(path('bad.tar.gz'), bytes());
    const { code, error } = await ladder(path('untouched'), 'restore', path('bad.tar.gz'));
    expect({ code, error }).toEqual({ code: 1, error: expect.stringMatching(sentence) });
    expect(existsSync(path('untouched'))).toBe(false);
  });

  it('a file that is not there is told of', async () => {
    const { code, error } = await ladder(path('untouched'), 'restore', path('nowhere.tar.gz'));
    expect({ code, error }).toEqual({
      code: 1,
      error: expect.stringMatching(/nowhere\.tar\.gz can't be read\. There is no /),
    });
  });
});

describe('a place that a backup can’t be written to', () => {
  const places: [string, string, RegExp][] = [
    ['a folder that is not there', 'no/such/one.tar.gz', /There is no .*no\/such \(ENOENT\)/],
    ['below a file', 'one.tar.gz/two.tar.gz', /ENOTDIR/],
    ['the system’s own', '/proc/one.tar.gz', /There is no \/proc\/one/],
    ['a name that is too long', `${'n'.repeat(250)}.tar.gz`, /ENAMETOOLONG/],
  ];
  it.each(places)('is named: %s', async (_, place, reason) => {
    const file = resolve(folder, place);
    const { code, error } = await ladder(server.dataDirectory, 'backup', file);
    expect({ code, error }).toEqual({ code: 1, error: expect.stringMatching(reason) });
    expect(error).toContain(`${file} can't be written`);
  });
});

describe('a restore that broke off', () => {
  it('is gone through before a server works on it', async () => {
    const file = path('one.tar.gz');
    const { url, close } = await openDatabaseServer(settingsIn('broken-off'));
    await restoreDatabase(url, file, (await readBackup(file)).header);
    await close();
    const env = { ...server.env, DATA_DIR: path('broken-off') };
    const refused = await runNode('dist/src/main.js', [], { env, cwd: folder });
    expect(refused).toMatchObject({ code: 1, error: expect.stringMatching(/after-restore/) });
    const { code, out } = await ladder(path('broken-off'), 'after-restore');
    expect({ code, out }).toEqual({ code: 0, out: expect.stringContaining('start the server') });
    const started = await startServerProcess({ DATA_DIR: path('broken-off') });
    expect((await started.get('/readyz')).status).toBe(200);
    await started.stop();
    await started.remove();
  });
});

describe('after-restore', () => {
  it('is refused while a server works on the data', async () => {
    const { code, error } = await ladder(server.dataDirectory, 'after-restore');
    expect({ code, error }).toEqual({
      code: 1,
      error: expect.stringMatching(/^Another Ladder is running/),
    });
  });

  it('is refused for data that another tool has copied from a server that is at work', async () => {
    const { url, close } = await openEmptyServer();
    const env = { ...server.env, DATABASE_URL: url };
    const work = await startServerProcess({ DATABASE_URL: url });
    await vi.waitFor(async () => expect(await planned(url)).toBe(1), 20_000);
    await work.stop();
    const refused = await runNode('dist/src/cli.js', ['after-restore'], { env, cwd: folder });
    expect(refused.error).toMatch(/^A server works on this database, or did so less than two/);
    await setPlanned(url);
    const { code, out } = await runNode('dist/src/cli.js', ['after-restore'], { env, cwd: folder });
    expect({ code, out }).toEqual({ code: 0, out: expect.stringContaining('start the server') });
    await work.remove();
    await close();
  });
});

function planned(url: string): Promise<number> {
  return withClient(url, async (client) => {
    const { rowCount } = await client.query(
      'SELECT FROM workspace_scheduler WHERE planned_at IS NOT NULL',
    );
    return rowCount ?? 0;
  });
}

function setPlanned(url: string) {
  return withClient(url, (client) =>
    client.query("UPDATE workspace_scheduler SET planned_at = now() - interval '1 hour'"),
  );
}

function changed(bytes: Buffer): Buffer {
  const middle = Math.floor(bytes.length / 2);
  bytes.fill(0, middle, middle + 200);
  return bytes;
}
