import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { findRunningEmbedded, openEmbedded } from '../../src/database/embedded.js';
import { lastWords } from '../../src/database/embedded-death.js';
import { type ServerProcess, startServerProcess } from '../support/server-process.js';

/** Copying in is the one thing that the embedded Postgres can't bear. */
async function kill(url: string): Promise<Error> {
  const client = new Client({ connectionString: url });
  client.on('error', () => {});
  await client.connect();
  await client.query('CREATE TABLE IF NOT EXISTS copied (id int)');
  await client.query('INSERT INTO copied VALUES (1)');
  return client.query('COPY copied FROM STDIN').then(
    () => new Error('It has borne it.'),
    (error: Error) => error,
  );
}

const sentence =
  /^The embedded database in .* has stopped: terminating connection because .* lost\. Make sure that its disk has room, then start Ladder again; what was saved is kept\.$/;

describe('an embedded database that ends by itself', () => {
  let dataDirectory: string;
  beforeEach(() => {
    dataDirectory = mkdtempSync(join(tmpdir(), 'ladder-death-'));
  });
  afterEach(() => rmSync(dataDirectory, { recursive: true, force: true }));

  it('says so, breaks its connections, and opens again with what was saved', async () => {
    const first = await openEmbedded(dataDirectory);
    const waiting = new Client({ connectionString: first.url });
    const broken = new Promise((resolve) => waiting.once('error', resolve));
    await waiting.connect();
    expect((await kill(first.url)).message).toMatch(/terminated/);
    expect((await first.died).message).toMatch(sentence);
    await broken;
    await first.close();
    const second = await openEmbedded(dataDirectory);
    const client = new Client({ connectionString: second.url });
    await client.connect();
    expect((await client.query('SELECT id FROM copied')).rows).toEqual([{ id: 1 }]);
    await client.end();
    await second.close();
  });

  it('does not say so when it is closed', async () => {
    const opened = await openEmbedded(dataDirectory);
    await opened.close();
    expect(await Promise.race([opened.died, 'nothing was said'])).toBe('nothing was said');
  });
});

describe('a server whose embedded database ends by itself', () => {
  let server: ServerProcess;
  beforeAll(async () => {
    server = await startServerProcess();
  });
  afterAll(() => server.remove());

  it('says so and ends with 1', async () => {
    await kill((await findRunningEmbedded(server.dataDirectory)) ?? '');
    const { code, error } = await server.ended;
    expect({ code, error: error.trim() }).toEqual({
      code: 1,
      error: expect.stringMatching(sentence),
    });
  });
});

describe('the last words of Postgres', () => {
  const message = (severity: string, text: string) => {
    const fields = Buffer.from(`S${severity}\0V${severity}\0M${text}\0\0`);
    const head = Buffer.from([0x45, 0, 0, 0, fields.length + 4]);
    return Buffer.concat([head, fields]);
  };
  const ready = Buffer.from([0x5a, 0, 0, 0, 5, 0x49]);

  it('are those of the error that ended it', () => {
    const answers = Buffer.concat([ready, message('ERROR', 'no'), message('PANIC', 'disk full')]);
    expect(lastWords(answers)).toBe('disk full');
  });

  it('are not those of an error that it survived, which may be about what people wrote', () => {
    expect(lastWords(Buffer.concat([message('ERROR', 'private'), ready]))).toBeUndefined();
  });
});
