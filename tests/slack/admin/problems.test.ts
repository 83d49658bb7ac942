import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Prisma } from '../../../src/database/index.js';
import { startTestLadder, type TestLadder } from '../../support/ladder.js';
import { openQuarter, reads } from '../check-in/desk.js';
import { untilModal } from '../conversation/desk.js';
import { personOf } from '../team/people.js';

let ladder: TestLadder;
beforeEach(async () => {
  ladder = await startTestLadder({ now: '2027-03-04T10:00:00Z' });
  await openQuarter(ladder);
  await ladder.sendDue();
});
afterEach(() => ladder.stop());

const db = () => ladder.ladder.context.db;

async function change(name: string, data: Prisma.PersonUncheckedUpdateInput): Promise<void> {
  await db().person.update({ where: { id: (await personOf(ladder, name)).id }, data });
}

/** Makes the newest message to somebody one that Slack refused, or of which nobody knows more. */
async function spoil(name: string, data: Prisma.DeliveryUncheckedUpdateInput): Promise<string> {
  const { id: recipientId } = await personOf(ladder, name);
  const { id } = await db().delivery.findFirstOrThrow({
    where: { recipientId, state: 'sent' },
    orderBy: { id: 'desc' },
  });
  const unsent = { sentAt: null, slackTs: null, slackChannelId: null };
  await db().delivery.update({ where: { id }, data: { ...unsent, ...data } });
  return id;
}

async function openProblems(): Promise<string> {
  const ada = ladder.as('Ada');
  await ada.command('/ladder', 'admin');
  await untilModal(ladder, 'Ada', 'This round');
  await ada.click('modal', 'Problems');
  await ladder.slack.waitFor(() => !/This round|One moment/.test(reads(ada)));
  return reads(ada);
}

async function show(fact: string, words: string): Promise<string> {
  await openProblems();
  await ladder.as('Ada').click('modal', `Show: ${fact}`);
  await untilModal(ladder, 'Ada', words);
  return reads(ladder.as('Ada'));
}

/** Presses a button in the open page and waits for what it says. */
async function press(button: string, words: string): Promise<void> {
  await ladder.as('Ada').click('modal', button);
  await untilModal(ladder, 'Ada', words);
}

describe('the problems', () => {
  it('stand over the page of the review, which is there again once they are closed', async () => {
    const ada = ladder.as('Ada');
    expect(await show('2 people have no role yet', 'Kit Newcomer')).not.toContain('This round');
    await ada.close();
    expect(reads(ada)).toContain('This round');
  });

  it('are counted by kind, with what follows from each', async () => {
    await change('Rosa', { roleKey: 'gardener' });
    await change('Sora', { managerId: null });
    const [mika, noor] = [await personOf(ladder, 'Mika'), await personOf(ladder, 'Noor')];
    await change('Mika', { managerId: noor.id });
    await change('Noor', { managerId: mika.id });
    await spoil('Teo', { state: 'failed', reason: 'user_not_found' });
    await spoil('Mika', { state: 'failed', reason: 'keeps_failing' });
    const text = await openProblems();
    for (const fact of [
      '*2 people have no role yet.*',
      '*1 person stands on a role that is no longer on the ladder.*',
      '*1 participant has no manager set.*',
      '*2 people are in a circle of managers.*',
      '*1 person can’t be reached in Slack.*',
      '*1 message failed, or nobody knows whether it arrived.*',
    ]) {
      expect(text).toContain(fact);
    }
    expect(text).not.toContain('a manager who left');
  });

  it('find a circle of any length, and none where it is broken', async () => {
    await change('Ada', { roleKey: 'senior', managerId: (await personOf(ladder, 'Mika')).id });
    await change('Kit', { roleKey: 'associate' });
    await change('Mika', { managerId: (await personOf(ladder, 'Noor')).id });
    await change('Noor', { managerId: (await personOf(ladder, 'Sora')).id });
    await change('Sora', { managerId: (await personOf(ladder, 'Ada')).id });
    // A circle of four is one, whichever way it is made.
    expect(await openProblems()).toContain('4 people are in a circle of managers');
    await change('Sora', { managerId: (await personOf(ladder, 'Wren')).id });
    await change('Wren', { managerId: null });
    expect(await openProblems()).not.toContain('circle');
  });

  it('don’t count the one at the top, while there is one', async () => {
    await change('Ada', { roleKey: 'senior' });
    expect(await openProblems()).not.toContain('no manager set');
    // Mika has reports and no manager: either may lack one.
    await change('Mika', { managerId: null });
    expect(await openProblems()).toContain('*2 participants have no manager set.*');
  });

  it('are listed by name, a page at a time', async () => {
    const { workspaceId } = await personOf(ladder, 'Ada');
    const data = Array.from({ length: 40 }, (_, nth) => ({
      ...{ workspaceId, slackUserId: `U9${nth}`, profileReadAt: ladder.clock.now() },
      name: `Person ${String(nth).padStart(2, '0')}`,
    }));
    await db().person.createMany({ data });
    const first = await show('42 people have no role yet', 'Page 1 of 3');
    expect(first).toContain('Person 00');
    expect(first).not.toContain('Person 20');
    await press('Page 2', 'Page 2 of 3');
    expect(reads(ladder.as('Ada'))).toContain('Person 20');
    await press('All problems', '42 people have no role yet');
  });
});

describe('what mends them', () => {
  it('leaves somebody out of the open review, who is no problem of it then', async () => {
    await show('2 people have no role yet', 'Kit Newcomer');
    await press('Leave out: Kit Newcomer', 'Left out of Q1 2027');
    expect(reads(ladder.as('Ada'))).toContain('1 person has no role yet');
    expect(await db().cycleExclusion.count()).toBe(1);
    expect(await db().auditLogEntry.findMany()).toMatchObject([{ action: 'cycle_excluded' }]);
  });

  it('sends a message again that failed, once', async () => {
    const id = await spoil('Teo', { state: 'failed', reason: 'keeps_failing' });
    const before = ladder.as('Teo').messages().length;
    await show('1 message failed, or nobody knows whether it arrived', 'Teo Associate');
    await press('Send again: Teo Associate', 'It is sent again in the next minute');
    expect(reads(ladder.as('Ada'))).toContain('There is none of these any more.');
    await ladder.sendDue();
    await ladder.sendDue();
    expect(ladder.as('Teo').messages()).toHaveLength(before + 1);
    expect(await db().delivery.findUnique({ where: { id } })).toMatchObject({ state: 'sent' });
  });

  it('sends everything again that Slack refused to deliver to somebody', async () => {
    await spoil('Teo', { state: 'failed', reason: 'user_disabled' });
    await show('1 person can’t be reached in Slack', 'their Slack account is deactivated');
    await press('Send again: Teo Associate', '1 message sent again');
    expect(await db().delivery.count({ where: { state: 'failed' } })).toBe(0);
  });

  it('lets a message go for good', async () => {
    const id = await spoil('Teo', { state: 'unknown', reason: 'timeout', sentAt: new Date() });
    await show('1 message failed, or nobody knows whether it arrived', 'perhaps arrived');
    await press('Let it go: Teo Associate', 'it is never sent');
    expect(await db().delivery.findUnique({ where: { id } })).toMatchObject({
      state: 'obsolete',
      reason: 'dropped_by_operator',
    });
  });

  it('says so where the admin is none any more, and mends nothing', async () => {
    const id = await spoil('Teo', { state: 'failed', reason: 'keeps_failing' });
    await show('1 message failed, or nobody knows whether it arrived', 'Teo Associate');
    await change('Ada', { isAdmin: false });
    await press('Send again: Teo Associate', 'Only admins can do that');
    expect(await db().delivery.findUnique({ where: { id } })).toMatchObject({ state: 'failed' });
  });
});
