import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { people } from '../../playground/made-up-workspace.js';
import { connectDatabase } from '../../src/database/client.js';
import { withClient } from '../../src/database/connection.js';
import type { OpenDatabaseServer } from '../../src/database/embedded.js';
import { openTestServer } from '../support/database.js';
import { startTestLadder } from '../support/ladder.js';

/** A role that may have three connections at once, to a database of its own. */
let server: OpenDatabaseServer;
let url: string;
const role = `ladder_${randomUUID().slice(0, 8)}`;

beforeAll(async () => {
  server = await openTestServer();
  await withClient(server.url, (client) =>
    client.query(`CREATE ROLE ${role} LOGIN CONNECTION LIMIT 3;
      GRANT ALL ON SCHEMA public TO ${role}; GRANT ALL ON ALL TABLES IN SCHEMA public TO ${role}`),
  );
  const limited = new URL(server.url);
  limited.username = role;
  url = limited.href;
});
afterAll(async () => {
  await withClient(server.url, (client) =>
    client.query(`DROP OWNED BY ${role}; DROP ROLE ${role}`),
  );
  await server.close();
});

describe('forty requests at once where the database gives three connections', () => {
  it('are all answered', async () => {
    const ladder = await startTestLadder({ config: { databaseUrl: url } });
    const everyone = people.map(({ id }) => ladder.slack.as(id));
    const commands = Array.from({ length: 5 }, () => everyone).flat();
    await Promise.all(commands.map((person) => person.command('/ladder', 'me')));
    const answers = await ladder.slack.waitFor(() => {
      const all = everyone.flatMap((person) => person.messages());
      return all.length >= commands.length ? all : undefined;
    });
    expect(answers.filter(({ text }) => /database|wrong/.test(text))).toEqual([]);
    expect(ladder.logged.filter(({ level }) => level === 'error')).toEqual([]);
    await ladder.stop();
  });

  it('wait for a connection, and later there are more again', async () => {
    const { db, poolUse } = connectDatabase(url);
    const ask = () => db.$queryRaw`SELECT pg_sleep(0.01)::text`;
    await Promise.all(Array.from({ length: 40 }, ask));
    expect(poolUse().inUse + poolUse().idle).toBeLessThanOrEqual(3);
    await db.$disconnect();
  });

  it('fail with what Postgres says when nothing gets free in time', async () => {
    const holders = [1, 2, 3].map(() => connectDatabase(url));
    await Promise.all(holders.map(({ db }) => db.$connect()));
    await Promise.all(holders.map(({ db }) => db.$queryRaw`SELECT 1`));
    const hurried = new URL(url);
    hurried.searchParams.set('connect_timeout', '1');
    const late = connectDatabase(hurried.href);
    await expect(late.db.$queryRaw`SELECT 1`).rejects.toThrow(/too many connections/i);
    await Promise.all([...holders, late].map(({ db }) => db.$disconnect()));
  });
});
