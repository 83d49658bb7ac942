import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { LocalSlack } from '../../playground/slack/index.js';
import { openTestServer } from '../support/database.js';
import {
  type ServerProcess,
  startServerProcess,
  startServersSlack,
} from '../support/server-process.js';

let slack: LocalSlack;
let database: Awaited<ReturnType<typeof openTestServer>>;
let servers: ServerProcess[];
beforeAll(async () => {
  slack = await startServersSlack();
  database = await openTestServer();
  const env = { DATABASE_URL: database.url, METRICS_PORT: '0' };
  servers = await Promise.all([startServerProcess(env, slack), startServerProcess(env, slack)]);
});
afterAll(async () => {
  await Promise.all(servers.map((server) => server.remove()));
  await database.close();
});

interface Status {
  ok: boolean;
  version: string;
  parts: Record<string, { state: string; text: string }>;
}

/** What the operator reads, at the port that is kept out of reach from outside. */
async function statusOf(server: ServerProcess): Promise<Status> {
  const port = /"metricsPort":(\d+)/.exec(server.out())?.[1];
  return (await fetch(`http://127.0.0.1:${port}/statusz`)).json() as Promise<Status>;
}

const first = () => servers[0] as ServerProcess;
/** Each part with its state. */
const states = ({ parts }: Status) =>
  Object.fromEntries(Object.entries(parts).map(([about, { state }]) => [about, state]));

describe('the status', () => {
  it('tells of every part, with a sentence', async () => {
    const status = await statusOf(first());
    expect(status).toMatchObject({ ok: true, version: expect.stringMatching(/^\d+\.\d+\.\d+/) });
    expect(states(status)).toEqual({
      ...{ instance: 'ok', database: 'ok', slack: 'ok', token: 'ok', round: 'ok' },
      ...{ app: 'ok', socket: 'none' },
    });
    for (const { text } of Object.values(status.parts)) expect(text).toMatch(/^[A-Z].*\.$/);
  });

  it('names nobody, and shows no token', async () => {
    const text = JSON.stringify(await statusOf(first()));
    expect(text).not.toMatch(/xoxb|U0[A-Z]+|T0[A-Z]+|Moss|postgresql:/);
  });

  it('is told at the port of Slack to the machine itself only', async () => {
    expect((await first().get('/statusz')).status).toBe(200);
    for (const name of ['x-forwarded-for', 'forwarded', 'via', 'x-real-ip']) {
      const passedOn = await first().get('/statusz', { [name]: '203.0.113.7' });
      expect(passedOn).toEqual({ status: 404, body: { error: 'not found' } });
    }
  });
});

describe('two instances behind a load balancer, while Slack is away', () => {
  beforeAll(() => slack.close());

  it('both stay in it, as nothing is wrong with them', async () => {
    for (const server of servers) {
      expect(await server.get('/readyz')).toEqual({
        status: 200,
        body: { ready: true, problems: [] },
      });
      expect((await server.get('/healthz')).status).toBe(200);
    }
  });

  it('tell the operator', async () => {
    // What was found before holds for half a minute; the other one was not asked yet.
    const status = await statusOf(servers[1] as ServerProcess);
    expect(status.ok).toBe(false);
    expect(states(status)).toMatchObject({ database: 'ok', slack: 'trouble', token: 'unknown' });
    expect(status.parts.slack?.text).toMatch(/^Slack can't be reached at http/);
  });
});
