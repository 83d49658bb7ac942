import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Message } from '../../../playground/contract.js';
import { visibleText } from '../../../playground/slack/index.js';
import type { Framework } from '../../../src/domain/framework/framework.js';
import { openCycle } from '../../../src/services/cycle/index.js';
import { publishVersion } from '../../../src/services/framework/publishing.js';
import { builtInFramework } from '../../support/built-in-framework.js';
import { startTestLadder, type TestLadder } from '../../support/ladder.js';
import { giveView, send } from './acts.js';

let ladder: TestLadder;
beforeEach(async () => {
  ladder = await startTestLadder();
});
afterEach(() => ladder.stop());

async function arriveAt(now: string) {
  ladder.clock.set(now);
  await ladder.sendDue();
}

/** The latest post to somebody that says this. */
function postTo(firstName: string, words: string): Message {
  const posts = ladder.as(firstName).messages();
  const post = posts.findLast((one) => visibleText(one).includes(words));
  if (!post) throw new Error(`${firstName} has no post with ${words}`);
  return post;
}

/** What that post says now. */
function now(firstName: string, { ts }: Message): string {
  const post = ladder
    .as(firstName)
    .messages()
    .find((one) => one.ts === ts);
  return post ? visibleText(post) : '';
}

describe('the line that check-ins wait for a view', () => {
  it('names who still waits, then that none does, and at last that the review is over', async () => {
    await arriveAt('2027-03-03T14:00:00Z');
    ladder.clock.set('2027-03-04T14:00:00Z');
    await send(ladder, 'Sora');
    await send(ladder, 'Wren');
    await arriveAt('2027-03-05T14:00:00Z');
    const line = postTo('Noor', '2 check-ins for Q1 2027 wait for your view');
    await giveView(ladder, 'Noor', 'Sora');
    await ladder.sendDue();
    expect(now('Noor', line)).toMatch(
      /Wren Lead has sent their Q1 2027 check-in[\s\S]*Give my view/,
    );
    await giveView(ladder, 'Noor', 'Wren');
    await ladder.sendDue();
    expect(now('Noor', line)).toContain('None does any more.');
    expect(now('Noor', line)).not.toContain('Give my view');
    await arriveAt('2027-04-16T14:00:00Z');
    expect(now('Noor', line)).toContain('This review is over.');
  });
});

describe('the last word about a review', () => {
  it('names the dates of the next one as they are, also when these are moved', async () => {
    await arriveAt('2027-03-03T14:00:00Z');
    ladder.clock.set('2027-03-04T14:00:00Z');
    await send(ladder, 'Wren');
    await arriveAt('2027-04-16T14:00:00Z');
    const word = postTo('Sora', 'Q1 2027 has closed and your check-in was not sent');
    expect(now('Sora', word)).toContain('The next reviews start on Wednesday 23 June');
    const { context, workspace } = ladder.ladder;
    await openCycle(context, {
      ...{ workspaceId: workspace.id, by: { operator: 'ops' }, reviewOn: '2027-06-16' },
    });
    await ladder.sendDue();
    expect(now('Sora', word)).toContain('The next reviews start on Wednesday 16 June');
  });

  it('leads an admin to whoever did not come to its end, also when the review is over', async () => {
    await arriveAt('2027-03-03T14:00:00Z');
    ladder.clock.set('2027-03-04T14:00:00Z');
    await send(ladder, 'Wren');
    await arriveAt('2027-04-16T14:00:00Z');
    const ada = ladder.as('Ada');
    const word = postTo('Ada', 'Q1 2027 has closed with 1 of');
    await ada.click(word, 'Who is not through');
    const page = () => {
      const modal = ada.modal();
      return modal ? visibleText(modal) : '';
    };
    await ladder.slack.waitFor(() => page().includes('Not through with Q1 2027'));
    expect(page()).toContain('Sora Senior (Noor Manager)');
  });
});

describe('what a new version of the ladder changes', () => {
  const rename = async (title: string) => {
    const { roles, ...rest } = builtInFramework();
    const framework: Framework = {
      ...rest,
      roles: roles.map((role) => (role.key === 'manager' ? { ...role, title } : role)),
    };
    const { context, workspace } = ladder.ladder;
    const at = ladder.clock.now();
    await publishVersion(context, { workspaceId: workspace.id, framework, at });
    await ladder.sendDue();
  };

  it('is told as it is today, also after one more version', async () => {
    // A Tuesday, 16:00 in Madrid, where Rosa is.
    await arriveAt('2027-04-27T14:00:00Z');
    await rename('Operations Gardener');
    await arriveAt('2027-04-27T14:11:00Z');
    const notice = postTo('Rosa', 'is called Operations Gardener now');
    ladder.clock.set('2027-04-27T14:20:00Z');
    await rename('Operations Botanist');
    expect(now('Rosa', notice)).toContain('is called Operations Botanist now');
    expect(now('Rosa', notice)).not.toContain('Gardener');
  });
});
