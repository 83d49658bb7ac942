import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { LocalSlack } from '../../playground/slack/index.js';
import { type ConnectProxy, startConnectProxy } from '../support/connect-proxy.js';
import { runNode } from '../support/node-process.js';
import {
  type ServerProcess,
  startServerProcess,
  startServersSlack,
} from '../support/server-process.js';
import { startTlsFront, type TlsFront } from '../support/tls-front.js';

/** Slack under a name that only the proxy knows, encrypted as the real one is. */
let slack: LocalSlack;
let front: TlsFront;
let proxy: ConnectProxy;
let server: ServerProcess;
let folder: string;
let env: NodeJS.ProcessEnv;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'ladder-proxy-'));
  const appToken = 'xapp-server';
  slack = await startServersSlack({ publicUrl: 'https://slack.test', appToken });
  front = await startTlsFront('slack.test', { port: Number(new URL(slack.url).port), folder });
  proxy = await startConnectProxy({ ports: { 'slack.test': front.port }, secret: 'ana:p@ss' });
  env = {
    SLACK_API_URL: 'https://slack.test/api/',
    SLACK_APP_TOKEN: appToken,
    HTTPS_PROXY: proxy.url.replace('://', '://ana:p%40ss@'),
    NODE_EXTRA_CA_CERTS: front.certificate,
    LOG_LEVEL: 'debug',
  };
  server = await startServerProcess(env, slack);
});
afterAll(async () => {
  await server.remove();
  await proxy.close();
  await front.close();
  rmSync(folder, { recursive: true, force: true });
});

describe('a server that reaches Slack through a proxy only', () => {
  it('answers a person, at once and later', async () => {
    const sora = slack.as('U0SORA');
    // The command comes through the socket, and what follows its ack goes to a response_url.
    const { message } = await sora.command('/ladder', 'senior');
    expect(message?.text).toContain('Senior Business Operations Manager');
    await sora.command('/ladder', 'me');
    await slack.waitFor(() => slack.calls.some(({ method }) => method === 'response_url'));
  });

  it('sends somebody their own data as a file', async () => {
    const rosa = slack.as('U0ROSA');
    const shows = (text: string) =>
      slack.waitFor(() => JSON.stringify(rosa.modal() ?? {}).includes(text));
    await rosa.command('/ladder', 'privacy');
    await shows('Whom to ask');
    await rosa.click('modal', 'My data');
    await shows('Page 1 of');
    await rosa.click('modal', 'Send it to me as a file');
    await shows('The file is in your messages');
    const shared = slack.messages.filter(({ file }) => file !== undefined);
    expect(shared).toHaveLength(1);
    const response = await fetch(`${slack.url}${shared[0]?.file?.path}`);
    const archive = gunzipSync(Buffer.from(await response.arrayBuffer())).toString();
    expect(archive).toMatch(/data\.json[\s\S]*data\.html/);
    expect(new Set(proxy.asked)).toEqual(new Set(['slack.test:443']));
  });

  it('opens its socket anew through it', async () => {
    const before = proxy.asked.length;
    slack.disconnectSockets();
    await slack.waitFor(() => slack.state().app.connected);
    const { message } = await slack.as('U0SORA').command('/ladder', 'senior');
    expect(message?.text).toContain('Senior Business Operations Manager');
    expect(proxy.asked.length).toBeGreaterThan(before);
    expect(new Set(proxy.asked)).toEqual(new Set(['slack.test:443']));
  });

  it('never logs the user and password of the proxy', () => {
    expect(server.out()).not.toMatch(/p@ss|p%40ss|ana:|YW5hOnBAc3M/);
  });

  it('shows its proxy to the doctor, without user and password', async () => {
    const { env, dataDirectory: cwd } = server;
    const { code, out } = await runNode('dist/src/cli.js', ['doctor'], { env, cwd });
    expect(code).toBe(0);
    expect(out).toContain(`Slack is reached through ${proxy.url}, which HTTPS_PROXY names`);
    expect(out).not.toMatch(/p@ss|p%40ss|ana/);
  });
});

describe('a server that does not trust what opens its encryption', () => {
  it('says so, and what to do', async () => {
    const untrusting = { ...server.env, NODE_EXTRA_CA_CERTS: undefined };
    const { code, error } = await runNode('dist/src/main.js', [], { env: untrusting, cwd: folder });
    expect({ code, error }).toEqual({
      code: 1,
      error: expect.stringMatching(
        /^The certificate of slack\.test isn't trusted here \(.+\)\. .* NODE_EXTRA_CA_CERTS=/,
      ),
    });
  });
});

describe('a server with a proxy that is none', () => {
  it('says so without quoting it', async () => {
    const wrong = { ...server.env, HTTPS_PROXY: 'http://ana:p#ss@proxy.example.com:3128' };
    const { code, error } = await runNode('dist/src/main.js', [], { env: wrong, cwd: folder });
    expect({ code, error }).toEqual({
      code: 1,
      error: expect.stringContaining('HTTPS_PROXY is no address of a proxy. Write http://HOST'),
    });
    expect(error).not.toMatch(/p#ss|ana/);
  });
});
