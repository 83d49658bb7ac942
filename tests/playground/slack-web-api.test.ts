import { afterEach, beforeEach, expect, test } from 'vitest';
import { type LocalSlack, startLocalSlack } from '../../playground/slack/index.js';
import { ana, ben, botToken, clientOf, errorOf, workspaceOptions } from '../support/local-slack.js';

let slack: LocalSlack;

beforeEach(async () => {
  slack = await startLocalSlack(workspaceOptions({ appToken: 'xapp-made-up' }));
});

afterEach(() => slack.close());

async function call(method: string, body: unknown, headers: Record<string, string> = {}) {
  const response = await fetch(`${slack.apiUrl}${method}`, {
    method: 'POST',
    headers: { authorization: `Bearer ${botToken}`, ...headers },
    body: body instanceof URLSearchParams ? body : JSON.stringify(body),
  });
  return { response, body: (await response.json()) as Record<string, unknown> };
}

const json = { 'content-type': 'application/json; charset=utf-8' };

test('auth.test says who the bot is and which scopes it has', async () => {
  const { response, body } = await call('auth.test', {}, json);
  expect(body).toMatchObject({ ok: true, user_id: 'U0LADDER', bot_id: 'B0LADDER', team: 'Ladder' });
  expect(response.headers.get('x-oauth-scopes')?.split(',')).toContain('chat:write');
});

test('a call may come as JSON or as a form', async () => {
  const asJson = await call('users.info', { user: ana, include_locale: true }, json);
  const asForm = await call(
    'users.info',
    new URLSearchParams({ user: ana, include_locale: 'true' }),
  );
  expect(asJson.body).toEqual(asForm.body);
  expect(asForm.body.user).toMatchObject({
    tz: 'America/New_York',
    locale: 'en-US',
    is_admin: false,
  });
});

test.each([
  ['no token', '', 'not_authed'],
  ['a strange token', 'Bearer xoxb-strange', 'invalid_auth'],
  ["the app's token", 'Bearer xapp-made-up', 'not_allowed_token_type'],
])('%s is turned away', async (_what, authorization, error) => {
  expect((await call('auth.test', {}, { ...json, authorization })).body.error).toBe(error);
});

test('an unknown method, an unknown argument and a missing one are named', async () => {
  expect((await call('chat.shout', {}, json)).body.error).toBe('unknown_method');
  const { body } = await call('users.info', { user_id: ana }, json);
  expect(body).toMatchObject({
    error: 'invalid_arguments',
    response_metadata: {
      messages: ['[ERROR] user_id: no such argument', '[ERROR] user: required'],
    },
  });
  expect(slack.refusals.map((one) => one.where)).toEqual(['chat.shout', 'users.info']);
});

test('a scope that was not granted is named', async () => {
  await slack.close();
  slack = await startLocalSlack(workspaceOptions({ app: { scopes: ['commands'] } }));
  const { body } = await call('users.info', { user: ana }, json);
  expect(body).toMatchObject({
    error: 'missing_scope',
    needed: 'users:read',
    provided: 'commands',
  });
});

test('people are listed page by page, Slackbot and the bot among them', async () => {
  const first = await clientOf(slack).users.list({ limit: 3 });
  const cursor = first.response_metadata?.next_cursor ?? '';
  const second = await clientOf(slack).users.list({ limit: 3, cursor });
  const ids = [...(first.members ?? []), ...(second.members ?? [])].map((one) => one.id);
  expect(ids).toEqual(['USLACKBOT', 'U0LADDER', ana, ben]);
  expect(second.response_metadata?.next_cursor).toBe('');
});

test('a person is found by their address', async () => {
  const { user } = await clientOf(slack).users.lookupByEmail({ email: 'Ben@example.com' });
  expect(user?.id).toBe(ben);
  const stranger = clientOf(slack).users.lookupByEmail({ email: 'nobody@example.com' });
  expect(await errorOf(stranger)).toBe('users_not_found');
});

test('a rate limit can be put in the way, and passes', async () => {
  slack.faults.rateLimit('users.info', { retryAfterSeconds: 7 });
  const { response, body } = await call('users.info', { user: ana }, json);
  expect([response.status, response.headers.get('retry-after'), body.error]).toEqual([
    429,
    '7',
    'ratelimited',
  ]);
  expect((await call('users.info', { user: ana }, json)).body.ok).toBe(true);
  expect(slack.refusals).toEqual([]);
});

test('Slack being broken can be put in the way', async () => {
  slack.faults.respond('auth.test', { status: 500, times: 2 });
  const answer = () => fetch(`${slack.apiUrl}auth.test`, { method: 'POST' });
  expect((await answer()).status).toBe(500);
  expect((await answer()).status).toBe(500);
  expect((await answer()).status).toBe(200);
});

test('a connection cut before the call leaves nothing, one cut after leaves the message', async () => {
  const post = (text: string) => clientOf(slack).chat.postMessage({ channel: ana, text });
  slack.faults.drop('chat.postMessage');
  await expect(post('lost')).rejects.toThrow();
  expect(slack.as(ana).messages()).toEqual([]);
  slack.faults.drop('chat.postMessage', { after: true });
  await expect(post('taken')).rejects.toThrow();
  expect(slack.as(ana).lastMessage()?.text).toBe('taken');
});

test('a late answer can be put in the way until it is cleared', async () => {
  slack.faults.delay('auth.test', 60_000);
  const signal = AbortSignal.timeout(50);
  const late = fetch(`${slack.apiUrl}auth.test`, { method: 'POST', signal });
  await expect(late).rejects.toThrow('timeout');
  slack.faults.clear('auth.test');
  expect((await call('auth.test', {}, json)).body.ok).toBe(true);
});

test('an error of Slack can be put in the way by name', async () => {
  slack.faults.fail('views.publish', 'internal_error');
  const view = { type: 'home' as const, blocks: [] };
  const publish = () => errorOf(clientOf(slack).views.publish({ user_id: ana, view }));
  expect(await publish()).toBe('internal_error');
  expect(await publish()).toBe('no error');
});

test('real rate limits allow one message a second and channel', async () => {
  slack.rateLimits.on = true;
  const post = (channel: string) => call('chat.postMessage', { channel, text: 'x' }, json);
  const answers = [await post(ana), await post(ben), await post(ana)];
  expect(answers.map((one) => one.response.status)).toEqual([200, 200, 429]);
  expect(answers[2]?.response.headers.get('retry-after')).toBe('1');
});

test('real rate limits allow twenty listings a minute', async () => {
  slack.rateLimits.on = true;
  const statuses: number[] = [];
  for (let index = 0; index < 21; index += 1) {
    statuses.push((await call('users.list', {}, json)).response.status);
  }
  expect(statuses.filter((one) => one === 200)).toHaveLength(20);
  expect(statuses.at(-1)).toBe(429);
});
