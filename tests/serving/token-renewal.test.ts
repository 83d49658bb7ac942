import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { runCommand } from '../../src/cli/run.js';
import { readTokenKeys } from '../../src/domain/installation/token-keys.js';
import type { SharedLadder } from '../../src/ladder.js';
import { listInstallations, readTokens } from '../../src/services/installation/installations.js';
import {
  first,
  firstKey,
  second,
  startTestSharedLadder,
  type TestSharedLadder,
} from '../support/shared-ladder.js';

/** Slack's tokens last twelve hours; those that end within two are renewed. */
const [soon, long] = [3_600, 12 * 3_600];

let test: TestSharedLadder;
beforeAll(async () => {
  test = await startTestSharedLadder();
});
beforeEach(async () => {
  await test.ladder.context.db.workspace.deleteMany();
  await test.ladder.refresh();
  test.logged.splice(0);
  const { rotation } = test.hub;
  Object.assign(rotation, { lastSeconds: soon, refuse: undefined, delayMs: 0 });
});
afterAll(() => test.stop());

/** What each instance does every minute before it works for its workspaces. */
const minute = (ladder: SharedLadder = test.ladder) => ladder.targets();
const answers = (from: number) => test.hub.refreshes.slice(from).map(({ answer }) => answer);
const installation = async () => (await listInstallations(test.ladder.context))[0];
const stored = async () =>
  readTokens(test.ladder.context, readTokenKeys(firstKey).keys, await test.workspaceId(first));

/** Whether Home is drawn for somebody, for which the token is needed. */
async function isAnswered(ladder: SharedLadder = test.ladder) {
  const { calls } = test.slack(first);
  const begun = calls.length;
  await test.slack(first).as('U0ROSA').openHome();
  await ladder.idle();
  const drawn = calls.slice(begun).filter(({ method }) => method === 'views.publish');
  return drawn.length > 0 && drawn.every(({ ok }) => ok);
}

async function run(...words: string[]) {
  const lines: string[] = [];
  const say = (line: string) => lines.push(line);
  const shell = { clock: test.clock, timeZone: 'UTC', colours: false, out: say, error: say };
  const code = await runCommand(words, { environment: test.env, ...shell });
  return { code, out: lines.join('\n') };
}

describe('a token that expires soon', () => {
  it('is renewed once, and the next one is used from then on', async () => {
    await test.install(first);
    const begun = test.hub.refreshes.length;
    const before = test.hub.tokenOf(first);
    test.hub.rotation.lastSeconds = long;
    await minute();
    await minute();
    expect(answers(begun)).toEqual(['ok']);
    expect((await stored())?.botToken).toBe(test.hub.tokenOf(first));
    expect((await stored())?.botToken).not.toBe(before);
    expect(await isAnswered()).toBe(true);
  });

  it('is left alone while it lasts long enough', async () => {
    test.hub.rotation.lastSeconds = long;
    await test.install(first);
    const begun = test.hub.refreshes.length;
    await minute();
    expect(answers(begun)).toEqual([]);
  });

  it('is left alone where it lasts for ever', async () => {
    test.hub.rotation.lastSeconds = undefined;
    await test.install(first);
    const begun = test.hub.refreshes.length;
    await minute();
    expect(answers(begun)).toEqual([]);
    expect((await installation())?.tokenExpiresAt).toBeUndefined();
  });

  it('is renewed time after time, as each refresh token is good for one use', async () => {
    await test.install(first);
    const begun = test.hub.refreshes.length;
    for (let times = 0; times < 3; times += 1) await minute();
    expect(answers(begun)).toEqual(['ok', 'ok', 'ok']);
    expect(await isAnswered()).toBe(true);
  });

  it('is renewed once where two instances and several requests want it at once', async () => {
    const other = await test.another();
    await test.install(first);
    const begun = test.hub.refreshes.length;
    Object.assign(test.hub.rotation, { lastSeconds: long, delayMs: 300 });
    await Promise.all([minute(), minute(other), minute(), minute(other)]);
    await minute(other);
    expect(answers(begun)).toEqual(['ok']);
    test.slack(first).connectApp(`http://127.0.0.1:${other.port}/slack/events`);
    expect(await isAnswered(other)).toBe(true);
    test.slack(first).connectApp(`http://127.0.0.1:${test.ladder.port}/slack/events`);
    await other.stop();
  });

  it('goes on in the meantime: nobody waits for the next one', async () => {
    await test.install(first);
    test.hub.rotation.delayMs = 1_500;
    const renewing = minute();
    const begun = performance.now();
    expect(await isAnswered()).toBe(true);
    expect(performance.now() - begun).toBeLessThan(1_500);
    await renewing;
  });
});

describe('a token that has expired', () => {
  it('while nobody was running is renewed at the start', async () => {
    test.hub.rotation.lastSeconds = 1;
    await test.install(first);
    await vi.waitFor(() => expect(tokenIs('expired')).toBe(true), 5_000);
    test.hub.rotation.lastSeconds = long;
    await test.restart();
    expect(await isAnswered()).toBe(true);
    expect((await stored())?.botToken).toBe(test.hub.tokenOf(first));
  });

  it('while it runs stays until it can be renewed, and people are answered then', async () => {
    test.hub.rotation.lastSeconds = 1;
    await test.install(first);
    await vi.waitFor(() => expect(tokenIs('expired')).toBe(true), 5_000);
    await test.slack(first).event('app_uninstalled', {});
    await test.ladder.idle();
    expect(await installation()).toBeDefined();
    test.hub.rotation.lastSeconds = long;
    await minute();
    expect(tokenIs('good')).toBe(true);
    expect(await isAnswered()).toBe(true);
  });

  const tokenIs = (state: string) =>
    test.hub.tokenState(first, test.hub.tokenOf(first) ?? '') === state;
});

describe('Slack refuses to renew a token', () => {
  beforeEach(async () => {
    await test.install(first);
    test.hub.rotation.refuse = 'invalid_refresh_token';
  });

  it('which the operator reads in the log, at /statusz, and on the command line', async () => {
    await minute();
    const said = JSON.stringify(test.logged);
    expect(said).toContain("Slack refuses to renew the app's token (invalid_refresh_token)");
    await vi.waitFor(async () => {
      const { text } = await test.get('/statusz');
      expect(text).toContain('Slack refuses to renew the token of 1 of them.');
    }, 5_000);
    expect((await test.get('/readyz')).status).toBe(200);
    const listed = await run('workspaces', 'list');
    expect(listed.out).toContain('Install the app there again at /slack/install');
    const doctor = await run('doctor');
    expect(doctor.code).toBe(1);
    expect(doctor.out).toContain(
      "Moss & Fern: Slack refuses to renew the app's token (invalid_refresh_token)",
    );
  });

  it('and the one there is goes on, and Slack is not asked each minute', async () => {
    const begun = test.hub.refreshes.length;
    await minute();
    await minute();
    expect(answers(begun)).toEqual(['invalid_refresh_token']);
    expect(await isAnswered()).toBe(true);
  });

  it('which is over once the app is installed again', async () => {
    await minute();
    Object.assign(test.hub.rotation, { refuse: undefined, lastSeconds: long });
    await test.install(first);
    await vi.waitFor(async () => {
      expect((await test.get('/statusz')).text).not.toContain('refuses to renew');
    }, 5_000);
    expect((await installation())?.renewalRefused).toBeUndefined();
  });

  it('because of the client secret, which reinstalling would not help', async () => {
    test.hub.rotation.refuse = 'bad_client_secret';
    await minute();
    const said = JSON.stringify(test.logged);
    expect(said).toContain('Compare SLACK_CLIENT_ID and SLACK_CLIENT_SECRET');
    expect(said).not.toContain('Install the app there again');
  });

  it('for a moment, and is asked again in a minute', async () => {
    test.hub.rotation.refuse = 'internal_error';
    await minute();
    expect(JSON.stringify(test.logged)).toContain('it is tried again in a minute');
    expect((await installation())?.renewalRefused).toBeUndefined();
    const begun = test.hub.refreshes.length;
    Object.assign(test.hub.rotation, { refuse: undefined, lastSeconds: long });
    await minute();
    expect(answers(begun)).toEqual(['ok']);
  });

  it('and the other workspace gets its own all the same', async () => {
    await minute();
    Object.assign(test.hub.rotation, { refuse: undefined, lastSeconds: soon });
    await test.install(second);
    const begun = test.hub.refreshes.length;
    await minute();
    expect(test.hub.refreshes.slice(begun)).toEqual([{ teamId: second, answer: 'ok' }]);
  });
});

it('writes no token anywhere but encrypted into the database', async () => {
  await test.install(first);
  const before = await stored();
  await minute();
  const after = await stored();
  test.hub.rotation.refuse = 'invalid_refresh_token';
  await minute();
  const listed = await run('workspaces', 'list');
  const doctor = await run('doctor');
  const status = await test.get('/statusz');
  const said = JSON.stringify([test.logged, listed, doctor, status]);
  expect(said).toContain('was renewed');
  expect(said).toContain('refuses to renew');
  const secrets = [before, after].flatMap((one) => [one?.botToken, one?.refreshToken]);
  expect(new Set(secrets).size).toBe(4);
  for (const secret of secrets) {
    expect(secret).toMatch(/^xoxe/);
    expect(said).not.toContain(secret);
  }
});
