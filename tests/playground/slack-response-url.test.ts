import { afterEach, beforeEach, expect, test } from 'vitest';
import { type LocalSlack, startLocalSlack } from '../../playground/slack/index.js';
import { pause } from '../../playground/slack/pause.js';
import { ana, ben, clientOf, general, workspaceOptions } from '../support/local-slack.js';
import { type ReceivingApp, receivingApp } from '../support/receiving-app.js';

const commands = [{ command: '/x', description: 'Anything' }];
const button = {
  type: 'actions' as const,
  elements: [
    { type: 'button' as const, action_id: 'go', text: { type: 'plain_text' as const, text: 'Go' } },
  ],
};
let slack: LocalSlack;
let app: ReceivingApp;

beforeEach(async () => {
  app = await receivingApp();
  slack = await startLocalSlack(workspaceOptions({ app: { commands, requestUrl: app.url } }));
});

afterEach(async () => {
  await slack.close();
  await app.close();
});

async function respond(url: string, body: unknown): Promise<[number, string]> {
  const response = await fetch(url, { method: 'POST', body: JSON.stringify(body) });
  return [response.status, await response.text()];
}

async function urlOfCommand(): Promise<string> {
  await slack.as(ana).command('/x', '', { channel: general });
  return app.form().get('response_url') ?? '';
}

async function urlOfButton(): Promise<string> {
  await clientOf(slack).chat.postMessage({ channel: general, text: 'Press', blocks: [button] });
  const message = slack.as(ana).lastMessage();
  if (!message) throw new Error('No message');
  await slack.as(ana).click(message, 'Go');
  return (app.json() as { response_url: string }).response_url;
}

test('an answer is seen by the person alone unless it says otherwise', async () => {
  const url = await urlOfCommand();
  await respond(url, { text: 'For you' });
  await respond(url, { text: 'For all', response_type: 'in_channel' });
  expect(
    slack
      .as(ana)
      .messages()
      .map((one) => one.text),
  ).toEqual(['For you', 'For all']);
  expect(
    slack
      .as(ben)
      .messages()
      .map((one) => one.text),
  ).toEqual(['For all']);
});

test('the sixth use is one too many', async () => {
  const url = await urlOfCommand();
  for (let use = 1; use <= 5; use += 1) {
    expect(await respond(url, { text: `${use}` })).toEqual([200, 'ok']);
  }
  expect(await respond(url, { text: '6' })).toEqual([404, '{"ok":false,"error":"used_url"}']);
});

test('an old response_url is worth nothing', async () => {
  const url = await urlOfCommand();
  slack.timing.responseUrlMs = 5;
  await pause(20);
  expect((await respond(url, { text: 'Late' }))[1]).toContain('expired_url');
  expect(slack.refusals[0]).toMatchObject({ where: 'response_url', error: 'expired_url' });
});

test('the pressed message is replaced, or deleted', async () => {
  const url = await urlOfButton();
  await respond(url, { text: 'Done', replace_original: true });
  expect(slack.as(ben).messages()).toMatchObject([{ text: 'Done', blocks: [] }]);
  await respond(url, { delete_original: true });
  expect(slack.as(ben).messages()).toEqual([]);
});

test('an ephemeral message is replaced for the person who has it', async () => {
  app.answers.push({ body: { text: 'Pick', blocks: [button] } });
  await slack.as(ana).command('/x');
  const shown = slack.as(ana).lastMessage();
  if (!shown) throw new Error('No message');
  await slack.as(ana).click(shown, 'go');
  const payload = app.json() as { response_url: string; message?: unknown; container: unknown };
  expect(payload.message).toBeUndefined();
  expect(payload.container).toMatchObject({ is_ephemeral: true, message_ts: shown.ts });
  await respond(payload.response_url, { text: 'Picked', replace_original: true });
  expect(
    slack
      .as(ana)
      .messages()
      .map((one) => one.text),
  ).toEqual(['Picked']);
});

test('what Slack would refuse is refused here too', async () => {
  const url = await urlOfCommand();
  const [, text] = await respond(url, { text: 'x', blocks: [{ type: 'header' }] });
  expect(text).toContain('invalid_blocks');
  expect(slack.refusals[0]?.reasons).toEqual(['blocks[0].text: required']);
  expect(slack.as(ana).messages()).toEqual([]);
});

test('faults can be put in the way', async () => {
  const url = await urlOfCommand();
  slack.faults.respond('response_url', { status: 500 });
  expect((await respond(url, { text: 'x' }))[0]).toBe(500);
  slack.faults.drop('response_url');
  await expect(respond(url, { text: 'x' })).rejects.toThrow('fetch failed');
  expect(await respond(url, { text: 'x' })).toEqual([200, 'ok']);
});
