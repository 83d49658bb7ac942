import { createServer } from 'node:http';
import type { App } from '@slack/bolt';
import { afterEach, expect, test } from 'vitest';
import { startLocalSlack } from '../../playground/slack/index.js';
import {
  ana,
  ben,
  general,
  type SlackWithApp,
  startSlackWithApp,
  workspaceOptions,
} from '../support/local-slack.js';

const commands = [{ command: '/ladder', description: 'Look up a role' }];
let running: SlackWithApp | undefined;

afterEach(async () => {
  await running?.stop();
  running = undefined;
});

async function start(register: (app: App) => void) {
  running = await startSlackWithApp(register, { app: { commands } });
  return running.slack;
}

test('a command is signed, and its text answer is seen by the person alone', async () => {
  const slack = await start((app) =>
    app.command('/ladder', ({ ack, command }) => ack(`You asked: ${command.text}`)),
  );
  const answer = await slack.as(ana).command('/ladder', 'senior', { channel: general });
  expect(answer).toMatchObject({ status: 200, ok: true, message: { text: 'You asked: senior' } });
  expect(slack.as(ana).lastMessage()?.text).toBe('You asked: senior');
  expect(slack.as(ben).messages()).toEqual([]);
  expect(slack.refusals).toEqual([]);
});

test('an answer in the channel is seen by all its members', async () => {
  const slack = await start((app) =>
    app.command('/ladder', ({ ack }) => ack({ response_type: 'in_channel', text: 'For all' })),
  );
  await slack.as(ana).command('/ladder', '', { channel: general });
  expect(slack.as(ben).lastMessage()?.text).toBe('For all');
});

test('a command without a channel is typed in the DM with the app', async () => {
  const slack = await start((app) =>
    app.command('/ladder', ({ ack, command }) => ack(command.channel_name)),
  );
  const answer = await slack.as(ana).command('/ladder');
  expect(answer.message).toMatchObject({ channel: slack.as(ana).dm, text: 'directmessage' });
});

test('where the app takes no messages, the DM takes no command either, and a channel does', async () => {
  const app = { commands, messagesReadOnly: true };
  running = await startSlackWithApp((one) => one.command('/ladder', ({ ack }) => ack('Here')), {
    app,
  });
  const person = running.slack.as(ana);
  await expect(person.command('/ladder')).rejects.toThrow('has been turned off');
  await expect(person.write('Hello')).rejects.toThrow('has been turned off');
  await person.command('/ladder', '', { channel: general });
  expect(person.messages().map(({ text }) => text)).toEqual(['Here']);
});

test('an empty ack shows nothing', async () => {
  const slack = await start((app) => app.command('/ladder', ({ ack }) => ack()));
  expect((await slack.as(ana).command('/ladder')).message).toBeUndefined();
  expect(slack.as(ana).messages()).toEqual([]);
});

test('a command that is not acked in time tells the person so', async () => {
  const slack = await start((app) => app.command('/ladder', async () => undefined));
  slack.timing.ackMs = 50;
  const answer = await slack.as(ana).command('/ladder', 'senior');
  expect(answer.problem).toBe('/ladder failed with the error "operation_timeout"');
  expect(slack.as(ana).lastMessage()).toMatchObject({ from: 'USLACKBOT', ephemeralTo: ana });
  expect(slack.requests.at(-1)).toMatchObject({ what: '/ladder senior', outcome: 'timeout' });
});

test('an app that is not there tells the person so', async () => {
  const slack = await startLocalSlack(workspaceOptions({ app: { commands } }));
  const answer = await slack.as(ana).command('/ladder');
  await slack.close();
  expect(answer.problem).toBe('/ladder failed with the error "dispatch_failed"');
});

test('an app with another signing secret turns the command away', async () => {
  running = await startSlackWithApp((app) => app.command('/ladder', ({ ack }) => ack('Hello')), {
    app: { commands },
    signingSecret: 'another secret',
  });
  const answer = await running.slack.as(ana).command('/ladder');
  expect(answer).toMatchObject({ status: 401, ok: false });
});

test('an ack that Slack would refuse is recorded with its reasons', async () => {
  const slack = await start((app) =>
    app.command('/ladder', ({ ack }) =>
      ack({ text: 'x', blocks: [{ type: 'section', text: { type: 'mrkdwn', text: '' } }] }),
    ),
  );
  const answer = await slack.as(ana).command('/ladder');
  expect(answer.problem).toContain('invalid_blocks');
  expect(slack.refusals).toMatchObject([
    { where: 'command ack', reasons: ['blocks[0].text.text: empty'] },
  ]);
});

test('a command that the app does not have never leaves Slack', async () => {
  const slack = await start(() => undefined);
  const answer = await slack.as(ana).command('/other');
  expect(answer).toMatchObject({ ok: false, dispatched: false });
});

test('the request carries what Slack sends', async () => {
  const bodies: URLSearchParams[] = [];
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    bodies.push(new URLSearchParams(Buffer.concat(chunks).toString()));
    response.end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const slack = await startLocalSlack(workspaceOptions({ app: { commands } }));
  slack.connectApp(`http://127.0.0.1:${(server.address() as { port: number }).port}/`);
  await slack.as(ana).command('/ladder', ' senior ', { channel: general });
  await slack.close();
  server.closeAllConnections();
  server.close();
  expect(Object.fromEntries(bodies[0] ?? [])).toMatchObject({
    command: '/ladder',
    text: 'senior',
    user_id: ana,
    user_name: 'ana.associate',
    channel_id: general,
    channel_name: 'general',
    team_domain: 'ladder',
    response_url: expect.stringContaining(slack.url),
    trigger_id: expect.any(String),
  });
});
