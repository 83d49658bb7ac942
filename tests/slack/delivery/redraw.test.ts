import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Message } from '../../../playground/contract.js';
import { visibleText } from '../../../playground/slack/index.js';
import { markDone } from '../../../src/services/action-item/changes.js';
import { reopenCheckIn } from '../../../src/services/check-in/check-ins.js';
import { commentOnConversation } from '../../../src/services/conversation/comments.js';
import { confirmConversation } from '../../../src/services/conversation/confirming.js';
import { recordConversation } from '../../../src/services/conversation/recording.js';
import { updateOwnAssignment } from '../../../src/services/person/assignments.js';
import { nudgeReport } from '../../../src/services/reminder/nudges.js';
import { startTestLadder, type TestLadder } from '../../support/ladder.js';
import { personOf, putAction } from '../team/people.js';
import { giveView, ref, send } from './acts.js';

let ladder: TestLadder;
beforeEach(async () => {
  ladder = await startTestLadder();
});
afterEach(() => ladder.stop());

/** Nine in the morning of the day on which Q1's check-ins open, for Teo, Mika and Noor in turn. */
const opening = '2027-03-03T14:00:00Z';
const digestDay = '2027-03-10T14:00:00Z';

async function arriveAt(now: string) {
  ladder.clock.set(now);
  await ladder.sendDue();
}

/** The latest post to somebody that says this. */
function postTo(firstName: string, words: string | RegExp): Message {
  const post = ladder
    .as(firstName)
    .messages()
    .findLast((one) => visibleText(one).match(words));
  if (!post) throw new Error(`${firstName} has no post with ${words}`);
  return post;
}

/** What that post says now, and which buttons it has. */
function now(firstName: string, { ts }: Message): string {
  const post = ladder
    .as(firstName)
    .messages()
    .find((one) => one.ts === ts);
  return post ? visibleText(post) : '';
}

const edits = () => ladder.slack.calls.filter(({ method }) => method === 'chat.update').length;

describe('a message that asks for a check-in', () => {
  it('says once the check-in is sent that it is, and offers nothing that is over', async () => {
    await arriveAt(opening);
    const invitation = postTo('Sora', 'Your Q1 2027 check-in is open');
    expect(now('Sora', invitation)).toMatch(/Start[\s\S]*Hold all my messages/);
    ladder.clock.set('2027-03-09T14:00:00Z');
    await send(ladder, 'Sora');
    await ladder.sendDue();
    const text = now('Sora', invitation);
    expect(text).toContain('You sent your Q1 2027 check-in on Tuesday 9 March.');
    expect(text).toContain('Open my check-in');
    expect(text).not.toMatch(/Start|Hold all|away until/);
  });

  it('asks again when the check-in is taken back', async () => {
    await arriveAt(opening);
    const invitation = postTo('Sora', 'Your Q1 2027 check-in is open');
    const checkInId = await send(ladder, 'Sora');
    await ladder.sendDue();
    await reopenCheckIn(ladder.ladder.context, { ...(await ref(ladder, 'Sora')), checkInId });
    await ladder.sendDue();
    expect(now('Sora', invitation)).toMatch(
      /check-in is open[\s\S]*Go on with my check-in[\s\S]*Hold/,
    );
  });

  it('changes with the manager whom it names, and in all of a person’s posts', async () => {
    await arriveAt(opening);
    await arriveAt(digestDay);
    const invitation = postTo('Sora', 'Your Q1 2027 check-in is open');
    const reminder = postTo('Sora', 'still to do');
    const { id: reportId } = await personOf(ladder, 'Sora');
    const { id: managerId } = await personOf(ladder, 'Noor');
    const { context, messenger, workspace } = ladder.ladder;
    ladder.clock.set('2027-03-11T14:00:00Z');
    await nudgeReport(context, messenger, { workspaceId: workspace.id, managerId, reportId });
    const nudge = postTo('Sora', 'asks for your Q1 2027 check-in');
    const teo = await ref(ladder, 'Sora');
    await updateOwnAssignment(context, teo, {
      roleKey: 'senior',
      inRoleSince: undefined,
      managerSlackUserId: 'U0MIKA',
    });
    await ladder.sendDue();
    expect(now('Sora', invitation)).toContain('then <@U0MIKA> does');
    expect(now('Sora', nudge)).toContain('Your manager then asks for your Q1 2027 check-in');
    await send(ladder, 'Sora');
    await ladder.sendDue();
    for (const post of [invitation, reminder, nudge]) {
      expect(now('Sora', post)).toContain('You sent your Q1 2027 check-in');
    }
  });

  it('says in a line after the review what became of the check-in, and has no button', async () => {
    await arriveAt(opening);
    await arriveAt(digestDay);
    const [missed, sent] = ['Sora', 'Rosa'] as const;
    const asked = (who: string) => [
      postTo(who, 'Your Q1 2027 check-in is open'),
      postTo(who, 'still to do'),
    ];
    const [soras, rosas] = [asked(missed), asked(sent)];
    await send(ladder, sent);
    await arriveAt('2027-04-16T14:00:00Z');
    for (const post of soras) {
      expect(now(missed, post)).toBe('Your Q1 2027 check-in was not sent. This review is over.');
    }
    for (const post of rosas) {
      expect(now(sent, post)).toMatch(
        /^You sent your Q1 2027 check-in on Wednesday 10 March\. This review is over\.$/,
      );
    }
    const done = edits();
    await arriveAt('2027-04-17T14:00:00Z');
    expect(edits()).toBe(done);
  });
});

describe("a manager's digest", () => {
  beforeEach(async () => {
    await arriveAt(opening);
    ladder.clock.set('2027-03-09T14:00:00Z');
    await send(ladder, 'Sora');
    await arriveAt(digestDay);
  });

  it('shows after the view that both are in, and asks for no view any more', async () => {
    const digest = postTo('Noor', 'Ready for your view');
    expect(now('Noor', digest)).toContain('Give my view');
    await giveView(ladder, 'Noor', 'Sora');
    await ladder.sendDue();
    const text = now('Noor', digest);
    expect(text).toMatch(/Both in[\s\S]*Sora Senior[\s\S]*Open brief/);
    expect(text).not.toContain('Give my view');
  });

  it('is edited once for several changes, and not at all where it would show the same', async () => {
    const before = edits();
    await giveView(ladder, 'Noor', 'Sora');
    await send(ladder, 'Wren');
    await ladder.sendDue();
    await ladder.sendDue();
    const touched = edits() - before;
    // Noor's digest, and Wren's own messages: invitation and reminder.
    expect(touched).toBeLessThanOrEqual(3);
    await ladder.sendDue();
    expect(edits() - before).toBe(touched);
  });

  it('says that it isn’t the newest once there is a newer one, and leads to the team', async () => {
    const digest = postTo('Noor', 'Ready for your view');
    await arriveAt('2027-03-17T14:00:00Z');
    const newer = postTo('Noor', 'Ready for your view');
    expect(newer.ts).not.toBe(digest.ts);
    expect(now('Noor', digest)).toMatch(/it has changed since[\s\S]*Open my team/);
    expect(now('Noor', digest)).not.toMatch(/Nudge|Give my view/);
  });

  it('says in a line what came of a review that is over, in each of its messages', async () => {
    await giveView(ladder, 'Noor', 'Sora');
    await arriveAt('2027-03-17T14:00:00Z');
    const posts = ladder.as('Noor').messages();
    const digests = posts.filter((post) => /Both in|it has changed since/.test(visibleText(post)));
    expect(digests.length).toBeGreaterThan(1);
    await arriveAt('2027-04-16T14:00:00Z');
    const line =
      'Q1 2027 reviews started on Wednesday 24 March: 1 of 2 check-ins came in. This review is over.';
    for (const digest of digests) {
      expect(now('Noor', digest)).toContain(line);
      expect(now('Noor', digest)).not.toMatch(/Sora|Wren|Kit/);
      const before = ladder.as('Noor').messages().length;
      await ladder.as('Noor').click(digest, 'Open my team');
      const team = await ladder.slack.waitFor(() => ladder.as('Noor').messages()[before]);
      expect(visibleText(team)).toMatch(/You have 3 reports[\s\S]*Sora Senior/);
    }
  });

  it('of a review that is over asks nobody, and turns into no other review’s digest', async () => {
    const digest = postTo('Noor', 'Ready for your view');
    const [nudgeValue] = JSON.stringify(digest.blocks).match(/digest:[0-9a-f-]{36}/) ?? [];
    expect(nudgeValue).toBeDefined();
    // It is pressed before anything has come to say so: Ladder was down meanwhile.
    ladder.clock.set('2027-06-02T14:00:00Z');
    const sora = ladder.as('Wren').messages().length;
    await ladder.as('Noor').click(digest, 'Nudge Wren Lead');
    await ladder.slack.waitFor(() => now('Noor', digest).includes('This review is over.'));
    await ladder.ladder.idle();
    expect(postTo('Noor', 'Q1 2027 is over, so I asked nobody.')).toBeDefined();
    expect(now('Noor', digest)).toContain('Q1 2027 reviews started on');
    expect(now('Noor', digest)).not.toMatch(/Nudge|Give my view|Hold all|Q2/);
    expect(ladder.as('Wren').messages()).toHaveLength(sora);
  });

  it('is drawn whole with the own reminder that came in the same post', async () => {
    const digest = postTo('Noor', 'Ready for your view');
    expect(now('Noor', digest)).toContain('Your Q1 2027 check-in is still to do');
    await send(ladder, 'Noor');
    await ladder.sendDue();
    const text = now('Noor', digest);
    expect(text).toContain('You sent your Q1 2027 check-in');
    expect(text).toMatch(/Ready for your view[\s\S]*Give my view[\s\S]*Hold all my messages/);
  });
});

describe('what follows a reveal', () => {
  let checkInId: string;
  beforeEach(async () => {
    await arriveAt('2027-03-04T14:00:00Z');
    checkInId = await send(ladder, 'Sora');
    await giveView(ladder, 'Noor', 'Sora');
    await arriveAt('2027-03-04T15:00:00Z');
  });

  const record = async (heldOn: string, was?: string) => {
    const { id: personId } = await personOf(ladder, 'Noor');
    const { context, workspace } = ladder.ladder;
    const record = { workspaceId: workspace.id, personId, checkInId };
    await recordConversation(context, record, heldOn, was);
    return context.db.conversation.findFirstOrThrow();
  };

  it('the brief says for both when they talked', async () => {
    const posts = ['Sora', 'Noor'].map(
      (name) => [name, postTo(name, 'Both views are in.')] as const,
    );
    ladder.clock.set('2027-03-05T15:00:00Z');
    await record('2027-03-04');
    await ladder.sendDue();
    for (const [name, post] of posts) {
      expect(now(name, post)).toContain('You talked on Thursday 4 March about your brief');
      expect(now(name, post)).not.toContain('Record our conversation');
    }
  });

  it('the brief of who is the manager no more opens nothing', async () => {
    const brief = postTo('Noor', 'Both views are in.');
    await updateOwnAssignment(ladder.ladder.context, await ref(ladder, 'Sora'), {
      roleKey: 'senior',
      inRoleSince: undefined,
      managerSlackUserId: 'U0MIKA',
    });
    await ladder.sendDue();
    expect(now('Noor', brief)).toContain('You are not their manager now');
    expect(now('Noor', brief)).not.toContain('Open the brief');
  });

  it('the record is confirmed in its message, and one that has changed asks in the newer one', async () => {
    ladder.clock.set('2027-03-05T15:00:00Z');
    const { id: conversationId } = await record('2027-03-04');
    await arriveAt('2027-03-05T15:15:00Z');
    const first = postTo('Sora', 'recorded that you two talked');
    expect(now('Sora', first)).toMatch(/Confirm[\s\S]*Comment/);
    const sora = { ...(await ref(ladder, 'Sora')), conversationId };
    await confirmConversation(ladder.ladder.context, sora);
    await ladder.sendDue();
    expect(now('Sora', first)).toContain('You have confirmed this.');
    expect(now('Sora', first)).not.toContain('Is this how you remember it?');
    await record('2027-03-05', '2027-03-04');
    await ladder.sendDue();
    expect(now('Sora', first)).toContain('The record has changed since');
    await arriveAt('2027-03-05T15:30:00Z');
    const second = postTo('Sora', 'changed the record');
    expect(now('Sora', second)).toMatch(/Confirm[\s\S]*Comment/);
    expect(now('Sora', first)).not.toContain('Confirm');
  });

  it('a press while the one before is still being drawn is drawn at once too', async () => {
    ladder.clock.set('2027-03-05T15:00:00Z');
    await record('2027-03-04');
    await arriveAt('2027-03-05T15:15:00Z');
    const post = postTo('Sora', 'recorded that you two talked');
    ladder.slack.faults.delay('chat.update', 1000, { times: 1 });
    await ladder.as('Sora').click(post, 'Confirm');
    const where = { redrawClaimedAt: { not: null } };
    const { delivery } = ladder.ladder.context.db;
    await vi.waitFor(async () => expect(await delivery.count({ where })).toBe(1));
    await record('2027-03-05', '2027-03-04');
    await ladder.as('Sora').click(post, 'Read it');
    await ladder.slack.waitFor(() => now('Sora', post).includes('The record has changed since'));
  });

  it('a comment stays readable for the manager of today alone', async () => {
    ladder.clock.set('2027-03-05T15:00:00Z');
    const { id: conversationId } = await record('2027-03-04');
    await arriveAt('2027-03-05T15:15:00Z');
    const sora = await ref(ladder, 'Sora');
    const { context } = ladder.ladder;
    await commentOnConversation(context, { ...sora, conversationId }, 'Marked words of somebody');
    await ladder.sendDue();
    const comment = postTo('Noor', 'has commented on');
    expect(now('Noor', comment)).toContain('Read it');
    await updateOwnAssignment(context, sora, {
      roleKey: 'senior',
      inRoleSince: undefined,
      managerSlackUserId: 'U0MIKA',
    });
    await ladder.sendDue();
    expect(now('Noor', comment)).toContain('Somebody else is their manager now');
    expect(now('Noor', comment)).not.toContain('Read it');
  });

  it('a due action that is done is asked about no more, and the other hears what it became', async () => {
    ladder.clock.set('2027-03-05T15:00:00Z');
    const { id: conversationId } = await record('2027-03-04');
    const dueOn = '2027-03-08';
    const actionItemId = await putAction(ladder, 'Sora', { what: 'Marked', dueOn, conversationId });
    await arriveAt('2027-03-05T15:15:00Z');
    await arriveAt('2027-03-08T15:00:00Z');
    const due = postTo('Sora', 'One thing you agreed on');
    expect(now('Sora', due)).toContain('Done, or does it need another day?');
    const sora = await ref(ladder, 'Sora');
    await markDone(ladder.ladder.context, { ...sora, actionItemId });
    await ladder.sendDue();
    expect(now('Sora', due)).toContain('is done, dropped or moved to another day.');
    expect(now('Sora', due)).not.toContain('does it need another day?');
    expect(now('Noor', postTo('Noor', 'marked the one thing'))).toContain('Open');
  });

  it('no word and no rating of anybody comes into a post by an edit', async () => {
    ladder.clock.set('2027-03-05T15:00:00Z');
    await record('2027-03-04');
    await arriveAt('2027-04-30T15:15:00Z');
    const everything = ['Sora', 'Noor'].flatMap((name) => ladder.as(name).messages());
    expect(JSON.stringify(everything)).not.toMatch(/Marked|Meeting/);
  });
});
