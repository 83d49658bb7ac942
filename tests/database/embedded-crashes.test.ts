import { execFileSync, spawn } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { findRunningEmbedded } from '../../src/database/embedded.js';
import { openDatabase } from '../../src/database/index.js';
import { type ServerProcess, startServerProcess } from '../support/server-process.js';

let server: ServerProcess;
let folder: string;
beforeEach(async () => {
  server = await startServerProcess();
  folder = server.dataDirectory;
});
afterEach(() => server.remove());

const lockFile = () => join(folder, 'database', 'postmaster.pid');
const postgresPid = () => Number.parseInt(readFileSync(lockFile(), 'utf8'), 10);

/** The process that waits for the end of Ladder, to stop Postgres then. */
function watcherPid(): number {
  const processes = execFileSync('ps', ['-eo', 'pid=,args='], { encoding: 'utf8' }).split(
    /\n(?= *\d)/,
  );
  const watcher = processes.find((one) => /^ *\d+ sh -c/.test(one) && one.includes(folder));
  return Number.parseInt(watcher ?? '', 10);
}

/** Opens the database as the next start does, and gives how many workspaces are in it. */
async function workspacesAtNextStart(): Promise<number> {
  const next = await openDatabase({ databaseUrl: undefined, dataDirectory: folder });
  return next.db.workspace.count().finally(next.close);
}

describe('a Postgres that is killed', () => {
  it('ends Ladder, which says so, and opens again with what was saved', async () => {
    process.kill(postgresPid(), 'SIGKILL');
    const { code, error } = await server.ended;
    expect({ code, error: error.trim() }).toEqual({
      code: 1,
      error: expect.stringMatching(
        /^The embedded database in .* has stopped: .*\. Make sure that its disk has room, then start Ladder again; what was saved is kept\.$/,
      ),
    });
    expect(await workspacesAtNextStart()).toBe(1);
  });

  it('starts again though another program has its process id by now', async () => {
    process.kill(postgresPid(), 'SIGKILL');
    await server.ended;
    const other = spawn('sleep', ['60']);
    writeFileSync(lockFile(), readFileSync(lockFile(), 'utf8').replace(/^\d+/, `${other.pid}`));
    expect(await workspacesAtNextStart()).toBe(1);
    other.kill();
  });
});

describe('a Ladder that is killed', () => {
  it('takes its Postgres along, in order', async () => {
    server.kill('SIGKILL');
    await server.ended;
    await vi.waitFor(async () => expect(await findRunningEmbedded(folder)).toBeUndefined(), 20_000);
    await vi.waitFor(() => expect(postgresPid).toThrow('ENOENT'), 20_000);
    expect(await workspacesAtNextStart()).toBe(1);
  });

  it('leaves one that goes on to nobody, and the next start takes its place', async () => {
    process.kill(watcherPid(), 'SIGKILL');
    server.kill('SIGKILL');
    await server.ended;
    const left = postgresPid();
    expect(await findRunningEmbedded(folder)).toBeDefined();
    const next = await openDatabase({ databaseUrl: undefined, dataDirectory: folder });
    expect(postgresPid()).not.toBe(left);
    expect(await next.db.workspace.count()).toBe(1);
    await next.close();
    expect(await findRunningEmbedded(folder)).toBeUndefined();
  });

  it('is no hindrance where all of it was killed at once', async () => {
    process.kill(watcherPid(), 'SIGKILL');
    process.kill(postgresPid(), 'SIGKILL');
    server.kill('SIGKILL');
    await server.ended;
    expect(await workspacesAtNextStart()).toBe(1);
  });
});

describe('Ctrl+C at a terminal', () => {
  it('reaches Ladder alone, which stops Postgres when it has finished', async () => {
    const groupOf = (pid: number) =>
      execFileSync('ps', ['-o', 'pgid=', '-p', `${pid}`], { encoding: 'utf8' }).trim();
    expect(groupOf(postgresPid())).not.toBe(groupOf(server.pid));
    expect(await server.stop()).toMatchObject({ code: 0, error: '' });
    expect(await findRunningEmbedded(folder)).toBeUndefined();
  });
});
