import { createServer } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';
import { App, SocketModeReceiver } from '@slack/bolt';
import { afterEach, describe, expect, it } from 'vitest';
import { startLocalSlack } from '../../../playground/slack/index.js';
import { ackLimitMs, slackWaitsMs, takeLateAcks } from '../../support/late-acks.js';
import {
  ana,
  botToken,
  quietLogger,
  signingSecret,
  workspaceOptions,
} from '../../support/local-slack.js';
import { signedCommand } from '../../support/signed-request.js';

const commands = [{ command: '/slow', description: 'Takes its time' }];
/** What to do at the end of a test, the last first. */
const endings: (() => Promise<unknown> | unknown)[] = [];
afterEach(async () => {
  for (const end of endings.splice(0).reverse()) await end();
});

type BeforeAck = () => Promise<unknown> | unknown;

/** An app that does this before each ack; where it listens. */
async function startApp(beforeAck: BeforeAck): Promise<string> {
  const server = createServer(async (_, response) => {
    await beforeAck();
    response.end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  endings.push(() => server.close());
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  return `http://127.0.0.1:${address.port}/slack/events`;
}

/** Ana's command to it over HTTP. */
async function askedOverHttp(beforeAck: BeforeAck): Promise<void> {
  const requestUrl = await startApp(beforeAck);
  const slack = await startLocalSlack(workspaceOptions({ app: { commands, requestUrl } }));
  endings.push(slack.close);
  await slack.as(ana).command('/slow');
}

/** The same over a socket. */
async function askedOverSocket(beforeAck: BeforeAck): Promise<void> {
  const appToken = 'xapp-made-up';
  const slack = await startLocalSlack(workspaceOptions({ appToken, app: { commands } }));
  endings.push(slack.close);
  const clientOptions = { slackApiUrl: slack.apiUrl };
  const app = new App({
    receiver: new SocketModeReceiver({
      appToken,
      logger: quietLogger,
      installerOptions: { clientOptions },
    }),
    ...{ token: botToken, botId: 'B0LADDER', botUserId: 'U0LADDER', logger: quietLogger },
    tokenVerificationEnabled: false,
    clientOptions,
  });
  app.command('/slow', async ({ ack }) => {
    await beforeAck();
    await ack();
  });
  await app.start();
  endings.push(() => app.stop());
  await slack.waitFor(() => slack.state().app.connected);
  await slack.as(ana).command('/slow');
}

/** A signed command that a test sends itself. */
async function askedBySignedRequest(beforeAck: BeforeAck): Promise<void> {
  const url = await startApp(beforeAck);
  expect((await fetch(url, signedCommand(signingSecret, {}))).status).toBe(200);
}

const ways = [askedOverHttp, askedOverSocket, askedBySignedRequest];

describe('an app that is asked', () => {
  it('in any way, and acknowledges after half as long again as Slack waits, is found out', async () => {
    await Promise.all(ways.map((asked) => asked(() => pause(1.5 * slackWaitsMs))));
    expect((await takeLateAcks(slackWaitsMs)).map(({ request }) => request).sort()).toEqual([
      '/slow',
      'POST /slack/events',
      'POST /slack/events',
    ]);
  });

  it('in any way, and acknowledges after half a second, is not', async () => {
    await Promise.all(ways.map((asked) => asked(() => pause(500))));
    expect(await takeLateAcks(slackWaitsMs)).toEqual([]);
  });

  it('and computes until its ack is late, is found out', async () => {
    await askedBySignedRequest(() => work(1.2 * slackWaitsMs));
    expect(await takeLateAcks(slackWaitsMs)).toHaveLength(1);
  });

  it('while its process does not get to run, is given that time', async () => {
    const cell = new Int32Array(new SharedArrayBuffer(4));
    await askedBySignedRequest(() => Atomics.wait(cell, 0, 0, 1.2 * slackWaitsMs));
    expect(await takeLateAcks(slackWaitsMs)).toEqual([]);
  });

  it.fails('and acknowledges late, fails its test', async () => {
    await askedBySignedRequest(() => pause(1.5 * ackLimitMs()));
  });
});

/** Keeps the process busy for so many milliseconds of its own. */
function work(ms: number): void {
  const used = () => {
    const { user, system } = process.cpuUsage();
    return (user + system) / 1_000;
  };
  for (const until = used() + ms; used() < until; );
}
