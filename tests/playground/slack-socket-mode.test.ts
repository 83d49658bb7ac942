import { App, SocketModeReceiver } from '@slack/bolt';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { WebSocket } from 'ws';
import { type LocalSlack, startLocalSlack } from '../../playground/slack/index.js';
import { ana, botToken, clientOf, quietLogger, workspaceOptions } from '../support/local-slack.js';

const appToken = 'xapp-made-up';
const commands = [{ command: '/ladder', description: 'Look up a role' }];
let slack: LocalSlack;

beforeEach(async () => {
  slack = await startLocalSlack(workspaceOptions({ appToken, app: { commands } }));
});

afterEach(() => slack.close());

test('an app in Socket Mode answers commands and gets events', async () => {
  const receiver = new SocketModeReceiver({
    appToken,
    logger: quietLogger,
    installerOptions: { clientOptions: { slackApiUrl: slack.apiUrl } },
  });
  const app = new App({
    receiver,
    token: botToken,
    botId: 'B0LADDER',
    botUserId: 'U0LADDER',
    tokenVerificationEnabled: false,
    logger: quietLogger,
    clientOptions: { slackApiUrl: slack.apiUrl },
  });
  app.command('/ladder', ({ ack, command }) => ack(`You asked: ${command.text}`));
  await app.start();
  await slack.waitFor(() => slack.state().app.connected);
  const answer = await slack.as(ana).command('/ladder', 'next');
  const home = await slack.as(ana).openHome();
  await app.stop();
  expect(answer).toMatchObject({ ok: true, message: { text: 'You asked: next' } });
  expect(home.status).toBe(200);
});

/** A bare connection that keeps what it is sent. */
async function connect() {
  const { url } = await clientOf(slack, appToken).apps.connections.open({});
  const received: { type: string; envelope_id?: string; reason?: string }[] = [];
  const socket = new WebSocket(url ?? '');
  socket.on('message', (data) => received.push(JSON.parse(String(data))));
  await slack.waitFor(() => received.some((one) => one.type === 'hello'));
  return { socket, received, url: url ?? '' };
}

test('a person hears when the app does not ack over its socket', async () => {
  const { socket } = await connect();
  slack.timing.ackMs = 30;
  const answer = await slack.as(ana).command('/ladder');
  socket.close();
  expect(answer.problem).toContain('operation_timeout');
});

test("at Slack's routine disconnect the socket is told and closed", async () => {
  const { socket, received } = await connect();
  slack.disconnectSockets();
  await slack.waitFor(() => socket.readyState === WebSocket.CLOSED);
  expect(received.at(-1)).toMatchObject({ type: 'disconnect', reason: 'refresh_requested' });
  expect(slack.state().app.connected).toBe(false);
});

test('a connection address works once', async () => {
  const { socket, url } = await connect();
  const again = new WebSocket(url);
  const failed = await new Promise((resolve) => again.once('error', () => resolve(true)));
  socket.close();
  expect(failed).toBe(true);
});
