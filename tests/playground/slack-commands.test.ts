import { afterEach, expect, test } from 'vitest';
import { ana, ben, general, type SlackWithApp, startSlackWithApp } from '../support/local-slack.js';

const command = { command: '/ladder', description: 'Look up a role' };
let running: SlackWithApp | undefined;

afterEach(async () => {
  await running?.stop();
  running = undefined;
});

test('a command is signed, and its text answer is seen by the person alone', async () => {
  running = await startSlackWithApp(
    (app) => app.command('/ladder', async ({ ack, command }) => ack(`You asked: ${command.text}`)),
    { app: { commands: [command] } },
  );
  const { slack } = running;
  const answer = await slack.as(ana).command('/ladder', 'senior', { channel: general });
  expect(answer).toMatchObject({ status: 200, ok: true, message: { text: 'You asked: senior' } });
  expect(slack.as(ana).lastMessage()?.text).toBe('You asked: senior');
  expect(slack.as(ben).messages()).toEqual([]);
  expect(slack.refusals).toEqual([]);
});
