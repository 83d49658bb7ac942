import { createHmac } from 'node:crypto';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type LocalSlack, startLocalSlack } from '../../playground/slack/index.js';
import { ana, signingSecret, workspaceOptions } from '../support/local-slack.js';
import { type ReceivingApp, receivingApp } from '../support/receiving-app.js';

let slack: LocalSlack;
let app: ReceivingApp;

async function start({ events }: { events?: string[] } = {}) {
  slack = await startLocalSlack(
    workspaceOptions({
      app: { requestUrl: app.url, ...(events && { events }) },
    }),
  );
}

beforeEach(async () => {
  app = await receivingApp();
});

afterEach(async () => {
  await slack.close();
  await app.close();
});

const events = () => app.received.map((one) => JSON.parse(one.body).event);

test('an event is signed over its body', async () => {
  await start();
  await slack.as(ana).openHome();
  const { headers, body } = app.received[0] ?? { headers: {}, body: '' };
  const base = `v0:${headers['x-slack-request-timestamp']}:${body}`;
  const expected = createHmac('sha256', signingSecret).update(base).digest('hex');
  expect(headers['x-slack-signature']).toBe(`v0=${expected}`);
  expect(JSON.parse(body)).toMatchObject({
    type: 'event_callback',
    event: { type: 'app_home_opened', user: ana, tab: 'home', channel: slack.as(ana).dm },
    authorizations: [{ is_bot: true }],
  });
});

test('a failed event is tried again three times with number and reason', async () => {
  await start();
  app.answers.push({ status: 500 }, { status: 500 }, { status: 500 }, { status: 500 });
  await slack.as(ana).openHome();
  await slack.waitFor(() => app.received.length === 4);
  const tries = app.received.map(({ headers }) => [
    headers['x-slack-retry-num'],
    headers['x-slack-retry-reason'],
  ]);
  expect(tries).toEqual([
    [undefined, undefined],
    ['1', 'http_error'],
    ['2', 'http_error'],
    ['3', 'http_error'],
  ]);
  const ids = new Set(app.received.map((one) => JSON.parse(one.body).event_id));
  expect(ids.size).toBe(1);
});

test('an app that says so is spared the retries', async () => {
  await start();
  app.answers.push({ status: 500, headers: { 'x-slack-no-retry': '1' } });
  await slack.as(ana).openHome();
  await slack.as(ana).openMessages();
  expect(events().map((one) => one.tab)).toEqual(['home', 'messages']);
});

test('a move to another time zone is told with the new offset', async () => {
  await start();
  await slack.setTimeZone(ana, 'Asia/Kolkata');
  expect(events()).toMatchObject([
    { type: 'user_change', user: { id: ana, tz: 'Asia/Kolkata', tz_offset: 19_800 } },
  ]);
});

test('a person who leaves is told of as deleted, without a time zone', async () => {
  await start();
  await slack.deactivate(ana);
  const [event] = events();
  expect(event.user).toMatchObject({ id: ana, deleted: true });
  expect(event.user).not.toHaveProperty('tz');
  await expect(slack.as(ana).openHome()).rejects.toThrow('has left');
});

test('a new person is told of', async () => {
  await start();
  await slack.join({ id: 'U0NEW', name: 'Noa New' });
  expect(events()).toMatchObject([
    { type: 'team_join', user: { id: 'U0NEW', tz: 'Europe/London' } },
  ]);
  expect(slack.as('U0NEW').person.name).toBe('Noa New');
});

test('messages in the DM are told only to an app that subscribed to them', async () => {
  await start();
  await slack.as(ana).write('Hello');
  expect(app.received).toEqual([]);
  await slack.close();
  await start({ events: ['message.im'] });
  await slack.as(ana).write('Hello');
  await slack.waitFor(() => app.received.length > 0);
  expect(events()).toMatchObject([
    { type: 'message', channel_type: 'im', text: 'Hello', user: ana },
  ]);
});

test('any event can be sent by hand', async () => {
  await start();
  const request = await slack.event('tokens_revoked', { tokens: { bot: ['U0LADDER'] } });
  expect(request).toMatchObject({ what: 'tokens_revoked', outcome: 'acked' });
});
