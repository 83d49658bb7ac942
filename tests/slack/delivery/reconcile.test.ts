import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { claimDeliveries } from '../../../src/services/delivery/claims.js';
import { readFound } from '../../../src/services/delivery/look-up.js';
import { beginSending, recordOutcome } from '../../../src/services/delivery/outcomes.js';
import { reconcileUnknown } from '../../../src/services/delivery/reconcile.js';
import { planMessages } from '../../../src/services/reminder/reminders.js';
import { startTestLadder, type TestLadder } from '../../support/ladder.js';

const opening = '2027-03-03T15:00:00Z';
const invitation = {
  kind: 'invitation' as const,
  cycleName: 'Q1 2027',
  dueOn: '2027-03-17',
  reviewOn: '2027-03-24',
  today: '2027-03-03',
  managerSlackUserId: undefined,
};
const nothing = { found: 0, due: 0, open: 0, not_settled: 0, later: 0 };

let test: TestLadder;
let workspaceId: string;
let before: number;
beforeAll(async () => {
  test = await startTestLadder();
  workspaceId = test.ladder.workspace.id;
});
afterAll(() => test.stop());
beforeEach(async () => {
  test.slack.faults.clear();
  test.clock.set(opening);
  await db().delivery.deleteMany();
  before = test.slack.messages.length;
});

const db = () => test.ladder.context.db;
const reconcile = (at = test.clock.now()) =>
  reconcileUnknown(test.ladder.context, test.ladder.messenger, { workspaceId, at });
const unknown = () => db().delivery.findMany({ where: { state: 'unknown' } });
const row = (id: string) => db().delivery.findUniqueOrThrow({ where: { id } });
/** In this test, everybody who got a message got one. */
const oneCopyEach = () => {
  const dms = test.slack.messages.slice(before).map(({ channel }) => channel);
  expect(dms.length).toBeGreaterThan(0);
  expect(new Set(dms).size).toBe(dms.length);
};

/** Makes the attempts, and the looks at them, so many minutes older. */
async function later(minutes: number): Promise<void> {
  await db().$executeRaw`
    UPDATE delivery SET claimed_at = claimed_at - make_interval(mins => ${minutes}::int),
      looked_for_at = looked_for_at - make_interval(mins => ${minutes}::int)
    WHERE state = 'unknown'`;
}

/** One message of unknown outcome among others that were sent. */
async function sendWith(fault: () => void) {
  fault();
  await test.sendDue();
  const [lost, ...others] = await unknown();
  if (!lost || others.length > 0) throw new Error('not one message is unknown');
  return lost;
}
const lostAfter = () => sendWith(() => test.slack.faults.drop('chat.postMessage', { after: true }));
const lostBefore = () => sendWith(() => test.slack.faults.drop('chat.postMessage'));

/** A process claims one person's messages and crashes, before or after it has posted them. */
async function dieWhileSending({ posted }: { posted: boolean }) {
  const at = test.clock.now();
  await planMessages(test.ladder.context, { workspaceId });
  const claims = await claimDeliveries(db(), { workspaceId, at, limit: 1 });
  const [claim] = await beginSending(db(), claims, at);
  if (!claim) throw new Error('nothing was claimed');
  const found = await readFound(test.ladder.context, { workspaceId, messages: [claim], at });
  const person = found.get(claim.id)?.recipient;
  if (!person) throw new Error('nobody is to get it');
  const outcome = posted
    ? await test.ladder.messenger.send(person, invitation, claim.claimId)
    : undefined;
  return { claim, outcome };
}

describe('a message that Slack took and did not confirm', () => {
  it('is found after a minute and recorded with its place', async () => {
    const { id } = await lostAfter();
    await later(2);
    expect(await reconcile()).toEqual({ ...nothing, found: 1 });
    const { state, reason, slackChannelId, slackTs, sentAt } = await row(id);
    expect({ state, reason, sentAt }).toEqual({
      state: 'sent',
      reason: null,
      sentAt: new Date(opening),
    });
    const post = test.slack.messages.find(({ ts }) => ts === slackTs);
    expect(post?.channel).toBe(slackChannelId);
    await test.sendDue();
    oneCopyEach();
  });

  it('is not looked for while the answer may still be under way', async () => {
    await lostAfter();
    expect(await reconcile()).toEqual(nothing);
  });

  it('is looked for in a DM that has to be opened, if it is the first', async () => {
    const { id } = await lostAfter();
    await db().delivery.updateMany({ data: { slackChannelId: null } });
    await later(2);
    expect(await reconcile()).toEqual({ ...nothing, found: 1 });
    expect((await row(id)).slackChannelId).toMatch(/^D/);
  });

  it('settles all that it told, at once', async () => {
    const { id, recipientId, claimId, cycleId } = await lostAfter();
    const post = { recipientId, claimId, cycleId, workspaceId, state: 'unknown' as const };
    const times = { dueAt: new Date(opening), claimedAt: new Date(), sentAt: new Date(opening) };
    const other = await db().delivery.create({
      data: { ...post, ...times, kind: 'action_due', step: 's', key: 'k', reason: 'timeout' },
    });
    await later(2);
    expect(await reconcile()).toEqual({ ...nothing, found: 1 });
    expect((await row(other.id)).slackTs).toBe((await row(id)).slackTs);
  });
});

describe('a message that Slack never took', () => {
  it('is due again after ten minutes, and goes out once', async () => {
    const { id } = await lostBefore();
    await later(2);
    expect(await reconcile()).toEqual({ ...nothing, open: 1 });
    expect(await reconcile()).toEqual(nothing);
    await later(9);
    expect(await reconcile()).toEqual({ ...nothing, due: 1 });
    expect(await row(id)).toMatchObject({ state: 'due', reason: null, sentAt: null, attempts: 1 });
    await test.sendDue();
    expect(await row(id)).toMatchObject({ state: 'sent', attempts: 2 });
    oneCopyEach();
  });

  it('stays one that was sent before, if it was', async () => {
    const { id } = await lostBefore();
    await db().delivery.update({ where: { id }, data: { slackChannelId: null, slackTs: '1.0' } });
    await later(11);
    await reconcile();
    expect(await row(id)).toMatchObject({ state: 'due', sentAt: new Date(opening) });
  });

  it('stays unknown where it may have been deleted since', async () => {
    const { id } = await lostBefore();
    await later(21 * 60);
    expect(await reconcile()).toEqual({ ...nothing, not_settled: 1 });
    expect(await row(id)).toMatchObject({ state: 'unknown', reason: 'not_settled' });
  });
});

describe('a process that died', () => {
  it('before it posted loses no message', async () => {
    const { claim } = await dieWhileSending({ posted: false });
    await later(4);
    expect(await reconcile()).toEqual(nothing);
    await later(7);
    expect(await reconcile()).toEqual({ ...nothing, due: 1 });
    await test.sendDue();
    expect((await row(claim.id)).state).toBe('sent');
    oneCopyEach();
  });

  it('after it posted doubles no message', async () => {
    const { claim, outcome } = await dieWhileSending({ posted: true });
    await later(6);
    expect(await reconcile()).toEqual({ ...nothing, found: 1 });
    const { slackChannelId: channelId, slackTs: ts } = await row(claim.id);
    expect(outcome).toMatchObject({ state: 'sent', channelId, ts });
    await test.sendDue();
    oneCopyEach();
  });

  it('only seemingly, and posts after all, has its say while nobody else has sent', async () => {
    const { claim, outcome } = await dieWhileSending({ posted: false });
    expect(outcome).toBeUndefined();
    await later(11);
    await reconcile();
    const sent = { state: 'sent' as const, channelId: 'D1', ts: '1.0' };
    await recordOutcome(db(), [claim], sent, test.clock.now());
    expect(await row(claim.id)).toMatchObject({ state: 'sent', slackTs: '1.0' });
  });

  it('only seemingly has no say about what another process has taken', async () => {
    const { claim } = await dieWhileSending({ posted: false });
    await later(11);
    await reconcile();
    const at = test.clock.now();
    await claimDeliveries(db(), { workspaceId, at, limit: 100 });
    await recordOutcome(db(), [claim], { state: 'failed', reason: 'user_disabled' }, at);
    expect(await row(claim.id)).toMatchObject({ state: 'claimed' });
  });
});

describe('processes that settle at the same time', () => {
  it('look for each post once', async () => {
    test.slack.faults.drop('chat.postMessage', { after: true, times: 100 });
    await test.sendDue();
    const lost = await unknown();
    test.slack.faults.clear();
    await later(2);
    const already = test.slack.calls.length;
    const counts = await Promise.all([reconcile(), reconcile(), reconcile()]);
    expect(counts.reduce((sum, { found }) => sum + found, 0)).toBe(lost.length);
    const calls = test.slack.calls.slice(already).map(({ method }) => method);
    expect(calls.filter((method) => method === 'conversations.history')).toHaveLength(lost.length);
    expect(await unknown()).toEqual([]);
    oneCopyEach();
  });
});

describe('when Slack', () => {
  it('asks to wait, the rest is left for the next time', async () => {
    test.slack.faults.drop('chat.postMessage', { after: true, times: 2 });
    await test.sendDue();
    await later(2);
    test.slack.faults.rateLimit('conversations.history');
    expect(await reconcile()).toEqual({ ...nothing, later: 1 });
    expect(await reconcile()).toEqual({ ...nothing, found: 1 });
    await later(6);
    expect(await reconcile()).toEqual({ ...nothing, found: 1 });
    expect(await unknown()).toEqual([]);
  });

  it("doesn't let Ladder look, nothing is sent again, and it is asked again a day later", async () => {
    const { id } = await lostAfter();
    await later(11);
    test.slack.faults.fail('conversations.history', 'missing_scope');
    expect(await reconcile()).toEqual({ ...nothing, not_settled: 1 });
    expect(await row(id)).toMatchObject({ state: 'unknown', reason: 'missing_scope' });
    await test.sendDue();
    oneCopyEach();
    await later(23 * 60);
    expect(await reconcile()).toEqual(nothing);
    await later(2 * 60);
    expect(await reconcile()).toEqual({ ...nothing, found: 1 });
  });
});
