import { createHmac } from 'node:crypto';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { oddBody, oddBytes, oddEnvelope } from '../support/odd-requests.js';
import { requestText, sendRaw, statusOf } from '../support/raw-request.js';
import { scrape } from '../support/scrape.js';
import {
  type ServerProcess,
  startServerProcess,
  startServersSlack,
} from '../support/server-process.js';

/** Another one in each run; a failure says which it was. */
const seed = Number(process.env.ODD_SEED ?? Date.now() % 1_000_000);
const some = <T>(what: fc.Arbitrary<T>, count: number) => fc.sample(what, { seed, numRuns: count });

const appToken = 'xapp-server';
const mostGrowth = 200 * 1024 * 1024;

/** Does something with each, so many at a time. */
async function each<T>(all: T[], atOnce: number, work: (one: T) => Promise<unknown>) {
  const rest = [...all];
  const worker = async () => {
    for (let one = rest.pop(); one !== undefined; one = rest.pop()) await work(one);
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
}

describe.each([
  ['over HTTP', {}],
  ['in Socket Mode', { SLACK_APP_TOKEN: appToken }],
])(`a server %s, after odd requests (ODD_SEED=${seed})`, (_mode, mode) => {
  const overHttp = !('SLACK_APP_TOKEN' in mode);
  let server: ServerProcess;
  let metricsPort: number;
  let before: number;
  const memory = async () =>
    (await scrape(metricsPort)).value('process_resident_memory_bytes') ?? 0;

  beforeAll(async () => {
    const slack = await startServersSlack(overHttp ? {} : { appToken });
    server = await startServerProcess({ METRICS_PORT: '0', ...mode }, slack);
    metricsPort = Number(/"metricsPort":(\d+)/.exec(server.out())?.[1]);
    await server.slack.as('U0SORA').command('/ladder', 'senior');
    before = await memory();
  });
  afterAll(() => server.remove());

  const ports = () => [server.port, metricsPort];
  const isServed = async () => {
    const { message } = await server.slack.as('U0SORA').command('/ladder', 'senior');
    expect(message?.text).toContain('Senior Business Operations Manager');
    const health = requestText('GET /healthz HTTP/1.1');
    expect(statusOf(await sendRaw(server.port, health))).toBe(200);
    expect((await memory()) - before).toBeLessThan(mostGrowth);
    expect(server.out()).not.toContain('nobody caught');
    expect(server.out()).not.toContain('an HTTP request failed');
  };

  it('at either port, with and without anything of HTTP, lives and answers', async () => {
    await each(some(oddBytes, 500), 50, async (bytes) => {
      for (const port of ports()) await sendRaw(port, bytes, { patienceMs: 100 });
    });
    await isServed();
  }, 60_000);

  if (overHttp) {
    it('that Slack has signed, has answered each, lives and answers', async () => {
      const silent: unknown[] = [];
      await each(some(oddBody, 350), 30, async (body) => {
        for (const request of [asJson(body), asForm(body)]) {
          const answer = await sendRaw(server.port, request, { patienceMs: 8_000 });
          // 401: the same was sent a moment before.
          if (!/^(200|400|401|404)$/.test(String(statusOf(answer)))) silent.push(body);
        }
      });
      expect(silent).toEqual([]);
      await isServed();
    }, 60_000);
  } else {
    it('on its socket, lives and answers', async () => {
      for (const envelope of some(oddEnvelope, 1_000)) server.slack.sendOnSocket(envelope);
      const last = { envelope_id: 'the-last', type: 'events_api', payload: null };
      server.slack.sendOnSocket(JSON.stringify(last));
      await server.slack.waitFor(() => server.slack.acknowledged.has('the-last'), 30_000);
      await isServed();
    }, 60_000);
  }
});

const asJson = (body: unknown) => signed(JSON.stringify(body), 'application/json');
const asForm = (body: unknown) =>
  signed(
    `payload=${encodeURIComponent(JSON.stringify(body).replace(/[\ud800-\udfff]/g, ''))}`,
    'application/x-www-form-urlencoded',
  );

function signed(body: string, type: string): string {
  const timestamp = String(Math.floor(Date.now() / 1000));
  const digest = createHmac('sha256', 'a signing secret of the server')
    .update(`v0:${timestamp}:${body}`)
    .digest('hex');
  return requestText(
    'POST /slack/events HTTP/1.1',
    [
      `Content-Type: ${type}`,
      `Content-Length: ${Buffer.byteLength(body)}`,
      `X-Slack-Request-Timestamp: ${timestamp}`,
      `X-Slack-Signature: v0=${digest}`,
    ],
    body,
  );
}
