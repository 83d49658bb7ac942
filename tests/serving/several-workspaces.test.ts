import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { people } from '../../playground/made-up-workspace.js';
import { placePeople } from '../../playground/place-people.js';
import { secondPeople } from '../../playground/second-workspace.js';
import { startJobs } from '../../src/jobs/index.js';
import { MinuteJob } from '../../src/jobs/minute-job.js';
import {
  first,
  firstKey,
  second,
  secondKey,
  startTestSharedLadder,
  type TestSharedLadder,
} from '../support/shared-ladder.js';

let test: TestSharedLadder;
beforeAll(async () => {
  test = await startTestSharedLadder();
});
beforeEach(async () => {
  await test.ladder.context.db.workspace.deleteMany();
  await test.ladder.refresh();
  test.clock.set('2027-03-02T15:00:00Z');
  test.logged.splice(0);
  await test.install(first);
  await test.install(second);
});
afterAll(() => test.stop());

/** The answer to a look-up, which everybody gets who is served. */
const lookUp = async (teamId: string, who: string) => {
  const { message } = await test.slack(teamId).as(who).command('/ladder', 'senior');
  return message?.text;
};
const notInstalled = "I'm not installed in your workspace";

/** One minute's work for all workspaces. */
async function minute(ladder = test.ladder) {
  await test.ladder.context.db.workspaceScheduler.updateMany({ data: { plannedAt: null } });
  for (const target of await ladder.targets()) {
    await new MinuteJob(ladder.context, target, new AbortController().signal).run();
  }
}

/** Everybody of both has their role, and the invitations of the first review are due. */
async function peopleWithRoles() {
  const { context } = test.ladder;
  await placePeople(context, await test.workspaceId(first), people);
  await placePeople(context, await test.workspaceId(second), secondPeople);
  await context.db.person.updateMany({ data: { profileReadAt: new Date('2027-03-03') } });
  test.clock.set('2027-03-03T15:00:00Z');
}

/** The app is removed from the second workspace. */
async function uninstall() {
  await test.hub.uninstall(second);
  await test.ladder.idle();
}

const posted = (teamId: string) =>
  test.slack(teamId).calls.filter(({ method }) => method === 'chat.postMessage').length;

describe('messages', () => {
  beforeEach(() => {
    for (const id of [first, second]) {
      test.slack(id).calls.splice(0);
      test.slack(id).refusals.splice(0);
    }
  });

  it('go out in both workspaces, each to its own people', async () => {
    await peopleWithRoles();
    await minute();
    expect(posted(first)).toBeGreaterThan(2);
    expect(posted(second)).toBeGreaterThan(1);
    const rows = await test.ladder.context.db.delivery.findMany({ where: { state: 'sent' } });
    expect(new Set(rows.map(({ workspaceId }) => workspaceId)).size).toBe(2);
    expect([...test.slack(first).refusals, ...test.slack(second).refusals]).toEqual([]);
  });

  it('go out in one workspace while Slack refuses the other', async () => {
    await peopleWithRoles();
    test.slack(second).faults.fail('chat.postMessage', 'token_revoked', { times: 50 });
    await minute();
    test.slack(second).faults.clear();
    expect(posted(first)).toBeGreaterThan(2);
    const waiting = await test.ladder.context.db.delivery.count({
      where: { workspaceId: await test.workspaceId(second), state: 'due' },
    });
    expect(waiting).toBeGreaterThan(1);
  });

  it('stop in the workspace that the app was uninstalled from, and go on when it is back', async () => {
    await peopleWithRoles();
    await uninstall();
    await minute();
    expect(posted(first)).toBeGreaterThan(2);
    expect(posted(second)).toBe(0);
    await test.install(second);
    await minute();
    expect(posted(second)).toBeGreaterThan(1);
  });

  it('begin by themselves on the server, for whoever installs it while it runs', async () => {
    await test.ladder.context.db.workspace.deleteMany({ where: { slackTeamId: second } });
    await peopleWithRolesOf(first);
    const jobs = startJobs({ context: test.ladder.context, targets: test.ladder.targets });
    await vi.waitFor(() => expect(posted(first)).toBeGreaterThan(2), 20_000);
    await jobs.stop();
    expect(jobs.lastSucceededMinute()).toBeInstanceOf(Date);
  });
});

async function peopleWithRolesOf(teamId: string) {
  const { context } = test.ladder;
  await test.ladder.refresh();
  await placePeople(context, await test.workspaceId(teamId), people);
  await context.db.person.updateMany({ data: { profileReadAt: new Date('2027-03-03') } });
  test.clock.set('2027-03-03T15:00:00Z');
}

describe('the app is uninstalled from one of two', () => {
  it('deletes the tokens of that one and nothing else', async () => {
    await peopleWithRoles();
    const { db } = test.ladder.context;
    const before = await db.person.count();
    await uninstall();
    const left = await db.installation.findMany({ select: { workspace: true } });
    expect(left.map(({ workspace }) => workspace.slackTeamId)).toEqual([first]);
    expect(await db.person.count()).toBe(before);
    expect(await lookUp(first, 'U0ROSA')).toContain('Senior');
    expect(await lookUp(second, 'U0YUKI')).toContain(notInstalled);
  });

  it('keeps a token that Slack still takes: the event may be of an installation before', async () => {
    await test.slack(second).event('app_uninstalled', {});
    await test.ladder.idle();
    const { db } = test.ladder.context;
    expect(await db.installation.count()).toBe(2);
    test.clock.set('2027-03-02T15:11:00Z');
    await minute();
    const row = await db.workspace.findUniqueOrThrow({ where: { slackTeamId: second } });
    expect(row.uninstalledAt).toBeNull();
  });

  it('says so at /statusz, without a name, and stays ready for the other', async () => {
    await uninstall();
    const status = await test.get('/statusz');
    expect(status.text).toContain(
      'The app is installed in 1 workspace, and was uninstalled from 1.',
    );
    expect(status.text).not.toMatch(/Pine|Moss|T0/);
    expect((await test.get('/readyz')).status).toBe(200);
  });
});

describe('another instance', () => {
  it('serves what was installed at the first one, from the first request on', async () => {
    await test.ladder.context.db.workspace.deleteMany({ where: { slackTeamId: second } });
    const other = await test.another();
    await test.install(second);
    test.slack(second).connectApp(`http://127.0.0.1:${other.port}/slack/events`);
    await vi.waitFor(async () => expect(await lookUp(second, 'U0YUKI')).toContain('Senior'), {
      timeout: 20_000,
      interval: 500,
    });
    await other.stop();
  });
});

describe('the key', () => {
  afterEach(() => test.restart());

  it('that is a wrong one is said in words, and installing again helps', async () => {
    await test.restart({ keys: secondKey });
    const said = JSON.stringify(test.logged);
    expect(said).toMatch(
      /a workspace is not served\. The tokens are encrypted with the key [0-9a-f]{8}, which TOKENS_KEY/,
    );
    expect((await test.get('/statusz')).text).toContain("2 of them can't be served");
    expect((await test.get('/readyz')).status).toBe(200);
    await test.install(first);
    expect(await lookUp(first, 'U0ROSA')).toContain('Senior');
    await vi.waitFor(
      async () => expect((await test.get('/statusz')).text).toContain("1 of them can't be served"),
      { timeout: 20_000, interval: 300 },
    );
  });

  it('that is new in front of the old one works at once', async () => {
    await test.restart({ keys: `${secondKey},${firstKey}` });
    expect(await lookUp(first, 'U0ROSA')).toContain('Senior');
    await test.install(second);
    const keyIds = (await test.ladder.context.db.installation.findMany()).map(({ keyId }) => keyId);
    expect(new Set(keyIds).size).toBe(2);
  });
});
