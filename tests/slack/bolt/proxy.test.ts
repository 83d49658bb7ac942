import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type LocalSlack, startLocalSlack } from '../../../playground/slack/index.js';
import { type HttpProxy, readProxy } from '../../../src/config/proxy.js';
import { backgroundClient } from '../../../src/slack/bolt/web-api/clients.js';
import { identify } from '../../../src/slack/bolt/web-api/identity.js';
import { classify } from '../../../src/slack/delivery/send-outcome.js';
import { type ConnectProxy, startConnectProxy } from '../../support/connect-proxy.js';
import { botToken, workspaceOptions } from '../../support/local-slack.js';

/** Nobody but the proxy knows where that is. */
const apiUrl = 'http://slack.test/api/';

let slack: LocalSlack;
let proxy: ConnectProxy;
beforeEach(async () => {
  slack = await startLocalSlack(workspaceOptions({ publicUrl: 'http://slack.test' }));
  const ports = { 'slack.test': Number(new URL(slack.url).port) };
  proxy = await startConnectProxy({ ports, secret: 'ana:p#ss/w@rd' });
});
afterEach(async () => {
  await proxy.close();
  await slack.close();
});

/** What the environment of a start says, with the proxy's real host and port. */
function proxyOf(address: string, noProxy = ''): HttpProxy | undefined {
  const HTTP_PROXY = address.replace('PROXY', new URL(proxy.url).host);
  return readProxy({ HTTP_PROXY, NO_PROXY: noProxy, SLACK_API_URL: apiUrl }).proxy;
}

const withSecret = 'http://ana:p%23ss%2Fw%40rd@PROXY';

/** The owner of the token, or the sentence that the operator gets. */
async function ask(way: { apiUrl: string; proxy: HttpProxy | undefined }): Promise<string> {
  const found = identify(backgroundClient(botToken, way), way);
  return found.then(
    ({ botUserId }) => botUserId,
    (error: Error) => error.message,
  );
}

describe('Slack behind a proxy', () => {
  it('is reached through it, with a user and a password that need encoding', async () => {
    expect(await ask({ apiUrl, proxy: proxyOf(withSecret) })).toBe('U0LADDER');
    expect(proxy.asked).toEqual(['slack.test:80']);
  });

  it('is not reached without it', async () => {
    expect(await ask({ apiUrl, proxy: undefined })).toMatch(/^Slack can't be reached at http:/);
    expect(proxy.asked).toEqual([]);
  });

  it('is reached straight where NO_PROXY exempts it', async () => {
    const way = (noProxy: string) => ({
      apiUrl: slack.apiUrl,
      proxy: proxyOf(withSecret, noProxy),
    });
    for (const noProxy of ['127.0.0.1', 'example.com, 127.0.0.0/8', '*']) {
      expect(await ask(way(noProxy))).toBe('U0LADDER');
    }
    expect(proxy.asked).toEqual([]);
    await ask(way('slack.test'));
    expect(proxy.asked).toEqual([new URL(slack.url).host]);
  });
});

describe('the operator is told', () => {
  it('that the proxy is away, and which variable names it', async () => {
    const told = await ask({ apiUrl, proxy: proxyOf('127.0.0.1:9') });
    expect(told).toBe(
      "Slack can't be reached through the proxy http://127.0.0.1:9, which HTTP_PROXY names, (ECONNREFUSED). Check its host and port; if Slack can be reached without it, set NO_PROXY=slack.test.",
    );
  });

  it('that the name of the proxy is unknown', async () => {
    const told = await ask({ apiUrl, proxy: proxyOf('http://proxy.invalid:3128') });
    expect(told).toMatch(/^Slack can't be reached through the proxy http:\/\/proxy\.invalid:3128,/);
  });

  it('that the proxy wants a password, or another one, and never which was tried', async () => {
    expect(await ask({ apiUrl, proxy: proxyOf('http://PROXY') })).toMatch(
      /wants a user and a password \(407\)\. Write them into HTTP_PROXY/,
    );
    const told = await ask({ apiUrl, proxy: proxyOf('http://ana:guess@PROXY') });
    expect(told).toMatch(/refuses its user and password \(407\)/);
    expect(told).not.toMatch(/guess|ana/);
  });

  it("that the proxy doesn't let Ladder through", async () => {
    proxy.refuse(403);
    expect(await ask({ apiUrl, proxy: proxyOf(withSecret) })).toMatch(
      /doesn't let Ladder through to slack\.test \(403\)\. Have it allow CONNECT/,
    );
  });
});

describe('a message that the proxy turned away', () => {
  it('was not sent, and is tried again', async () => {
    proxy.refuse(503);
    const client = backgroundClient(botToken, { apiUrl, proxy: proxyOf(withSecret) });
    const refused = await client.chat
      .postMessage({ channel: 'U0ANA', text: 'Hello' })
      .catch((error: unknown) => error);
    expect(classify(refused)).toMatchObject({ state: 'retry' });
    expect(slack.messages).toEqual([]);
  });
});
