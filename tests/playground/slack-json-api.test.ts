import { afterEach, beforeEach, expect, test } from 'vitest';
import { type ActionResult, paths, type State } from '../../playground/contract.js';
import { type LocalSlack, startLocalSlack } from '../../playground/slack/index.js';
import { ana, ben, clientOf, general, workspaceOptions } from '../support/local-slack.js';
import { type ReceivingApp, receivingApp } from '../support/receiving-app.js';

let slack: LocalSlack;
let app: ReceivingApp;

beforeEach(async () => {
  app = await receivingApp();
  const commands = [{ command: '/ladder', description: 'Look up a role' }];
  slack = await startLocalSlack(
    workspaceOptions({
      app: { commands, requestUrl: app.url },
      pages: (path) =>
        path === '/' ? { contentType: 'text/html', body: '<h1>Hi</h1>' } : undefined,
      extra: (method, path) =>
        path === paths.clock && method === 'GET' ? Promise.resolve({ now: 'soon' }) : undefined,
    }),
  );
});

afterEach(async () => {
  await slack.close();
  await app.close();
});

async function get(path: string) {
  return (await fetch(slack.url + path)).json();
}

async function post(path: string, body: unknown): Promise<[number, ActionResult]> {
  const response = await fetch(slack.url + path, { method: 'POST', body: JSON.stringify(body) });
  return [response.status, (await response.json()) as ActionResult];
}

async function state(): Promise<State> {
  return (await get(paths.state)) as State;
}

test('the state shows who and what there is', async () => {
  const { people, channels, app, seats, workspace } = await state();
  expect(workspace.name).toBe('Ladder');
  expect(people.find((one) => one.id === ana)).toMatchObject({ tz: 'America/New_York' });
  expect(channels.map((one) => one.name)).toContain('general');
  expect(app).toMatchObject({ connected: true, commands: [{ command: '/ladder' }] });
  expect(seats[ana]).toEqual({ modals: [], messageValues: {}, tab: 'home' });
});

test('a command is run, and the answer and its ack time are in the state', async () => {
  app.answers.push({ body: { text: 'Hello' } });
  const [status, result] = await post(paths.command, {
    as: ana,
    command: '/ladder',
    channel: general,
  });
  expect([status, result.ok, result.message?.text]).toEqual([200, true, 'Hello']);
  const { messages, requests } = await state();
  expect(messages).toMatchObject([{ text: 'Hello', ephemeralTo: ana }]);
  expect(requests).toMatchObject([
    { what: '/ladder', outcome: 'acked', ackMs: expect.any(Number) },
  ]);
});

test('a modal is opened, typed into and submitted', async () => {
  await post(paths.command, { as: ana, command: '/ladder' });
  const element = { type: 'plain_text_input' as const, action_id: 'text' };
  const plain = (text: string) => ({ type: 'plain_text' as const, text });
  await clientOf(slack).views.open({
    trigger_id: app.form().get('trigger_id') ?? '',
    view: {
      type: 'modal',
      title: plain('Check-in'),
      submit: plain('Save'),
      blocks: [{ type: 'input', block_id: 'why', label: plain('Why'), element }],
    },
  });
  const viewId = (await state()).seats[ana]?.modals[0]?.id;
  const values = { why: { text: 'Because' } };
  const container = { type: 'view', viewId };
  const at = { as: ana, container, blockId: 'why', actionId: 'text' };
  expect((await post(paths.action, { ...at, value: 'Be' }))[1].dispatched).toBe(false);
  expect((await state()).seats[ana]?.modals[0]?.values).toEqual({ why: { text: 'Be' } });
  expect((await post(paths.submit, { as: ana, viewId, values }))[1]).toMatchObject({ ok: true });
  expect(app.json()).toMatchObject({
    view: { state: { values: { why: { text: { value: 'Because' } } } } },
  });
});

test('a person writes, moves and leaves', async () => {
  await post(paths.message, { as: ana, channel: general, text: 'Hello all' });
  await post(paths.tab, { as: ana, tab: general });
  await post(paths.person, { id: ana, tz: 'Asia/Tokyo', deleted: true });
  const { messages, seats, people } = await state();
  expect(messages.at(-1)).toMatchObject({ from: ana, text: 'Hello all' });
  expect(seats[ana]?.tab).toBe(general);
  expect(people.find((one) => one.id === ana)).toMatchObject({ tz: 'Asia/Tokyo', deleted: true });
});

test('a guest, a visitor of another workspace and an app join; a member becomes a guest', async () => {
  const given = [
    { id: 'U0GUEST', name: 'Gus Guest', isGuest: true },
    { id: 'U0VISITOR', name: 'Vera Visitor', teamId: 'T0OTHER' },
    { id: 'U0ROBOT', name: 'A Robot', isBot: true },
  ];
  for (const person of given) expect((await post(paths.join, person))[0]).toBe(200);
  await post(paths.person, { id: ben, isGuest: true });
  const { people } = await state();
  for (const person of given) expect(people).toContainEqual(expect.objectContaining(person));
  expect(people.find((one) => one.id === ben)?.isGuest).toBe(true);
  const [status, { problem }] = await post(paths.join, given[0] ?? {});
  expect([status, problem]).toEqual([400, 'U0GUEST is here already.']);
});

test.each([
  ['nobody', paths.command, { as: 'U0NOBODY', command: '/ladder' }, 'Nobody has the id U0NOBODY.'],
  ['a field too many', paths.home, { as: ana, who: 'x' }, 'Unrecognized key: "who"'],
  ['a closed modal', paths.submit, { as: ana, viewId: 'V1' }, 'not open any more'],
  ['a zone that does not exist', paths.person, { id: ana, tz: 'Moon/Base' }, 'not a time zone'],
])('%s is answered with 400 and a reason', async (_what, path, body, problem) => {
  const [status, result] = await post(path, body);
  expect(status).toBe(400);
  expect(result.problem).toContain(problem);
});

test('changes are announced as they happen', async () => {
  const response = await fetch(slack.url + paths.events);
  const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
  await reader?.read();
  await clientOf(slack).chat.postMessage({ channel: ana, text: 'News' });
  let text = '';
  while (!text.includes('"messages"')) text += (await reader?.read())?.value ?? '';
  await reader?.cancel();
  expect(text).toMatch(/^event: change\ndata: \{"revision":\d+,"about":"messages"/m);
});

test('pages and further routes come from whoever starts it', async () => {
  const page = await fetch(`${slack.url}/`);
  expect([page.headers.get('content-type'), await page.text()]).toEqual([
    'text/html',
    '<h1>Hi</h1>',
  ]);
  expect(await get(paths.clock)).toEqual({ now: 'soon' });
  expect((await fetch(`${slack.url}/nowhere`)).status).toBe(404);
});
