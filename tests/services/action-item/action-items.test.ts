import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  dropActionItem,
  markDone,
  rescheduleActionItem,
} from '../../../src/services/action-item/changes.js';
import { actionItemsOf, openActionItemsFor } from '../../../src/services/action-item/lists.js';
import { readActionItem } from '../../../src/services/action-item/reading.js';
import { listActionItems } from '../../../src/services/conversation/action-item-list.js';
import { openConversationWorld } from '../conversation/world.js';

type World = Awaited<ReturnType<typeof openConversationWorld>>;
type Pair = Awaited<ReturnType<World['pair']>>;

let world: World;
beforeAll(async () => {
  world = await openConversationWorld();
});
afterAll(() => world.close());

/** Teo and Mika with one action of Teo's. */
async function agreed(some: Parameters<Pair['agree']>[0] = {}) {
  const pair = await world.pair();
  await pair.record();
  const actionId = await pair.agree(some);
  const { workspaceId } = pair;
  const by = (person: { id: string }) => ({
    workspaceId,
    personId: person.id,
    actionItemId: actionId,
  });
  return { ...pair, actionId, by, teoDoes: by(pair.teo), mikaDoes: by(pair.mika) };
}

describe('an action that is done', () => {
  it('is closed, and the other one hears of it once, however often it is pressed', async () => {
    const pair = await agreed();
    const results = await Promise.all([
      markDone(world.context, pair.teoDoes),
      markDone(world.context, pair.teoDoes),
    ]);
    expect(results.map(({ changed }) => changed).sort()).toEqual([false, true]);
    expect(results[0]?.actionItem).toMatchObject({ state: 'done', closedAt: world.clock.now() });
    await pair.sendAt('2027-03-24T10:05:00Z');
    expect(pair.letterbox.received.filter((one) => one.startsWith('action'))).toEqual([
      'action_changed to U0MIKA',
    ]);
    expect(pair.letterbox.letters.at(-1)?.message).toMatchObject({
      event: 'done',
      reader: 'manager',
    });
  });

  it('can be marked by the manager as well, and the report hears of it', async () => {
    const pair = await agreed();
    await pair.sendAt('2027-03-24T10:15:00Z');
    const { informed } = await markDone(world.context, pair.mikaDoes);
    expect(informed?.slackUserId).toBe('U0TEO');
  });
});

describe('an action that was noted by mistake', () => {
  it('is dropped without a word to the report, who has not heard of it yet', async () => {
    const pair = await agreed();
    const slip = await pair.agree({ what: 'A slip' });
    const mikaDrops = { ...pair.mikaDoes, actionItemId: slip };
    const { informed } = await dropActionItem(world.context, mikaDrops, { reason: 'Typed twice' });
    expect(informed).toBeUndefined();
    await pair.sendAt('2027-03-24T10:15:00Z');
    expect(pair.heard()).toEqual(['conversation to U0TEO']);
  });
});

describe('an action that moves', () => {
  it('has its new day and the reason, and how often it moved', async () => {
    const pair = await agreed();
    const move = { dueOn: '2027-06-15', reason: ' The next project starts in June. ' };
    await rescheduleActionItem(world.context, pair.teoDoes, move);
    expect(await readActionItem(world.context, pair.mikaDoes)).toMatchObject({
      dueOn: '2027-06-15',
      reason: ' The next project starts in June. ',
      timesRescheduled: 1,
      state: 'open',
    });
  });

  it.each([
    ['dueOn', { dueOn: undefined, reason: 'x' }, 'Pick the new day'],
    ['dueOn', { dueOn: '2027-03-23', reason: 'x' }, 'That day is past'],
    ['dueOn', { dueOn: '2027-05-31', reason: 'x' }, 'due on that day already'],
    ['reason', { dueOn: '2027-06-15', reason: ' ' }, 'why it moves'],
    ['reason', { dueOn: '2027-06-15', reason: 'x'.repeat(251) }, 'Keep it to 250'],
  ])('asks at %s for something else than %o', async (field, move, words) => {
    const pair = await agreed();
    await expect(rescheduleActionItem(world.context, pair.teoDoes, move)).rejects.toMatchObject({
      field,
      message: expect.stringContaining(words),
    });
  });

  it('stays as it is once it is done', async () => {
    const pair = await agreed();
    await markDone(world.context, pair.teoDoes);
    const late = await rescheduleActionItem(world.context, pair.mikaDoes, {
      dueOn: '2027-06-15',
      reason: 'Later',
    });
    expect(late).toMatchObject({
      changed: false,
      actionItem: { state: 'done', dueOn: '2027-05-31' },
    });
  });

  it('is told only as what it is when the message leaves', async () => {
    const pair = await agreed();
    world.clock.set('2027-03-24T20:00:00Z');
    await rescheduleActionItem(world.context, pair.teoDoes, {
      dueOn: '2027-06-15',
      reason: 'Later',
    });
    await markDone(world.context, pair.teoDoes);
    await pair.sendAt('2027-03-25T09:00:00Z');
    const changes = pair.letterbox.letters.filter(
      ({ message }) => message.kind === 'action_changed',
    );
    expect(changes.map(({ message }) => 'event' in message && message.event)).toEqual(['done']);
  });
});

describe('an action that is dropped', () => {
  it('says why', async () => {
    const pair = await agreed();
    await expect(
      dropActionItem(world.context, pair.mikaDoes, { reason: '' }),
    ).rejects.toMatchObject({
      field: 'reason',
    });
    await dropActionItem(world.context, pair.mikaDoes, { reason: 'The team was dissolved.' });
    expect(await readActionItem(world.context, pair.teoDoes)).toMatchObject({
      state: 'dropped',
      reason: 'The team was dissolved.',
    });
  });
});

describe('who may touch an action', () => {
  it('are the two, and nobody else', async () => {
    const pair = await agreed();
    for (const stranger of [pair.ada, (await world.pair()).mika]) {
      const ref = pair.by(stranger);
      await expect(readActionItem(world.context, ref)).rejects.toThrow('you are neither');
      await expect(markDone(world.context, ref)).rejects.toThrow('Nothing has changed');
    }
  });

  it('are not a former manager, even for what was theirs to do; the new one inherits it', async () => {
    const pair = await agreed({ side: 'manager' });
    await pair.giveManager(pair.ada.id);
    await expect(markDone(world.context, pair.mikaDoes)).rejects.toThrow('you are neither');
    const action = await readActionItem(world.context, pair.by(pair.ada));
    expect(action).toMatchObject({ side: 'manager', owner: { slackUserId: 'U0ADA' } });
    expect((await markDone(world.context, pair.by(pair.ada))).changed).toBe(true);
  });

  it("keeps a manager's action for the next manager where there is none", async () => {
    const pair = await agreed({ side: 'manager' });
    await pair.giveManager(null);
    expect((await readActionItem(world.context, pair.teoDoes)).owner).toBeUndefined();
  });

  it('informs nobody where the other one has left', async () => {
    const pair = await agreed();
    await world.context.db.person.update({
      where: { id: pair.mika.id },
      data: { leftAt: world.clock.now() },
    });
    expect(await markDone(world.context, pair.teoDoes)).toMatchObject({
      changed: true,
      informed: undefined,
    });
  });
});

describe('the actions of a report', () => {
  const at = new Date('2027-04-02T10:00:00Z');

  it('are the open ones by their day, then those closed of late', async () => {
    const pair = await agreed();
    const second = await pair.agree({ what: 'Shadow two calls', dueOn: '2027-04-01' });
    await pair.agree({ what: 'Write the handbook', dueOn: '2027-04-02' });
    await markDone(world.context, { ...pair.teoDoes, actionItemId: pair.actionId });
    const whose = { workspaceId: pair.workspaceId, personId: pair.teo.id };
    const list = await actionItemsOf(world.context, { ...whose, at });
    expect(list.map(({ what, due, state }) => [what, due, state])).toEqual([
      ['Shadow two calls', 'overdue', 'open'],
      ['Write the handbook', 'today', 'open'],
      ['Lead two retrospectives', 'later', 'done'],
    ]);
    expect(list[0]?.id).toBe(second);
    const muchLater = new Date('2027-09-01T10:00:00Z');
    expect(await actionItemsOf(world.context, { ...whose, at: muchLater })).toHaveLength(2);
  });

  it('pass to a new manager while they are open, and not once they are closed', async () => {
    const pair = await agreed();
    await pair.agree({ what: 'Shadow two calls' });
    await markDone(world.context, pair.teoDoes);
    await pair.giveManager(pair.ada.id);
    const whose = { workspaceId: pair.workspaceId, personId: pair.teo.id, at };
    const seenBy = async (viewerId: string) =>
      (await actionItemsOf(world.context, { ...whose, viewerId })).map(({ what }) => what);
    expect(await seenBy(pair.ada.id)).toEqual(['Shadow two calls']);
    expect(await seenBy(pair.mika.id)).toEqual([]);
    expect(await seenBy(pair.teo.id)).toEqual(['Shadow two calls', 'Lead two retrospectives']);
  });

  it('are listed for the two alone', async () => {
    const pair = await agreed();
    const list = (viewerId: string) =>
      listActionItems(world.context, {
        workspaceId: pair.workspaceId,
        viewerId,
        personId: pair.teo.id,
      });
    expect((await list(pair.teo.id)).conversation).toMatchObject({ confirmed: false });
    expect((await list(pair.mika.id)).actionItems).toHaveLength(1);
    expect((await list(pair.mika.id)).conversation).toBeUndefined();
    await expect(list(pair.ada.id)).rejects.toThrow('you are neither');
  });

  it('are open for a manager where they are theirs to do', async () => {
    const pair = await agreed();
    await pair.agree({ what: 'Find Teo a project', side: 'manager' });
    const { workspaceId } = pair;
    const openFor = async (personId: string) =>
      (await openActionItemsFor(world.context, { workspaceId, personId, at })).map(
        ({ what }) => what,
      );
    expect(await openFor(pair.mika.id)).toEqual(['Find Teo a project']);
    expect((await openFor(pair.teo.id)).sort()).toEqual([
      'Find Teo a project',
      'Lead two retrospectives',
    ]);
  });
});

describe('an action whose day comes', () => {
  it("is asked about once, in the owner's working hours of that day", async () => {
    const pair = await agreed({ dueOn: '2027-04-15' });
    world.clock.set('2027-03-24T10:01:00Z');
    await pair.agree({ what: 'Shadow two calls', dueOn: '2027-04-15' });
    const dues = () => pair.letterbox.received.filter((one) => one.startsWith('action_due'));
    await pair.sendAt('2027-04-14T16:00:00Z');
    await pair.sendAt('2027-04-15T08:00:00Z');
    expect(dues()).toEqual([]);
    await pair.sendAt('2027-04-15T09:00:00Z');
    await pair.sendAt('2027-04-15T09:01:00Z');
    await pair.sendAt('2027-04-16T09:00:00Z');
    expect(dues()).toEqual(['action_due to U0TEO']);
    const letter = pair.letterbox.letters.find(({ message }) => message.kind === 'action_due');
    expect(letter?.message).toMatchObject({
      number: 2,
      dueOn: '2027-04-15',
      partnerSlackUserIds: ['U0MIKA'],
    });
  });

  it('comes on the Monday after a Saturday, and again on its new day once it has moved', async () => {
    const pair = await agreed({ dueOn: '2027-04-17' });
    const dues = () => pair.letterbox.received.filter((one) => one.startsWith('action_due'));
    await pair.sendAt('2027-04-17T10:00:00Z');
    expect(dues()).toEqual([]);
    await pair.sendAt('2027-04-19T10:00:00Z');
    expect(dues()).toHaveLength(1);
    await rescheduleActionItem(world.context, pair.teoDoes, { dueOn: '2027-04-22', reason: 'Ill' });
    await pair.sendAt('2027-04-22T10:00:00Z');
    expect(dues()).toHaveLength(2);
  });

  it('asks nobody about what is done by then', async () => {
    const pair = await agreed({ dueOn: '2027-04-15' });
    await markDone(world.context, pair.teoDoes);
    await pair.sendAt('2027-04-15T10:00:00Z');
    expect(pair.letterbox.received).not.toContain('action_due to U0TEO');
  });

  it("asks the new manager about what was the former one's to do", async () => {
    const pair = await agreed({ dueOn: '2027-04-15', side: 'manager' });
    await pair.giveManager(pair.ada.id);
    await pair.sendAt('2027-04-15T10:00:00Z');
    const dues = pair.letterbox.received.filter((one) => one.startsWith('action_due'));
    expect(dues).toEqual(['action_due to U0ADA']);
  });

  it('is still asked about a week after a standstill, and no later', async () => {
    const [soon, late] = [
      await agreed({ dueOn: '2027-04-15' }),
      await agreed({ dueOn: '2027-04-15' }),
    ];
    await soon.sendAt('2027-04-22T10:00:00Z');
    expect(soon.letterbox.received).toContain('action_due to U0TEO');
    await late.sendAt('2027-04-23T10:00:00Z');
    expect(late.letterbox.received).not.toContain('action_due to U0TEO');
  });

  it('stands in the preview until it was sent', async () => {
    const pair = await agreed({ dueOn: '2027-04-17' });
    const previewed = async (from: string) =>
      (await pair.previewFrom(from))
        .filter(({ kind }) => kind === 'action_due')
        .map(({ at, recipient }) => `${at.toISOString()} ${recipient.slackUserId}`);
    const expected = ['2027-04-19T09:00:00.000Z U0TEO'];
    expect(await previewed('2027-03-25T10:00:00Z')).toEqual(expected);
    await pair.sendAt('2027-04-19T09:00:00Z');
    expect(await previewed('2027-04-19T09:00:00Z')).toEqual([]);
  });
});
