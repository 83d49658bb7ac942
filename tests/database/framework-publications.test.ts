import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { withClient } from '../../src/database/connection.js';
import type { OpenDatabaseServer } from '../../src/database/embedded.js';
import { migrate, readMigrations } from '../../src/database/migrations.js';
import { openEmptyServer } from '../support/database.js';

const name = '20261128182800_framework_publications';
const all = readMigrations();
const before = all.slice(
  0,
  all.findIndex((one) => one.name === name),
);

let server: OpenDatabaseServer;
beforeEach(async () => {
  server = await openEmptyServer();
  await migrate(server.url, before);
});
afterEach(() => server.close());

const ask = (sql: string, values: unknown[] = []) =>
  withClient(server.url, async (client) => (await client.query(sql, values)).rows);

/** A workspace that has had these ladders, of which it uses the one with these roles. */
async function workspaceOf(ladders: string[][], inUse: string[]) {
  const [{ id }] = await ask(
    `INSERT INTO workspace (id, slack_team_id, name, role_keys)
     VALUES (gen_random_uuid(), gen_random_uuid(), 'Moss & Fern', $1) RETURNING id`,
    [inUse],
  );
  for (const [nth, keys] of ladders.entries()) {
    await ask(
      `INSERT INTO framework_version (id, workspace_id, number, hash, document)
       VALUES (gen_random_uuid(), $1, $2, $3, $4)`,
      [id, nth + 1, `hash-${keys}`, { roles: keys.map((key) => ({ key })) }],
    );
  }
  return id;
}

const versionsOf = (id: string) =>
  ask(
    `SELECT number, hash, note, announced_at IS NOT NULL AS announced
     FROM framework_version WHERE workspace_id = $1 ORDER BY number`,
    [id],
  );

describe('the migration that gives versions their note', () => {
  it('makes an older version that is in use the newest, and leaves the others', async () => {
    const ladders = [['helper', 'gardener'], ['helper']];
    const backAtFirst = await workspaceOf(ladders, ['helper', 'gardener']);
    const atNewest = await workspaceOf(ladders, ['helper']);
    expect(await migrate(server.url)).toContain(name);
    const stored = [
      { number: 1, hash: 'hash-helper,gardener', note: '', announced: true },
      { number: 2, hash: 'hash-helper', note: '', announced: true },
    ];
    const again = { ...stored[0], number: 3, note: 'the same as version 1' };
    expect(await versionsOf(backAtFirst)).toEqual([...stored, again]);
    expect(await versionsOf(atNewest)).toEqual(stored);
  });

  it('makes none where no version has the roles in use', async () => {
    const id = await workspaceOf([['helper']], []);
    await migrate(server.url);
    expect(await versionsOf(id)).toHaveLength(1);
  });
});
