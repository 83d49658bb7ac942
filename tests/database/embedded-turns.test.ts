import type { Socket } from 'node:net';
import { Client, type QueryConfig } from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { OpenDatabaseServer } from '../../src/database/embedded.js';
import { openTestServer } from '../support/database.js';

let server: OpenDatabaseServer;
let clients: Client[];
beforeAll(async () => {
  server = await openTestServer();
  clients = await Promise.all([0, 1, 2, 3, 4].map(() => newClient()));
  await clients[0]?.query('CREATE TABLE counter (id int PRIMARY KEY, value int)');
  await clients[0]?.query('INSERT INTO counter SELECT n, 0 FROM generate_series(0, 4) n');
});
afterAll(async () => {
  await Promise.all(clients.map((client) => client.end()));
  await server.close();
});

async function newClient(): Promise<Client> {
  const client = new Client({ connectionString: server.url });
  await client.connect();
  client.on('error', () => {});
  return client;
}

describe('connections to one database', () => {
  it('each get the answers to their own questions, however many ask at once', async () => {
    const answers = await Promise.all(
      clients.map(async (client, asker) => {
        const given: unknown[] = [];
        for (let question = 0; question < 60; question += 1) {
          const { rows } = await client.query(`SELECT ${asker} AS asker, $1::int AS question`, [
            question,
          ]);
          given.push(rows[0]);
        }
        return given;
      }),
    );
    const asked = clients.map((_, asker) =>
      Array.from({ length: 60 }, (_, question) => ({ asker, question })),
    );
    expect(answers).toEqual(asked);
  });

  it('lose no update to a row that each of them locks first', async () => {
    const addTen = async (client: Client) => {
      for (let turn = 0; turn < 10; turn += 1) {
        await client.query('SELECT $1::int', [turn]);
        await client.query('BEGIN');
        const { rows } = await client.query(
          'SELECT value FROM counter WHERE id = $1 FOR UPDATE',
          [0],
        );
        await client.query('UPDATE counter SET value = $1 WHERE id = 0', [rows[0].value + 1]);
        await client.query('COMMIT');
      }
    };
    await Promise.all(clients.map(addTen));
    const { rows } = await (clients[0] as Client).query('SELECT value FROM counter WHERE id = 0');
    expect(rows[0].value).toBe(50);
  });

  it('go on when one of them breaks in the middle of a transaction', async () => {
    const broken = await newClient();
    await broken.query('BEGIN');
    await broken.query('UPDATE counter SET value = 99 WHERE id = $1', [1]);
    streamOf(broken).destroy();
    const { rows } = await (clients[0] as Client).query('SELECT value FROM counter WHERE id = 1');
    expect(rows[0].value).toBe(0);
  });

  it('go on when one of them breaks in the middle of a query', async () => {
    const broken = await newClient();
    const stream = streamOf(broken);
    await new Promise((sent) => stream.write(parseMessage('SELECT 1'), sent));
    stream.destroy();
    const { rows } = await (clients[0] as Client).query('SELECT 7 AS seven');
    expect(rows[0].seven).toBe(7);
  });

  it('go on when one of them breaks after an error in the middle of a query', async () => {
    const broken = await newClient();
    await broken.query('BEGIN');
    await broken.query('UPDATE counter SET value = 99 WHERE id = $1', [2]);
    const stream = streamOf(broken);
    const flush = Buffer.from([0x48, 0, 0, 0, 4]);
    stream.write(Buffer.concat([parseMessage('SELECT 1/'), flush]));
    await new Promise((failed) => broken.once('error', failed));
    stream.destroy();
    const { rows } = await (clients[0] as Client).query(
      'SELECT value FROM counter WHERE id = $1',
      [2],
    );
    expect(rows).toEqual([{ value: 0 }]);
  });

  it('get an answer of many parts whole', async () => {
    const words = 'SELECT n, repeat(n::text, 30) AS word FROM generate_series(1, 5000) n';
    const { rows } = await (clients[0] as Client).query(`${words} WHERE n > $1`, [0]);
    const expected = Array.from({ length: 5000 }, (_, at) => ({
      n: at + 1,
      word: `${at + 1}`.repeat(30),
    }));
    expect(rows).toEqual(expected);
  });

  it('get some rows of a query at a time, before it ends', async () => {
    const some: QueryConfig & { rows: number } = {
      text: 'SELECT n FROM generate_series(1, 25) n',
      rows: 10,
    };
    const [{ rows }, others] = await Promise.all([
      (clients[0] as Client).query(some),
      (clients[1] as Client).query('SELECT $1::int AS n', [7]),
    ]);
    expect(rows.map(({ n }) => n)).toEqual(Array.from({ length: 25 }, (_, at) => at + 1));
    expect(others.rows).toEqual([{ n: 7 }]);
  });

  it('hear of an error in a query with parameters, and can ask again', async () => {
    const client = clients[0] as Client;
    await expect(client.query('SELECT 1 / $1::int', [0])).rejects.toThrow('division by zero');
    expect((await client.query('SELECT 1 / $1::int AS one', [1])).rows).toEqual([{ one: 1 }]);
  });
});

function streamOf(client: Client): Socket {
  return (client as unknown as { connection: { stream: Socket } }).connection.stream;
}

/** The first part of a query with parameters. */
function parseMessage(sql: string): Buffer {
  const body = Buffer.from(`\0${sql}\0\0\0`);
  const head = Buffer.from([0x50, 0, 0, 0, 0]);
  head.writeInt32BE(body.length + 4, 1);
  return Buffer.concat([head, body]);
}
