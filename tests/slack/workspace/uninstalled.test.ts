import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { runCommand } from '../../../src/cli/run.js';
import { MinuteJob } from '../../../src/jobs/minute-job.js';
import { installationCheck } from '../../../src/readiness/installation.js';
import { redrawDue } from '../../../src/services/delivery/index.js';
import { sendEarly } from '../../../src/services/reminder/early-sending.js';
import { planMessages } from '../../../src/services/reminder/index.js';
import { foreseeExpired } from '../../../src/services/retention/index.js';
import { backgroundClient } from '../../../src/slack/bolt/web-api/clients.js';
import { takesToken } from '../../../src/slack/bolt/web-api/identity.js';
import { startTestLadder, type TestLadder } from '../../support/ladder.js';

const opening = '2027-03-03T15:00:00Z';
const said =
  "Slack said on 2027-03-03 that the app was uninstalled or its token revoked, so nothing is sent; what waits is kept. To go on, install the app again; if SLACK_BOT_TOKEN is set, set it to the new token and restart Ladder. Otherwise everybody's data are erased from 2028-03-03 on.";

let test: TestLadder;
beforeAll(async () => {
  test = await startTestLadder();
});
/** Invitations are due, and none is sent. */
beforeEach(async () => {
  const { context, workspace } = test.ladder;
  await context.db.delivery.deleteMany();
  await context.db.cycle.deleteMany();
  await context.db.workspace.updateMany({ data: { uninstalledAt: null } });
  await context.db.person.updateMany({ data: { profileReadAt: new Date('2027-03-03') } });
  test.slack.faults.clear();
  test.clock.set(opening);
  await context.db.workspaceScheduler.deleteMany();
  await planMessages(context, { workspaceId: workspace.id });
  expect(await waiting()).toBeGreaterThan(2);
  test.logged.splice(0);
  test.slack.calls.splice(0);
});
afterAll(() => test.stop());

const bot = { tokens: { oauth: [], bot: ['U0LADDER'] } };
const posts = () => test.slack.calls.filter(({ method }) => method.startsWith('chat.')).length;
const lines = () => test.logged.filter(({ sentence }) => sentence === said);
const waiting = () => test.ladder.context.db.delivery.count({ where: { state: 'due' } });
const since = async () =>
  (await test.ladder.context.db.workspace.findFirstOrThrow()).uninstalledAt?.toISOString();

/** One minute's work, as the server does it. */
async function round() {
  const { context, messenger, workspace } = test.ladder;
  const slack = { apiUrl: test.slack.apiUrl, botToken: 'xoxb-test' };
  const target = {
    ...{ workspaceId: workspace.id, messenger },
    takesToken: () => takesToken(backgroundClient(slack.botToken, slack), slack),
  };
  await context.db.workspaceScheduler.updateMany({ data: { plannedAt: null } });
  await new MinuteJob(context, target, new AbortController().signal).run();
}

/** An event without Slack's signature, or with a false one; the status of the answer. */
async function forge(type: string, signature?: string): Promise<number> {
  const team_id = 'T0PLAYGROUND';
  const event = { type, ...bot, event_ts: '1.1' };
  const { status } = await fetch(`http://127.0.0.1:${test.ladder.port}/slack/events`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      'x-slack-request-timestamp': String(Math.floor(Date.now() / 1000)),
      ...(signature && { 'x-slack-signature': signature }),
    },
    body: JSON.stringify({
      type: 'event_callback',
      team_id,
      event,
      event_id: 'Ev0',
      event_time: 1,
    }),
  });
  return status;
}

async function leave(type = 'app_uninstalled', fields = {}) {
  await test.slack.event(type, fields);
  await test.ladder.idle();
}

const operator = async (...words: string[]) => {
  const out: string[] = [];
  await runCommand(words, {
    environment: {
      ...{ DATABASE_URL: test.database.url, DATA_DIR: '/nowhere', PORT: '0' },
      ...{
        SLACK_BOT_TOKEN: 'xoxb-test',
        SLACK_SIGNING_SECRET: 'a',
        SLACK_API_URL: test.slack.apiUrl,
      },
    },
    ...{ clock: test.clock, timeZone: 'UTC', colours: false },
    ...{ out: (line) => out.push(line), error: (line) => out.push(line) },
  });
  return out.join('\n');
};

describe.each([
  ['app_uninstalled', {}],
  ['tokens_revoked', bot],
])('After %s', (type, fields) => {
  it('nothing is claimed or posted, what waits is kept, and the operator is told once', async () => {
    const { context, messenger, workspace } = test.ladder;
    const before = await waiting();
    await leave(type, fields);
    await leave(type, fields);
    await leave('app_uninstalled');
    await leave('tokens_revoked', bot);
    expect(await since()).toBe('2027-03-03T15:00:00.000Z');
    await test.sendDue();
    await round();
    await redrawDue(context, messenger, { workspaceId: workspace.id });
    expect(posts()).toBe(0);
    expect(await waiting()).toBe(before);
    expect(await context.db.delivery.count({ where: { attempts: { gt: 0 } } })).toBe(0);
    expect(lines()).toMatchObject([{ level: 'warn' }]);
    const check = installationCheck(context, workspace.id);
    expect(await check.run()).toEqual({ state: 'trouble', text: said });
    expect(await operator('doctor')).toContain(said);
    expect(await operator('retention', 'preview')).toContain(said);
    const early = sendEarly(context, messenger, {
      ...{ workspaceId: workspace.id, cycleName: 'Q1 2027', by: { operator: 'olga' } },
    });
    await expect(early).rejects.toThrow(said);
  });

  it('a start with a token that Slack takes goes on', async () => {
    await leave(type, fields);
    await test.restart({});
    expect(await since()).toBeUndefined();
    await test.sendDue();
    expect(posts()).toBeGreaterThan(2);
    expect(await waiting()).toBe(0);
    expect(await operator('doctor')).not.toContain('uninstalled');
  });
});

it('The token is tried again by itself, and only Slack’s yes makes Ladder go on', async () => {
  test.slack.faults.fail('auth.test', 'account_inactive', { times: 100 });
  await leave();
  const asked = () => test.slack.calls.filter(({ method }) => method === 'auth.test').length;
  await round();
  expect(asked()).toBe(0);
  test.clock.advance({ minutes: 10 });
  await round();
  expect(asked()).toBe(1);
  expect([await since(), posts()]).toEqual(['2027-03-03T15:00:00.000Z', 0]);
  test.slack.faults.clear();
  await round();
  expect(await since()).toBeUndefined();
  expect(posts()).toBeGreaterThan(2);
});

it('A message that is claimed already stays unsent, and is sent later', async () => {
  test.slack.faults.delay('chat.postMessage', 50);
  const sending = test.sendDue();
  await test.slack.waitFor(() => posts() > 0);
  await leave();
  await sending;
  const sent = posts();
  const left = await waiting();
  expect(left).toBeGreaterThan(0);
  await round();
  expect([posts(), await waiting()]).toEqual([sent, left]);
  await test.restart({});
  test.slack.faults.clear();
  await test.sendDue();
  expect(await waiting()).toBe(0);
});

it('Nothing that Slack has not signed stops anything, nor do people’s own tokens', async () => {
  for (const type of ['app_uninstalled', 'tokens_revoked']) {
    expect(await forge(type)).toBe(401);
    expect(await forge(type, 'v0='.padEnd(67, '0'))).toBe(401);
  }
  for (const tokens of [{ oauth: ['U0TEO'] }, { oauth: ['U0TEO'], bot: [] }, {}, 'bot', null]) {
    await leave('tokens_revoked', { tokens });
  }
  expect(await since()).toBeUndefined();
  await test.sendDue();
  expect(posts()).toBeGreaterThan(2);
  expect(lines()).toEqual([]);
});

it('The preview says that everybody goes after a year, and an installation within it undoes that', async () => {
  const { context, workspace } = test.ladder;
  const everybody = await context.db.person.count();
  await leave();
  test.clock.set('2028-03-03T14:00:00Z');
  expect(await foreseeExpired(context, workspace.id)).toEqual([]);
  test.clock.set('2028-03-03T16:00:00Z');
  const preview = await operator('retention', 'preview');
  expect(preview).toContain(said);
  expect(preview).toContain(`The next night erases ${everybody} people.`);
  await test.restart({});
  expect(await operator('retention', 'preview')).toContain('Nothing is old enough');
});
