import { execFile } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
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

const serverUrl = process.env.TEST_DATABASE_URL;
// Postgres' tools read no server that is newer than they are.
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
