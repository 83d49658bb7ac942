import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { listText } from '../../../src/cli/delivery/text.js';
import { whyText } from '../../../src/cli/delivery/why-text.js';
import { startJobs } from '../../../src/jobs/index.js';
import { explainDelivery } from '../../../src/services/delivery/operator/explanation.js';
import { listDeliveries } from '../../../src/services/delivery/operator/list.js';
import { startTestLadder, type TestLadder } from '../../support/ladder.js';

const crowd = 40;
const opening = '2027-03-03T10:00:00Z';
const handed = 'a message was handed to Slack';

let test: TestLadder;
beforeAll(async () => {
  test = await startTestLadder({ placed: false });
  for (let number = 0; number < crowd; number += 1) {
    await test.slack.join({ id: `U0CROWD${number}`, name: `Person ${number}`, tz: 'UTC' });
  }
});
beforeEach(async () => {
  const { db } = test.ladder.context;
  await db.delivery.deleteMany();
  await db.person.deleteMany();
  await db.cycle.deleteMany();
  test.slack.faults.clear();
  // It keeps the latest only, and a count of these would stand still at last.
  test.slack.calls.splice(0);
});
afterAll(() => test.stop());

/** So many people with a role, to be invited at the opening. */
async function many(): Promise<void> {
  const { context, workspace } = test.ladder;
  test.clock.set(opening);
  await context.db.person.createMany({
    data: Array.from({ length: crowd }, (_, number) => ({
      workspaceId: workspace.id,
      slackUserId: `U0CROWD${number}`,
      name: `Person ${number}`,
      roleKey: 'manager',
      profileReadAt: test.clock.now(),
    })),
  });
}

const tries = () => test.slack.calls.filter(({ method }) => method === 'chat.postMessage').length;
const logged = (sentence: string) =>
  test.logged.filter(({ sentence: one }) => one === sentence).length;

function inState(state: 'due' | 'sent') {
  const { context, workspace } = test.ladder;
  return context.db.delivery.findMany({ where: { workspaceId: workspace.id, state } });
}

describe.each([
  ['invalid_auth', 'the token'],
  ['token_revoked', 'the token'],
  ['account_inactive', 'the token'],
  ['token_expired', 'the token'],
  ['not_authed', 'the token'],
  ['missing_scope', 'the app'],
  ['org_login_required', 'the app'],
  ['team_access_not_granted', 'the app'],
  ['access_denied', 'the app'],
])('where Slack answers %s', (code, what) => {
  it('one message is tried, all wait with the reason, and go out once that is mended', async () => {
    await many();
    test.slack.faults.fail('chat.postMessage', code, { times: 1000 });
    const [triesBefore, handedBefore] = [tries(), logged(handed)];
    await test.sendDue();
    expect(tries() - triesBefore).toBe(1);
    expect(logged(handed)).toBe(handedBefore);
    const waiting = await inState('due');
    expect(waiting).toHaveLength(crowd);

    const { context, workspace } = test.ladder;
    const workspaceId = workspace.id;
    const look = { timeZone: 'UTC', colours: false, now: test.clock.now() };
    const list = listText(await listDeliveries(context, { workspaceId, limit: 50 }), {
      ...look,
      ids: new Map(),
    });
    const words = `waits: Slack refuses ${what} (${code})`;
    expect(list.split(words)).toHaveLength(crowd + 1);
    const id = waiting[0]?.id ?? '';
    const why = whyText(await explainDelivery(context, { workspaceId, id, at: look.now }), look);
    expect(why).toContain(words);
    expect(why).toContain('It was not handed to Slack yet.');

    test.slack.faults.clear();
    await test.sendDue();
    expect(await inState('sent')).toHaveLength(crowd);
    const after = await listDeliveries(context, { workspaceId, limit: 50 });
    expect(JSON.stringify(after)).not.toContain(code);
    expect(logged(handed)).toBe(handedBefore + crowd);
  });
});

describe('in the middle of a round', () => {
  it('a revoked token stops it, whatever was sent before is sent, and the rest waits', async () => {
    await many();
    test.slack.faults.delay('chat.postMessage', 50);
    const before = tries();
    const sending = test.sendDue();
    await test.slack.waitFor(() => tries() - before >= 5);
    test.slack.faults.fail('chat.postMessage', 'token_revoked', { times: 1000 });
    await sending;
    const sent = await inState('sent');
    expect(sent.length).toBeGreaterThan(0);
    expect(tries() - before).toBeLessThan(crowd);
    expect(await inState('due')).toHaveLength(crowd - sent.length);
  });

  it('the minutes after it try nothing, until ten have passed', async () => {
    await many();
    test.slack.faults.fail('chat.postMessage', 'token_revoked', { times: 1000 });
    await test.sendDue();
    const before = tries();
    const { context, workspace, messenger } = test.ladder;
    const round = async () => {
      const jobs = startJobs({ context, targets: [{ workspaceId: workspace.id, messenger }] });
      await test.slack.waitFor(() => jobs.lastSucceededMinute() !== undefined);
      await jobs.stop();
    };
    await round();
    expect(tries()).toBe(before);
    test.slack.faults.clear();
    test.clock.advance({ minutes: 10 });
    await round();
    expect(await inState('sent')).toHaveLength(crowd);
  });
});
