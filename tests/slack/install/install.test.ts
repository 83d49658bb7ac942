import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import {
  callback,
  first,
  second,
  startTestSharedLadder,
  type TestSharedLadder,
} from '../../support/shared-ladder.js';

let test: TestSharedLadder;
beforeAll(async () => {
  test = await startTestSharedLadder();
});
beforeEach(async () => {
  await test.ladder.context.db.workspace.deleteMany();
  await test.ladder.refresh();
  test.logged.splice(0);
});
afterAll(() => test.stop());

const installed = () => test.ladder.context.db.installation.count();
const begin = async () =>
  callback(await test.get('/slack/install'), (uri) => test.hub.allow(first, uri));

describe('somebody installs the app', () => {
  it('is sent to Slack with what the app asks for, and a state that only this browser has', async () => {
    const { status, location, cookie } = await test.get('/slack/install');
    expect(status).toBe(302);
    const url = new URL(location);
    expect(`${url.origin}${url.pathname}`).toBe('https://slack.example.com/oauth/v2/authorize');
    expect(Object.fromEntries(url.searchParams)).toMatchObject({
      client_id: '123.456',
      scope: expect.stringContaining('chat:write,commands'),
      redirect_uri: 'https://ladder.example.com/slack/oauth_redirect',
      state: expect.stringMatching(/^\d+\.[\w-]{24}\.[\w-]{43}$/),
    });
    expect(cookie).toMatch(/^ladder-install=\S+; Secure; HttpOnly; Path=\/; Max-Age=600$/);
    expect(cookie).toContain(url.searchParams.get('state'));
  });

  it('reads on a page what is next, and is answered in Slack at once', async () => {
    const page = await test.install(first);
    expect(page).toMatchObject({ status: 200, text: expect.stringContaining('Moss &#38; Fern') });
    expect(page.text).toContain('Type /ladder help in Slack.');
    const { message } = await test.slack(first).as('U0ROSA').command('/ladder', 'senior');
    expect(message?.text).toContain('Senior');
  });

  it('is served in two workspaces by one server, each with its own data', async () => {
    await test.install(first);
    await test.install(second);
    for (const [team, who] of [
      [first, 'U0ROSA'],
      [second, 'U0YUKI'],
    ] as const) {
      await test.slack(team).as(who).command('/ladder', 'me');
    }
    await test.ladder.idle();
    const people = await test.ladder.context.db.person.findMany({
      select: { slackUserId: true, workspace: { select: { slackTeamId: true } } },
      orderBy: { slackUserId: 'asc' },
    });
    expect(people).toEqual([
      { slackUserId: 'U0ROSA', workspace: { slackTeamId: first } },
      { slackUserId: 'U0YUKI', workspace: { slackTeamId: second } },
    ]);
  });

  it('goes on with the data of before when it is installed again', async () => {
    await test.install(first);
    const id = await test.workspaceId(first);
    const token = test.hub.tokenOf(first);
    await test.install(first);
    expect(await test.workspaceId(first)).toBe(id);
    expect(test.hub.tokenOf(first)).not.toBe(token);
    const { message } = await test.slack(first).as('U0ROSA').command('/ladder', 'senior');
    expect(message?.text).toContain('Senior');
  });
});

describe('nothing is installed', () => {
  it.each<[string, (one: Awaited<ReturnType<typeof begin>>) => [string, string]]>([
    ['without a state', ({ code, cookie }) => [`/slack/oauth_redirect?code=${code}`, cookie]],
    ['in another browser, which has no cookie', ({ path }) => [path, '']],
    ['with the cookie of another installation', ({ path }) => [path, 'ladder-install=1.abc.def']],
    [
      'with a state of somebody else’s making',
      ({ code }) => {
        const state = `${Math.floor(Date.now() / 1000) + 300}.${'a'.repeat(24)}.${'b'.repeat(43)}`;
        const query = new URLSearchParams({ code, state });
        return [`/slack/oauth_redirect?${query}`, `ladder-install=${state}`];
      },
    ],
    [
      'with a state whose time was moved',
      ({ code, state }) => {
        const moved = state.replace(/^\d+/, (until) => String(Number(until) + 60));
        const query = new URLSearchParams({ code, state: moved });
        return [`/slack/oauth_redirect?${query}`, `ladder-install=${moved}`];
      },
    ],
  ])('%s', async (_, change) => {
    const [path, cookie] = change(await begin());
    const page = await test.get(path, { cookie });
    expect(page).toMatchObject({ status: 400, text: expect.stringContaining('Begin again') });
    expect(page.text).toContain('within ten minutes');
    expect(await installed()).toBe(0);
  });

  it('a second time with the same state', async () => {
    const { path, cookie, state } = await begin();
    expect((await test.get(path, { cookie })).status).toBe(200);
    await test.ladder.context.db.workspace.deleteMany();
    const code = test.hub.allow(first, 'https://ladder.example.com/slack/oauth_redirect');
    const again = `/slack/oauth_redirect?${new URLSearchParams({ code, state })}`;
    expect((await test.get(again, { cookie })).status).toBe(400);
    expect(await installed()).toBe(0);
  });

  it('with a state that is older than ten minutes', async () => {
    vi.useFakeTimers({ toFake: ['Date'], now: Date.now() - 601_000 });
    const { path, cookie } = await begin().finally(() => vi.useRealTimers());
    const page = await test.get(path, { cookie });
    expect(page).toMatchObject({
      status: 400,
      text: expect.stringContaining('within ten minutes'),
    });
    expect(await installed()).toBe(0);
  });

  it('where somebody says no', async () => {
    const { state, cookie } = await begin();
    const query = new URLSearchParams({ error: 'access_denied', state });
    const page = await test.get(`/slack/oauth_redirect?${query}`, { cookie });
    expect(page).toMatchObject({
      status: 200,
      text: expect.stringContaining('Nothing was installed'),
    });
    expect(await installed()).toBe(0);
    expect(test.logged).toEqual([]);
  });

  it('where Slack refuses the code', async () => {
    const { state, cookie } = await begin();
    const query = new URLSearchParams({ code: 'made-up', state });
    const page = await test.get(`/slack/oauth_redirect?${query}`, { cookie });
    expect(page.status).toBe(400);
    expect(page.text).toContain('Slack did not confirm the installation');
    expect(await installed()).toBe(0);
  });

  it('with anything but a GET', async () => {
    const url = `http://127.0.0.1:${test.ladder.port}/slack/install`;
    expect((await fetch(url, { method: 'POST', redirect: 'manual' })).status).toBe(404);
    expect((await fetch(url, { redirect: 'manual' })).status).toBe(302);
  });
});

describe('an operator who has named the workspaces that Ladder is for', () => {
  beforeAll(() => test.restart({ onlyWorkspaces: [first] }));
  afterAll(() => test.restart());

  it('has it installed in these', async () => {
    expect((await test.install(first)).status).toBe(200);
    expect(await installed()).toBe(1);
  });

  it('has it in no other: nothing is kept, the token is given back, and the page says why', async () => {
    const page = await test.install(second);
    expect(page).toMatchObject({
      status: 403,
      text: expect.stringContaining('Not for this workspace'),
    });
    expect(await installed()).toBe(0);
    expect(test.hub.tokenOf(second)).toBeUndefined();
    const warned = test.logged.filter(({ level }) => level === 'warn');
    expect(warned).toMatchObject([{ fields: { kind: 'other' } }]);
  });
});

it('logs no token, no code and no state', async () => {
  const { path, cookie, code, state } = await begin();
  await test.get(path, { cookie });
  await test.get(path, { cookie });
  const said = JSON.stringify(test.logged);
  expect(said).toContain('the app was installed');
  expect(said).toContain('the app was not installed');
  for (const secret of [code, state, test.hub.tokenOf(first) ?? '', 'a-made-up-client-secret']) {
    expect(secret.length).toBeGreaterThan(10);
    expect(said).not.toContain(secret);
  }
});
