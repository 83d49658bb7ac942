import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { openDatabase } from '../../src/database/index.js';
import { runNode } from '../support/node-process.js';
import { scrape } from '../support/scrape.js';
import { type ServerProcess, startServerProcess } from '../support/server-process.js';

describe('a server without a configuration', () => {
  let empty: string;
  beforeAll(() => {
    empty = mkdtempSync(join(tmpdir(), 'ladder-empty-'));
  });
  afterAll(() => rmSync(empty, { recursive: true, force: true }));

  it('says everything that is missing and ends with 1', async () => {
    const { code, out, error } = await runNode('dist/src/main.js', [], { cwd: empty });
    expect({ code, out, lines: error.trim().split('\n') }).toEqual({
      code: 1,
      out: '',
      lines: [
        "Ladder can't work with this configuration:",
        expect.stringContaining('SLACK_BOT_TOKEN is missing'),
        expect.stringContaining('SLACK_SIGNING_SECRET is missing'),
      ],
    });
  });

  it('says in words that Slack is away and ends with 1', async () => {
    const env = {
      SLACK_BOT_TOKEN: 'xoxb-1',
      SLACK_SIGNING_SECRET: 'secret',
      SLACK_API_URL: 'http://127.0.0.1:9/',
    };
    const { code, error } = await runNode('dist/src/main.js', [], { cwd: empty, env });
    expect({ code, error: error.trim() }).toEqual({
      code: 1,
      error:
        "Slack can't be reached at http://127.0.0.1:9/. Check the network, and SLACK_API_URL if you set it.",
    });
  });
});

describe('a running server', () => {
  let server: ServerProcess;
  beforeAll(async () => {
    server = await startServerProcess({ METRICS_PORT: '0' });
  });
  afterAll(() => server.remove());

  it('is alive and ready', async () => {
    expect(await server.get('/healthz')).toMatchObject({ status: 200, body: { alive: true } });
    expect(await server.get('/readyz')).toEqual({
      status: 200,
      body: { ready: true, problems: [] },
    });
  });

  it('answers a person in Slack', async () => {
    const { message } = await server.slack.as('U0SORA').command('/ladder', 'senior');
    expect(message?.text).toContain('Senior Business Operations Manager');
  });

  it('serves metrics at a port of its own', async () => {
    const port = /"metricsPort":(\d+)/.exec(server.out())?.[1];
    expect((await scrape(Number(port))).value('ladder_database_up')).toBe(1);
  });

  it('says which version it is: when asked, in the log, in the metrics, and alone', async () => {
    const { out } = await runNode('dist/src/cli.js', ['--version']);
    const version = out.trim();
    expect(version).toMatch(/^\d+\.\d+\.\d+(\+[0-9a-f]{12}(\.changed)?)?$/);
    expect((await server.get('/healthz')).body).toEqual({ alive: true, version });
    expect(server.out()).toContain(`"version":"${version}"`);
    const port = /"metricsPort":(\d+)/.exec(server.out())?.[1];
    const labels = { version, node: process.versions.node };
    expect((await scrape(Number(port))).value('ladder_build_info', labels)).toBe(1);
  });

  it('is refused a second time on the same data', async () => {
    const { code, error } = await server.again();
    expect({ code, error }).toEqual({
      code: 1,
      error: expect.stringMatching(
        /^Another Ladder is running on the data in .* DATABASE_URL\.\n$/,
      ),
    });
  });

  it('stops when asked to, and leaves its data free for the next', async () => {
    const stopping = await startServerProcess();
    const { code, error } = await stopping.stop();
    expect({ code, error }).toEqual({ code: 0, error: '' });
    const { dataDirectory } = stopping;
    const next = await openDatabase({ databaseUrl: undefined, dataDirectory });
    expect(await next.db.workspace.count()).toBe(1);
    await next.close();
    await stopping.remove();
  });
});

describe('a server that is to go on for a while', () => {
  it('says that it stops and answers meanwhile, then ends', async () => {
    const server = await startServerProcess({ STOP_DELAY_SECONDS: '2' });
    const ended = server.stop();
    await vi.waitFor(async () => expect((await server.get('/readyz')).status).toBe(503));
    expect((await server.get('/readyz')).body).toEqual({
      ready: false,
      problems: ['This instance is stopping.'],
    });
    const { message } = await server.slack.as('U0SORA').command('/ladder', 'senior');
    expect(message?.text).toContain('Senior Business Operations Manager');
    expect(await ended).toMatchObject({ code: 0, error: '' });
    await server.remove();
  });
});

describe('a server whose port is taken', () => {
  it('says so and ends with 1', async () => {
    const other = createServer();
    const port = await new Promise<number>((resolve) => {
      other.listen(0, () => resolve((other.address() as { port: number }).port));
    });
    const server = await startServerProcess({ PORT: String(port) }).catch((error: Error) => error);
    other.close();
    expect(String(server)).toMatch(
      new RegExp(`Port ${port} is taken.*\\. Set PORT to a free one\\.`),
    );
  });
});
