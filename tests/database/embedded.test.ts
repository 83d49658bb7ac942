import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { lockDirectory } from '../../src/database/directory-lock.js';
import { openEmbedded } from '../../src/database/embedded.js';
import { DatabaseInUseError, openDatabase } from '../../src/database/index.js';

describe('the embedded database', () => {
  let dataDirectory: string;
  beforeEach(() => {
    dataDirectory = mkdtempSync(join(tmpdir(), 'ladder-embedded-'));
  });
  afterEach(() => rmSync(dataDirectory, { recursive: true, force: true }));

  it('keeps what was written when it is opened again', async () => {
    const first = await openDatabase({ databaseUrl: undefined, dataDirectory });
    await first.db.workspace.create({ data: { slackTeamId: 'T1', name: 'Moss & Fern' } });
    await first.close();
    const second = await openDatabase({ databaseUrl: undefined, dataDirectory });
    expect(await second.db.workspace.count()).toBe(1);
    await second.close();
  });

  it('is refused to a second Ladder, and shared with the command line', async () => {
    const server = await openDatabase({ databaseUrl: undefined, dataDirectory });
    await expect(openDatabase({ databaseUrl: undefined, dataDirectory })).rejects.toThrow(
      DatabaseInUseError,
    );
    const commandLine = await openDatabase(
      { databaseUrl: undefined, dataDirectory },
      { join: true },
    );
    await commandLine.db.workspace.create({ data: { slackTeamId: 'T2', name: 'Moss & Fern' } });
    await commandLine.close();
    expect(await server.db.workspace.count()).toBe(1);
    await server.close();
  });

  it('answers however many connections', async () => {
    const server = await openEmbedded(dataDirectory);
    const clients = Array.from({ length: 150 }, () => new Client({ connectionString: server.url }));
    await Promise.all(clients.map((client) => client.connect()));
    const answers = await Promise.all(clients.map((client) => client.query('SELECT 1')));
    expect(answers).toHaveLength(150);
    await Promise.all(clients.map((client) => client.end()));
    await server.close();
  });

  it('begins anew where its first start was broken off', async () => {
    const first = await openEmbedded(dataDirectory);
    await first.close();
    const folder = join(dataDirectory, 'postgres');
    rmSync(join(folder, 'global'), { recursive: true });
    writeFileSync(join(folder, 'unfinished'), '');
    const opened = await openDatabase({ databaseUrl: undefined, dataDirectory });
    expect(await opened.db.workspace.count()).toBe(0);
    expect(existsSync(join(folder, 'unfinished'))).toBe(false);
    await opened.close();
  });

  it('works in a directory with a path too long for a socket', async () => {
    const deep = join(dataDirectory, 'a-rather-long-name-for-a-directory'.repeat(4));
    const opened = await openDatabase({ databaseUrl: undefined, dataDirectory: deep });
    expect(await opened.db.workspace.count()).toBe(0);
    await opened.close();
  });
});

describe('the lock on a data directory', () => {
  let directory: string;
  beforeEach(() => {
    directory = mkdtempSync(join(tmpdir(), 'ladder-lock-'));
  });
  afterEach(() => rmSync(directory, { recursive: true, force: true }));

  it('goes to one of many that ask at once', async () => {
    const locks = await Promise.all(Array.from({ length: 8 }, () => lockDirectory(directory)));
    expect(locks.filter((lock) => lock !== undefined)).toHaveLength(1);
  });

  it('is free again after it was given back', async () => {
    (await lockDirectory(directory))?.();
    expect(await lockDirectory(directory)).toBeDefined();
  });

  it('is free again after its process was killed', async () => {
    const holder = await listenInAnotherProcess(join(directory, 'lock'));
    expect(await lockDirectory(directory)).toBeUndefined();
    holder.kill('SIGKILL');
    await new Promise((resolve) => holder.once('exit', resolve));
    expect(await lockDirectory(directory)).toBeDefined();
  });
});

function listenInAnotherProcess(path: string): Promise<ChildProcess> {
  const script = `require('net').createServer().listen(${JSON.stringify(path)}, () => console.log('up'))`;
  const child = spawn(process.execPath, ['-e', script], { stdio: ['ignore', 'pipe', 'inherit'] });
  return new Promise((resolve) => child.stdout?.once('data', () => resolve(child)));
}
