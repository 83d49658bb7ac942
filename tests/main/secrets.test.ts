import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import type { LocalSlack } from '../../playground/slack/index.js';
import { runNode } from '../support/node-process.js';
import {
  type ServerProcess,
  startServerProcess,
  startServersSlack,
} from '../support/server-process.js';

/** Every secret that can be set, each to be recognised wherever it comes out. */
const secrets = {
  SLACK_BOT_TOKEN: 'xoxb-MARKEDBOT-1',
  SLACK_SIGNING_SECRET: 'MARKEDSIGNING1MARKEDSIGNING1abcd',
  SLACK_APP_TOKEN: 'xapp-1-MARKEDAPP-1',
  DATABASE_URL: 'postgresql://ladder:MARKEDPASSWORD@127.0.0.1:9/ladder',
  HTTPS_PROXY: 'http://user:MARKEDPROXY@127.0.0.1:9',
};

/** The same for several workspaces; the key is one that can't be. */
const severalSecrets = {
  SLACK_CLIENT_ID: '1.2',
  SLACK_CLIENT_SECRET: 'MARKEDCLIENTMARKEDCLIENT',
  SLACK_SIGNING_SECRET: secrets.SLACK_SIGNING_SECRET,
  TOKENS_KEY: 'MARKEDKEY',
  PUBLIC_URL: 'https://ladder.example.com',
};

/** The marks, plain and as they stand in headers and addresses. */
const marked = (text: string) =>
  /MARKED[A-Z]+/.test(text) ||
  Object.values(secrets).some((secret) => {
    const parts = [secret, secret.replace(/^\w+:\/\/|@.*$/g, '')];
    return parts.some((part) => text.includes(Buffer.from(part).toString('base64').slice(0, -4)));
  });

const folder = mkdtempSync(join(tmpdir(), 'ladder-marked-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** All that a program prints until it ends. */
async function printed(script: string, words: string[], env: NodeJS.ProcessEnv): Promise<string> {
  const base = { DATA_DIR: folder, PORT: '0', LOG_LEVEL: 'debug' };
  const { out, error } = await runNode(script, words, { env: { ...base, ...env }, cwd: folder });
  return out + error;
}

const server = 'dist/src/main.js';
const cli = 'dist/src/cli.js';
const { DATABASE_URL, HTTPS_PROXY, SLACK_APP_TOKEN, ...slackSecrets } = secrets;

it('would be found, plain and as headers have them', () => {
  expect(marked(`Bearer ${secrets.SLACK_BOT_TOKEN}`)).toBe(true);
  expect(marked(Buffer.from('user:MARKEDPROXY').toString('base64'))).toBe(true);
  expect(marked('xoxb- postgresql://ladder:***@127.0.0.1:9/ladder')).toBe(false);
});

describe('no secret is printed', () => {
  const nowhere = { SLACK_API_URL: 'http://127.0.0.1:9/api/' };
  it.each<[string, string, string[], NodeJS.ProcessEnv, RegExp]>([
    [
      'by a start with settings that can’t be',
      ...([server, []] as [string, string[]]),
      {
        ...secrets,
        PORT: 'MARKED',
        SLACK_BOT_TOKEN: secrets.SLACK_APP_TOKEN,
        SLACK_APP_TOKEN: secrets.SLACK_BOT_TOKEN,
      },
      /SLACK_BOT_TOKEN/,
    ],
    [
      'by a start with a torn address of the database',
      ...([server, []] as [string, string[]]),
      { ...slackSecrets, DATABASE_URL: 'postgresql://ladder:MARKEDPASSWORD#x@127.0.0.1/l' },
      /DATABASE_URL/,
    ],
    [
      'by a start whose database refuses',
      ...([server, []] as [string, string[]]),
      { ...slackSecrets, ...nowhere, DATABASE_URL },
      /Slack|database/,
    ],
    [
      'by a start that can’t reach Slack',
      ...([server, []] as [string, string[]]),
      { ...slackSecrets, ...nowhere, DATA_DIR: join(folder, 'a') },
      /Slack/,
    ],
    [
      'by a start whose proxy is away',
      ...([server, []] as [string, string[]]),
      { ...slackSecrets, HTTPS_PROXY, DATA_DIR: join(folder, 'b') },
      /through the proxy http:\/\/127\.0\.0\.1:9,/,
    ],
    [
      'by a start for several workspaces with a key that is none',
      ...([server, []] as [string, string[]]),
      severalSecrets,
      /TOKENS_KEY is no key/,
    ],
    [
      'by a start for several workspaces whose database refuses',
      ...([server, []] as [string, string[]]),
      { ...severalSecrets, TOKENS_KEY: Buffer.alloc(32).toString('base64'), DATABASE_URL },
      /database/,
    ],
    [
      'by doctor for several workspaces',
      ...([cli, ['doctor']] as [string, string[]]),
      { ...severalSecrets, DATABASE_URL },
      /wrong/,
    ],
    [
      'by doctor, whatever is wrong',
      ...([cli, ['doctor']] as [string, string[]]),
      secrets,
      /wrong/,
    ],
    [
      'by a command whose database refuses',
      ...([cli, ['people', 'list']] as [string, string[]]),
      { ...slackSecrets, DATABASE_URL },
      /database/,
    ],
  ])('%s', async (_, script, words, env, said) => {
    // What is set wrongly by the operator here is a secret as well.
    const output = (await printed(script, words, env)).replaceAll('"MARKED"', '');
    expect(output).toMatch(said);
    expect(marked(output)).toBe(false);
  });
});

describe('a running server', () => {
  let slack: LocalSlack | undefined;
  let running: ServerProcess | undefined;
  afterAll(() => running?.remove());

  it('shows none in its log, its ports and the list of processes, whatever fails', async () => {
    const { SLACK_BOT_TOKEN: botToken, SLACK_SIGNING_SECRET: signingSecret } = secrets;
    slack = await startServersSlack({ botToken, signingSecret });
    const onDemand = `process.on('SIGUSR2', () => { setImmediate(() => { const e = new Error(process.env.SLACK_BOT_TOKEN); e.code = 'ERR_ODD'; throw e }) })`;
    running = await startServerProcess(
      {
        ...slackSecrets,
        ...{ LOG_LEVEL: 'debug', METRICS_PORT: '0' },
        NODE_OPTIONS: `--import="data:text/javascript,${encodeURIComponent(onDemand)}"`,
      },
      slack,
    );
    const metricsPort = /"metricsPort":(\d+)/.exec(running.out())?.[1];
    const sora = slack.as('U0SORA');

    // Slack refuses, answers nonsense and hangs up, and somebody forges a request.
    slack.faults.fail('views.publish', 'token_revoked');
    await sora.openHome();
    slack.faults.fail('views.open', 'internal_error');
    await sora.command('/ladder', 'check-in').catch(() => undefined);
    slack.faults.drop('views.publish');
    await sora.openHome();
    const forged = await fetch(`http://127.0.0.1:${running.port}/slack/events`, {
      method: 'POST',
      headers: { 'x-slack-signature': 'v0=0', 'x-slack-request-timestamp': '1' },
      body: 'payload=x',
    });
    expect(forged.status).toBe(401);
    const { message } = await sora.command('/ladder', 'senior');
    expect(message?.text).toContain('Senior');

    const ports = await Promise.all(
      [
        ...['healthz', 'readyz', 'statusz'].map(
          (path) => `http://127.0.0.1:${running?.port}/${path}`,
        ),
        `http://127.0.0.1:${metricsPort}/metrics`,
      ].map(async (url) => (await fetch(url)).text()),
    );
    const processes = execFileSync('ps', ['-A', '-ww', '-o', 'args'], { encoding: 'utf8' });
    expect(processes).toContain('dist/src/main.js');

    running.kill('SIGUSR2');
    const { out, error, code } = await running.ended;
    expect(code).toBe(1);
    expect(out).toContain('an error that nobody caught');
    expect(out).toMatch(/"level":(40|50)/);
    expect(marked([out, error, ...ports, processes].join('\n'))).toBe(false);

    // Nor is any kept where the data are.
    const files = readdirSync(running.dataDirectory, { recursive: true, encoding: 'utf8' });
    for (const file of files.filter((name) => /\.(log|conf|pid|opts|json)$/.test(name))) {
      expect(marked(readFileSync(join(running.dataDirectory, file), 'utf8')), file).toBe(false);
    }
  });
});
