import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readBrief } from '../../../src/services/brief/briefs.js';
import { agreeOn } from '../../../src/services/conversation/agreements.js';
import { commentOnConversation } from '../../../src/services/conversation/comments.js';
import { confirmConversation } from '../../../src/services/conversation/confirming.js';
import { markDifference } from '../../../src/services/conversation/differences.js';
import { saveNotes } from '../../../src/services/conversation/notes.js';
import { readRecord } from '../../../src/services/conversation/record.js';
import { recordConversation } from '../../../src/services/conversation/recording.js';
import { type BriefWorld, openBriefWorld } from '../brief/world.js';
import { openConversationWorld, sample, talkDay } from './world.js';

let world: Awaited<ReturnType<typeof openConversationWorld>>;
let briefs: BriefWorld;
beforeAll(async () => {
  world = await openConversationWorld();
  briefs = await openBriefWorld();
});
afterAll(async () => {
  await world.close();
  await briefs.close();
});

describe('a record that the report begins', () => {
  it('is told to the manager, who confirms it', async () => {
    const pair = await world.pair();
    await recordConversation(world.context, pair.own, talkDay);
    await agreeOn(world.context, pair.own, sample());
    expect((await readRecord(world.context, pair.own)).held?.hasUnsentChanges).toBe(true);
    expect((await readRecord(world.context, pair.ref)).held?.hasUnsentChanges).toBe(false);
    await pair.sendAt('2027-03-24T10:11:00Z');
    expect(pair.heard()).toEqual(['conversation to U0MIKA']);
    const { id: conversationId, managerId } = await pair.conversation();
    expect(managerId).toBe(pair.mika.id);
    const { workspaceId } = pair;
    const teo = { workspaceId, personId: pair.teo.id, conversationId };
    expect(await confirmConversation(world.context, teo)).toBe('own_change');
    const mika = { workspaceId, personId: pair.mika.id, conversationId };
    expect(await confirmConversation(world.context, mika)).toBe('confirmed');
    expect((await pair.conversation()).confirmedAt).not.toBeNull();
  });

  it('takes a comment of the manager, of which the report hears', async () => {
    const pair = await world.pair();
    await recordConversation(world.context, pair.own, talkDay);
    const { id: conversationId } = await pair.conversation();
    const mika = { workspaceId: pair.workspaceId, personId: pair.mika.id, conversationId };
    await commentOnConversation(world.context, mika, 'It was on Tuesday.');
    await pair.sendAt('2027-03-24T10:01:00Z');
    expect(pair.heard()).toEqual(['conversation_comment to U0TEO']);
    const { held } = await readRecord(world.context, pair.own);
    expect(held?.comments).toEqual({ report: '', manager: 'It was on Tuesday.' });
  });

  it('needs a manager to talk with', async () => {
    const pair = await world.pair();
    await pair.giveManager(null);
    await expect(recordConversation(world.context, pair.own, talkDay)).rejects.toThrow(
      'nobody to record it with',
    );
  });

  it('is with the manager of today', async () => {
    const pair = await world.pair();
    await pair.giveManager(pair.ada.id);
    await recordConversation(world.context, pair.own, talkDay);
    expect((await pair.conversation()).managerId).toBe(pair.ada.id);
  });
});

describe('two who record at once', () => {
  it('make one conversation, and the second sees the day of the first', async () => {
    const pair = await world.pair();
    const results = await Promise.all([
      pair.record('2027-03-23'),
      recordConversation(world.context, pair.own, talkDay),
    ]);
    const { db } = world.context;
    expect(await db.conversation.count({ where: { personId: pair.teo.id } })).toBe(1);
    const { held } = await readRecord(world.context, pair.own);
    expect(results).toContainEqual({ recorded: true });
    expect(results).toContainEqual({ already: held?.heldOn });
    await agreeOn(world.context, pair.ref, sample());
    await agreeOn(world.context, pair.own, { ...sample(), what: 'Shadow two calls' });
    expect((await readRecord(world.context, pair.ref)).actionItems).toHaveLength(2);
  });

  it('bring each other no message about what they have changed last themselves', async () => {
    const pair = await world.pair();
    await pair.record();
    await agreeOn(world.context, pair.own, sample());
    await pair.sendAt('2027-03-24T10:20:00Z');
    expect(pair.heard()).toEqual(['conversation to U0MIKA']);
  });

  it('never overwrite a change of an action that they have not seen', async () => {
    const pair = await world.pair();
    await pair.record();
    const form = sample();
    await agreeOn(world.context, pair.ref, form);
    await agreeOn(world.context, pair.ref, { ...form, what: 'Lead three', version: 0 });
    const late = { ...form, what: 'Lead four', version: 0 };
    expect(await agreeOn(world.context, pair.own, late)).toMatchObject({
      conflict: { what: 'Lead three', version: 1 },
    });
    await agreeOn(world.context, pair.own, { ...late, version: 1 });
    const { actionItems } = await readRecord(world.context, pair.ref);
    expect(actionItems.map(({ what }) => what)).toEqual(['Lead four']);
  });
});

describe('the record after the manager has changed', () => {
  it('stays as it is, for the report to read and for nobody to change', async () => {
    const pair = await world.pair();
    await pair.record();
    await saveNotes(world.context, pair.ref, { text: 'Between us', version: 0 });
    await pair.giveManager(pair.ada.id);
    const own = await readRecord(world.context, pair.own);
    expect(own).toMatchObject({ canChange: false, manager: { id: pair.mika.id } });
    expect(own.held?.talk?.notes.text).toBe('Between us');
    await expect(
      recordConversation(world.context, pair.own, '2027-03-23', talkDay),
    ).rejects.toThrow('with the manager you had then');
    const edit = { text: 'Something else', version: 1 };
    await expect(saveNotes(world.context, pair.own, edit)).rejects.toThrow('stays as it is');
    for (const personId of [pair.mika.id, pair.ada.id]) {
      const ref = { ...pair.ref, personId };
      await expect(readRecord(world.context, ref)).rejects.toThrow();
      await expect(saveNotes(world.context, ref, edit)).rejects.toThrow();
    }
  });
});

describe('the notes of a conversation', () => {
  it('are one text that both write, and nobody overwrites what they have not seen', async () => {
    const pair = await world.pair();
    await pair.record();
    const save = (ref: typeof pair.ref, text: string, version: number) =>
      saveNotes(world.context, ref, { text, version });
    expect(await save(pair.ref, 'We began with the launch.', 0)).toEqual({ saved: true });
    expect(await save(pair.own, 'What I took with me.', 0)).toEqual({
      conflict: { text: 'We began with the launch.', version: 1, by: 'manager' },
    });
    expect(await save(pair.own, 'We began with the launch. I took one thing.', 1)).toEqual({
      saved: true,
    });
    expect((await readRecord(world.context, pair.ref)).held?.talk?.notes).toEqual({
      text: 'We began with the launch. I took one thing.',
      version: 2,
      by: 'report',
    });
  });

  it('of two who save at once, one is saved and the other is told', async () => {
    const pair = await world.pair();
    await pair.record();
    const results = await Promise.all([
      saveNotes(world.context, pair.ref, { text: 'Hers', version: 0 }),
      saveNotes(world.context, pair.own, { text: 'His', version: 0 }),
    ]);
    expect(results.filter((one) => 'saved' in one)).toHaveLength(1);
    expect(results.filter((one) => 'conflict' in one)).toHaveLength(1);
  });

  it('bring nobody a message and void no confirmation', async () => {
    const pair = await world.pair();
    await pair.record();
    await pair.sendAt('2027-03-24T10:11:00Z');
    const { id: conversationId } = await pair.conversation();
    const teo = { workspaceId: pair.workspaceId, personId: pair.teo.id, conversationId };
    await confirmConversation(world.context, teo);
    await saveNotes(world.context, pair.own, { text: 'One thing', version: 0 });
    await pair.sendAt('2027-03-24T11:00:00Z');
    expect(pair.heard()).toEqual(['conversation to U0TEO']);
    expect((await pair.conversation()).confirmedAt).not.toBeNull();
  });

  it('need a recorded conversation, and fit', async () => {
    const pair = await world.pair();
    const save = (text: string) => saveNotes(world.context, pair.own, { text, version: 0 });
    await expect(save('Early')).rejects.toThrow('Say first when you talked');
    await pair.record();
    await expect(save('x'.repeat(3001))).rejects.toMatchObject({ field: 'notes' });
  });

  it('are read by the manager while they owe no view, and each reading is recorded', async () => {
    const pair = await briefs.pair();
    const { workspaceId, teo, mika } = pair;
    const checkIn = await pair.reveal(pair.before);
    const ref = { workspaceId, personId: mika.id, checkInId: checkIn.id };
    const own = { ...ref, personId: teo.id };
    await recordConversation(briefs.context, ref, '2027-03-20');
    await saveNotes(briefs.context, own, { text: 'Mine to say', version: 0 });

    // Q1 is open, and Mika has not given her view in it.
    expect((await readRecord(briefs.context, ref)).held?.talk).toBeUndefined();
    await expect(saveNotes(briefs.context, ref, { text: 'Over it', version: 1 })).rejects.toThrow(
      'Your own view in the open cycle comes first',
    );
    expect(await pair.readings()).toEqual([]);
    await pair.reveal(pair.now);
    expect((await readRecord(briefs.context, ref)).held?.talk?.notes.text).toBe('Mine to say');
    expect(await pair.readings()).toMatchObject([
      { readerId: mika.id, checkInId: checkIn.id, surface: 'conversation' },
    ]);
  });
});

describe('what two still see differently', () => {
  async function talked() {
    const pair = await briefs.pair();
    const { workspaceId, teo, mika } = pair;
    const checkIn = await pair.reveal(pair.now);
    const ref = { workspaceId, personId: mika.id, checkInId: checkIn.id };
    await recordConversation(briefs.context, ref, '2027-03-20');
    return { ...pair, ref, own: { ...ref, personId: teo.id } };
  }
  const gaps = async (ref: { workspaceId: string; personId: string; checkInId: string }) =>
    (await readRecord(briefs.context, ref)).held?.talk?.gaps.map(({ row, stillDiffers }) => [
      row.competency.key,
      stillDiffers,
    ]);

  it('is marked by either of them where they rated differently, once', async () => {
    const { ref, own } = await talked();
    const mark = { competencyKey: 'collaboration', differs: true };
    expect(await gaps(ref)).toEqual([['collaboration', false]]);
    await Promise.all([
      markDifference(briefs.context, ref, mark),
      markDifference(briefs.context, own, mark),
    ]);
    expect(await gaps(ref)).toEqual([['collaboration', true]]);
    await markDifference(briefs.context, own, { ...mark, differs: false });
    expect(await gaps(ref)).toEqual([['collaboration', false]]);
  });

  it('can be nothing in which they rated alike', async () => {
    const { own } = await talked();
    const mark = { competencyKey: 'execution', differs: true };
    await expect(markDifference(briefs.context, own, mark)).rejects.toThrow('rated that alike');
  });

  it('is nothing for a manager whose view it was not', async () => {
    const { ref, own, noor, handOver, workspaceId } = await talked();
    await briefs.context.db.conversation.deleteMany({ where: { workspaceId } });
    await handOver(noor.id);
    const noors = { ...ref, personId: noor.id };
    await recordConversation(briefs.context, noors, '2027-03-20');
    expect(await gaps(noors)).toBeUndefined();
    await expect(
      markDifference(briefs.context, own, { competencyKey: 'collaboration', differs: true }),
    ).rejects.toThrow('rated that alike');
  });

  it('stands with the notes in the brief, and in that of the next time', async () => {
    const pair = await talked();
    const { workspaceId, teo } = pair;
    await markDifference(briefs.context, pair.own, {
      competencyKey: 'collaboration',
      differs: true,
    });
    await saveNotes(briefs.context, pair.own, { text: 'We named it.', version: 0 });
    const next = await pair.reveal(pair.next);
    const brief = async (checkInId: string) => {
      const input = { workspaceId, viewerId: teo.id, checkInId, surface: 'brief' } as const;
      const reading = await readBrief(briefs.context, input);
      return 'brief' in reading ? reading.brief : undefined;
    };
    expect(await brief(pair.ref.checkInId)).toMatchObject({
      notes: 'We named it.',
      stillDiffer: ['Collaboration and communication'],
      stillDifferedLastTime: [],
    });
    expect(await brief(next.id)).toMatchObject({
      notes: '',
      stillDiffer: [],
      stillDifferedLastTime: ['Collaboration and communication'],
    });
  });
});
