import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
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

  it('works in a directory with a path too long for a socket', async () => {
    const deep = join(dataDirectory, 'a-rather-long-name-for-a-directory'.repeat(4));
    const opened = await openDatabase({ databaseUrl: undefined, dataDirectory: deep });
    expect(await opened.db.workspace.count()).toBe(0);
    await opened.close();
  });
});
