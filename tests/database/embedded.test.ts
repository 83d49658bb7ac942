import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { placeOf } from '../../src/database/embedded/place.js';
import { findRunningEmbedded } from '../../src/database/embedded.js';
import { openDatabase } from '../../src/database/index.js';
import { DatabaseInUseError } from '../../src/database/problem.js';

let dataDirectory: string;
beforeEach(() => {
  dataDirectory = mkdtempSync(join(tmpdir(), 'ladder-embedded-'));
});
afterEach(() => rmSync(dataDirectory, { recursive: true, force: true }));

const open = (options = {}, directory = dataDirectory) =>
  openDatabase({ databaseUrl: undefined, dataDirectory: directory }, options);

describe('the embedded database', () => {
  it('keeps what was written when it is opened again', async () => {
    const first = await open();
    await first.db.workspace.create({ data: { slackTeamId: 'T1', name: 'Moss & Fern' } });
    await first.close();
    expect(await findRunningEmbedded(dataDirectory)).toBeUndefined();
    const second = await open();
    expect(await second.db.workspace.count()).toBe(1);
    await second.close();
  });

  it('is refused to a second Ladder, and shared with the command line', async () => {
    const server = await open();
    await expect(open()).rejects.toThrow(DatabaseInUseError);
    const commandLine = await open({ join: true });
    await commandLine.db.workspace.create({ data: { slackTeamId: 'T2', name: 'Moss & Fern' } });
    await commandLine.close();
    expect(await server.db.workspace.count()).toBe(1);
    await server.close();
  });

  it('is made once when two start it at the same time, and both get it', async () => {
    const both = await Promise.all([open({ join: true }), open({ join: true })]);
    for (const { db } of both) expect(await db.workspace.count()).toBe(0);
    await Promise.all(both.map(({ close }) => close()));
    expect(readdirSync(dataDirectory).sort()).toEqual(['database', 'run']);
  });

  it('goes on for a command until it is through, whoever has started it', async () => {
    const first = await open({ join: true });
    const second = await open({ join: true });
    let isClosed = false;
    const closing = first.close().then(() => {
      isClosed = true;
    });
    await second.db.workspace.create({ data: { slackTeamId: 'T3', name: 'Moss & Fern' } });
    expect(isClosed).toBe(false);
    await second.close();
    await closing;
    expect(await findRunningEmbedded(dataDirectory)).toBeUndefined();
  });

  it('is open to nobody on the network', async () => {
    const { db, close } = await open();
    expect(await db.$queryRaw`SHOW listen_addresses`).toEqual([{ listen_addresses: '' }]);
    await close();
  });

  it('does not say that it has ended by itself when it is closed', async () => {
    const { died, close } = await open();
    await close();
    expect(await Promise.race([died, 'nothing was said'])).toBe('nothing was said');
  });
});

describe('the place of the embedded database', () => {
  it.each([
    ['too long for a socket', 'a-rather-long-name-for-a-directory'.repeat(4)],
    ['with what a shell, a URL and Postgres read as something else', `a b,c "d" 'e' %41 $HOME ü;:`],
  ])('may have a path %s', async (_, name) => {
    const directory = join(dataDirectory, name);
    const opened = await open({}, directory);
    expect(await opened.db.workspace.count()).toBe(0);
    const joined = await open({ join: true }, directory);
    expect(await joined.db.workspace.count()).toBe(0);
    await joined.close();
    await opened.close();
  });

  it.each([
    ['open to others', (path: string) => mkdirSync(path), (path: string) => chmodSync(path, 0o777)],
    ['a link', (path: string) => symlinkSync(dataDirectory, path), () => {}],
  ])('is refused where the folder of its socket is %s', async (_, make, change) => {
    const directory = join(dataDirectory, 'a-rather-long-name-for-a-directory'.repeat(4));
    const { sockets } = placeOf(directory);
    make(sockets);
    change(sockets);
    await expect(open({}, directory)).rejects.toThrow(
      `The folder ${sockets} is not Ladder's alone`,
    );
    rmSync(sockets, { recursive: true });
    await (await open({}, directory)).close();
    rmSync(sockets, { recursive: true });
  });

  it('is said to be a file where it is one', async () => {
    const file = join(dataDirectory, 'file');
    writeFileSync(file, '');
    await expect(open({}, file)).rejects.toThrow(/^DATA_DIR .* is not a directory\./);
  });

  it('is not begun anew where an earlier version has left its database', async () => {
    mkdirSync(join(dataDirectory, 'postgres'));
    writeFileSync(join(dataDirectory, 'postgres', 'PG_VERSION'), '17');
    await expect(open()).rejects.toThrow(
      /is the database of an earlier version .* move it away\.$/,
    );
    expect(existsSync(join(dataDirectory, 'database'))).toBe(false);
  });
});
