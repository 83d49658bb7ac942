import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { agreeOn } from '../../../src/services/conversation/agreements.js';
import { notifyNow } from '../../../src/services/conversation/announcing.js';
import { commentOnConversation } from '../../../src/services/conversation/comments.js';
import { confirmConversation } from '../../../src/services/conversation/confirming.js';
import { readRecord } from '../../../src/services/conversation/record.js';
import { recordConversation } from '../../../src/services/conversation/recording.js';
import { openConversationWorld, sample, talkDay } from './world.js';

let world: Awaited<ReturnType<typeof openConversationWorld>>;
beforeAll(async () => {
  world = await openConversationWorld();
});
afterAll(() => world.close());

describe('recording that two people talked', () => {
  it('keeps the day, once, however often and at once it is sent', async () => {
    const pair = await world.pair();
    await Promise.all([pair.record(), pair.record(), pair.record()]);
    const { db } = world.context;
    expect(await db.conversation.count({ where: { personId: pair.teo.id } })).toBe(1);
    expect((await readRecord(world.context, pair.ref)).held).toMatchObject({
      heldOn: talkDay,
      hasUnsentChanges: true,
    });
    await pair.sendAt('2027-03-24T11:00:00Z');
    expect(pair.heard()).toEqual(['conversation to U0TEO']);
  });

  it('takes a corrected day', async () => {
    const pair = await world.pair();
    await pair.record();
    await pair.record('2027-03-23', talkDay);
    expect((await readRecord(world.context, pair.ref)).held?.heldOn).toBe('2027-03-23');
  });

  it.each([
    ['2027-03-25', 'still to come'],
    ['2027-03-02', 'before this cycle'],
  ])('asks for another day than %s', async (heldOn, words) => {
    const pair = await world.pair();
    await expect(pair.record(heldOn)).rejects.toMatchObject({
      field: 'heldOn',
      message: expect.stringContaining(words),
    });
  });

  it('waits for the reveal', async () => {
    const pair = await world.pair();
    await world.context.db.checkIn.update({
      where: { id: pair.ref.checkInId },
      data: { revealedAt: null, assessmentId: null },
    });
    await expect(pair.record()).rejects.toThrow('once both views are in');
  });

  it('is for the report and the manager of today alone', async () => {
    const pair = await world.pair();
    const other = { ...pair.ref, personId: pair.ada.id };
    await expect(readRecord(world.context, other)).rejects.toThrow('Only the manager of today');
    await pair.giveManager(pair.ada.id);
    await expect(pair.record()).rejects.toThrow('Only the manager of today');
    const ada = { ...pair.ref, personId: pair.ada.id };
    await recordConversation(world.context, ada, talkDay);
    expect((await pair.conversation()).managerId).toBe(pair.ada.id);
  });

  it('leaves to a new manager what the one before recorded, unread', async () => {
    const pair = await world.pair();
    await pair.record();
    await pair.giveManager(pair.ada.id);
    const ada = { ...pair.ref, personId: pair.ada.id };
    await expect(readRecord(world.context, ada)).rejects.toThrow('The manager before you');
    await expect(recordConversation(world.context, ada, talkDay)).rejects.toThrow(
      'The manager before you',
    );
  });

  it('knows no check-in of another workspace', async () => {
    const [one, other] = [await world.pair(), await world.pair()];
    const mixed = { ...one.ref, workspaceId: other.workspaceId };
    await expect(readRecord(world.context, mixed)).rejects.toThrow('Only the manager of today');
  });
});

describe('agreeing on actions', () => {
  it('keeps several, whoever is to do them, each once', async () => {
    const pair = await world.pair();
    await pair.record();
    const twice = { ...sample(), what: 'Shadow two calls', dueOn: '2027-04-15' };
    await agreeOn(world.context, pair.ref, twice);
    await agreeOn(world.context, pair.ref, twice);
    await pair.agree({ side: 'manager', what: 'Find Teo a project' });
    const { actionItems: actions } = await readRecord(world.context, pair.ref);
    expect(actions.map(({ what, owner }) => [what, owner?.slackUserId])).toEqual([
      ['Shadow two calls', 'U0TEO'],
      ['Find Teo a project', 'U0MIKA'],
    ]);
  });

  it('makes one of a form that is sent twice at once', async () => {
    const pair = await world.pair();
    await pair.record();
    const form = sample();
    const both = await Promise.allSettled([
      agreeOn(world.context, pair.ref, form),
      agreeOn(world.context, pair.ref, form),
    ]);
    expect(both.map(({ status }) => status)).toEqual(['fulfilled', 'fulfilled']);
    expect((await readRecord(world.context, pair.ref)).actionItems).toHaveLength(1);
  });

  it.each([
    ['what', { what: '  ' }, 'what is to be done'],
    ['what', { what: 'x'.repeat(251) }, 'Keep it to 250 characters; it has 251'],
    ['measure', { measure: '' }, 'how the two of you will see'],
    ['dueOn', { dueOn: undefined }, 'Pick the day'],
    ['dueOn', { dueOn: '2027-03-23' }, 'That day is past. Pick today or a later day.'],
  ])('says at %s what to do about %o', async (field, some, words) => {
    const pair = await world.pair();
    await pair.record();
    await expect(pair.agree(some)).rejects.toMatchObject({
      field,
      message: expect.stringContaining(words),
    });
  });

  it("counts today by the owner's own day", async () => {
    const pair = await world.pair({ teo: { timeZone: 'Pacific/Kiritimati' } });
    await pair.record();
    await expect(pair.agree({ dueOn: '2027-03-24' })).rejects.toMatchObject({ field: 'dueOn' });
    await pair.agree({ dueOn: '2027-03-24', side: 'manager' });
  });

  it('changes what was agreed on, and refuses what is closed or belongs elsewhere', async () => {
    const [pair, other] = [await world.pair(), await world.pair()];
    await pair.record();
    await other.record();
    const actionId = await pair.agree();
    await pair.agree({ actionItemId: actionId, what: 'Lead three retrospectives' });
    const { actionItems: actions } = await readRecord(world.context, pair.ref);
    expect(actions.map(({ what }) => what)).toEqual(['Lead three retrospectives']);
    await expect(other.agree({ actionItemId: actionId })).rejects.toThrow("can't find that action");
    await world.context.db.actionItem.update({ where: { id: actionId }, data: { state: 'done' } });
    await expect(pair.agree({ actionItemId: actionId, what: 'Lead one' })).rejects.toThrow(
      'done already',
    );
  });

  it('is refused to a manager who is none any more since the form was opened', async () => {
    const pair = await world.pair();
    await pair.record();
    await pair.giveManager(pair.ada.id);
    await expect(pair.agree()).rejects.toThrow('not you any more. Nothing has changed.');
  });

  it('needs a recorded conversation', async () => {
    const pair = await world.pair();
    await expect(pair.agree()).rejects.toThrow('Say first when you talked');
  });
});

describe('telling the report', () => {
  it('waits until all is noted, and then comes as one message', async () => {
    const pair = await world.pair();
    await pair.record();
    world.clock.set('2027-03-24T10:08:00Z');
    await pair.agree();
    await pair.sendAt('2027-03-24T10:12:00Z');
    expect(pair.heard()).toEqual([]);
    await pair.sendAt('2027-03-24T10:18:00Z');
    expect(pair.heard()).toEqual(['conversation to U0TEO']);
    const [letter] = pair.letterbox.letters.filter(
      ({ message }) => message.kind === 'conversation',
    );
    expect(letter?.message).toMatchObject({
      heldOn: talkDay,
      again: false,
      agreed: 1,
    });
  });

  it('comes at once where the manager says so, and once', async () => {
    const pair = await world.pair();
    await pair.record();
    expect(await notifyNow(world.context, pair.letterbox, pair.ref)).toEqual({ state: 'sent' });
    expect(await notifyNow(world.context, pair.letterbox, pair.ref)).toEqual({
      state: 'nothing_new',
    });
    expect(pair.heard()).toEqual(['conversation to U0TEO']);
  });

  it("waits for the report's morning", async () => {
    const pair = await world.pair({ teo: { timeZone: 'Asia/Kolkata' } });
    world.clock.set('2027-03-24T15:00:00Z');
    await pair.record();
    expect(await notifyNow(world.context, pair.letterbox, pair.ref)).toEqual({
      state: 'later',
      at: new Date('2027-03-25T03:30:00Z'),
    });
    await pair.sendAt('2027-03-25T03:30:00Z');
    expect(pair.heard()).toEqual(['conversation to U0TEO']);
  });

  it('tells of a later change as such, and asks to confirm it anew', async () => {
    const pair = await world.pair();
    await pair.record();
    await notifyNow(world.context, pair.letterbox, pair.ref);
    const { id: conversationId } = await pair.conversation();
    const teo = { workspaceId: pair.workspaceId, personId: pair.teo.id, conversationId };
    await confirmConversation(world.context, teo);
    world.clock.set('2027-03-24T12:00:00Z');
    await pair.agree();
    expect((await pair.conversation()).confirmedAt).toBeNull();
    await pair.sendAt('2027-03-24T12:30:00Z');
    expect(pair.letterbox.letters.at(-1)?.message).toMatchObject({
      kind: 'conversation',
      again: true,
    });
  });

  it('is not done where they have left, and says so', async () => {
    const pair = await world.pair();
    await pair.record();
    await world.context.db.person.update({
      where: { id: pair.teo.id },
      data: { leftAt: world.clock.now() },
    });
    expect(await notifyNow(world.context, pair.letterbox, pair.ref)).toEqual({
      state: 'not_delivered',
    });
    expect(pair.heard()).toEqual([]);
  });

  it('holds only ids', async () => {
    const pair = await world.pair();
    await pair.record();
    await pair.agree();
    const rows = await world.context.db.delivery.findMany({ where: { kind: 'conversation' } });
    expect(JSON.stringify(rows)).not.toMatch(/retrospectives|channel/);
  });
});

describe("the report's answer", () => {
  it('is confirmed once, at the first time', async () => {
    const pair = await world.pair();
    await pair.record();
    const { id: conversationId } = await pair.conversation();
    const teo = { workspaceId: pair.workspaceId, personId: pair.teo.id, conversationId };
    await confirmConversation(world.context, teo);
    world.clock.set('2027-03-25T10:00:00Z');
    await confirmConversation(world.context, teo);
    expect((await readRecord(world.context, pair.ref)).held?.confirmedAt).toEqual(
      new Date('2027-03-24T10:00:00Z'),
    );
  });

  it('is a comment of which the manager hears, the same one once', async () => {
    const pair = await world.pair();
    await pair.record();
    const { id: conversationId } = await pair.conversation();
    const teo = { workspaceId: pair.workspaceId, personId: pair.teo.id, conversationId };
    await commentOnConversation(world.context, teo, 'We said May, not April. ');
    await pair.sendAt('2027-03-24T10:01:00Z');
    await commentOnConversation(world.context, teo, 'We said May, not April.');
    await pair.sendAt('2027-03-24T10:02:00Z');
    expect(pair.heard()).toEqual(['conversation_comment to U0MIKA']);
    const [letter] = pair.letterbox.letters.slice(-1);
    expect(letter?.message).toMatchObject({ fromSlackUserId: 'U0TEO', heldOn: talkDay });
    expect(JSON.stringify(letter)).not.toContain('We said May');
    await expect(commentOnConversation(world.context, teo, ' ')).rejects.toMatchObject({
      field: 'comment',
    });
  });

  it('reaches nobody but the manager of then, and only while they are', async () => {
    const pair = await world.pair();
    await pair.record();
    const { id: conversationId } = await pair.conversation();
    const teo = { workspaceId: pair.workspaceId, personId: pair.teo.id, conversationId };
    await commentOnConversation(world.context, teo, 'We said May.');
    await pair.giveManager(pair.ada.id);
    await pair.sendAt('2027-03-24T10:30:00Z');
    expect(pair.heard()).toEqual(['conversation to U0TEO']);
  });

  it('belongs to the two alone, and to the one who has not changed the record last', async () => {
    const pair = await world.pair();
    await pair.record();
    const { id: conversationId } = await pair.conversation();
    const ada = { workspaceId: pair.workspaceId, personId: pair.ada.id, conversationId };
    await expect(confirmConversation(world.context, ada)).rejects.toThrow("can't find");
    await expect(commentOnConversation(world.context, ada, 'x')).rejects.toThrow("can't find");
    const mika = { ...ada, personId: pair.mika.id };
    expect(await confirmConversation(world.context, mika)).toBe('own_change');
    expect((await pair.conversation()).confirmedAt).toBeNull();
  });
});
