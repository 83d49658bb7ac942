import { type AddressInfo, connect, createServer, type Server } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { connectDatabase } from '../../src/database/client.js';
import type { OpenDatabaseServer } from '../../src/database/embedded.js';
import { addressOf } from '../support/breakable-database.js';
import { openTestServer } from '../support/database.js';

let server: OpenDatabaseServer;
let wire: Server;
/** How many connections Postgres still ends as soon as they are made. */
let ending = 0;

/** "terminating connection due to administrator command", as Postgres says it. */
const goodbye = message('E', 'SFATAL\0VFATAL\0C57P01\0Mterminating connection\0\0');

beforeAll(async () => {
  server = await openTestServer();
  wire = createServer((near) => {
    const far = connect(addressOf(server.url));
    near.pipe(far);
    for (const socket of [near, far]) socket.on('error', () => {});
    far.on('close', () => near.destroy());
    near.on('close', () => far.destroy());
    far.on('data', (data) => {
      const isReady = data.subarray(-6, -1).equals(message('Z', 'I').subarray(0, 5));
      if (ending === 0 || !isReady) return near.write(data);
      ending -= 1;
      return near.end(Buffer.concat([data, goodbye]));
    });
  });
  await new Promise<void>((resolve) => wire.listen(0, '127.0.0.1', resolve));
});
afterAll(async () => {
  wire.close();
  await server.close();
});

function message(type: string, body: string): Buffer {
  const length = Buffer.alloc(4);
  length.writeInt32BE(4 + Buffer.byteLength(body));
  return Buffer.concat([Buffer.from(type), length, Buffer.from(body)]);
}

describe('a connection that Postgres ends in the moment in which it is made', () => {
  it('fails the transaction that waited for it and nothing else', async () => {
    const { port } = wire.address() as AddressInfo;
    const url = new URL(server.url);
    url.searchParams.delete('host');
    url.host = `127.0.0.1:${port}`;
    const { db } = connectDatabase(url.href);
    ending = 1;
    const one = () => db.$transaction((transaction) => transaction.$queryRaw`SELECT 1 AS one`);
    await expect(one()).rejects.toThrow();
    expect(ending).toBe(0);
    expect(await one()).toEqual([{ one: 1 }]);
    await db.$disconnect();
  });
});
