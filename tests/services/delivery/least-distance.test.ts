import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { markDone } from '../../../src/services/action-item/changes.js';
import { commentOnConversation } from '../../../src/services/conversation/comments.js';
import { claimDeliveries } from '../../../src/services/delivery/claims.js';
import { recordDeliveries } from '../../../src/services/delivery/enqueue.js';
import { explainDelivery } from '../../../src/services/delivery/operator/explanation.js';
import { beginSending } from '../../../src/services/delivery/outcomes.js';
import { updateOwnAssignment } from '../../../src/services/person/assignments.js';
import { sendReminders } from '../../../src/services/reminder/reminders.js';
import { openConversationWorld } from '../conversation/world.js';

let world: Awaited<ReturnType<typeof openConversationWorld>>;
beforeAll(async () => {
  world = await openConversationWorld();
});
afterAll(() => world.close());

type Pair = Awaited<ReturnType<typeof world.pair>>;

/** Everything that is due goes out, by two processes at once. */
async function send({ workspaceId, letterbox }: Pair) {
  await Promise.all([1, 2].map(() => sendReminders(world.context, letterbox, workspaceId)));
}

/** Mika and Teo, who has been notified of the record of their conversation. */
async function talked() {
  const pair = await world.pair();
  await pair.record();
  const actions = [await pair.agree({ what: 'One' }), await pair.agree({ what: 'Two' })];
  world.clock.advance({ minutes: 10 });
  await send(pair);
  expect(pair.heard()).toEqual(['conversation to U0TEO']);
  const { id: conversationId } = await pair.conversation();
  const { workspaceId, teo } = pair;
  return { pair, actions, teosAnswer: { workspaceId, personId: teo.id, conversationId } };
}

/** What the last message that Mika got says, part by part. */
function lastToMika({ letterbox }: Pair) {
  const message = letterbox.letters.filter(({ to }) => to === 'U0MIKA').at(-1)?.message;
  return message?.kind === 'combined' ? message.parts : message ? [message] : [];
}

describe('messages about the same', () => {
  it('keep ten minutes between them for an hour of comments, and the last one is told of', async () => {
    const { pair, teosAnswer } = await talked();
    const times: number[] = [];
    for (let minute = 0; minute < 60; minute += 1) {
      await commentOnConversation(world.context, teosAnswer, `Thought ${minute}`);
      const before = pair.heard().length;
      await send(pair);
      if (pair.heard().length > before) times.push(minute);
      world.clock.advance({ minutes: 1 });
    }
    expect(times).toEqual([0, 10, 20, 30, 40, 50]);
    await send(pair);
    expect(lastToMika(pair)).toMatchObject([{ kind: 'conversation_comment' }]);
    world.clock.advance({ minutes: 30 });
    const before = pair.heard().length;
    await send(pair);
    expect(pair.heard()).toHaveLength(before);
  });

  it('come as one where several actions are done one after the other', async () => {
    const { pair, actions, teosAnswer } = await talked();
    for (const actionId of actions) {
      await markDone(world.context, { ...teosAnswer, actionItemId: actionId });
      await send(pair);
    }
    expect(pair.heard().filter((one) => one.includes('action'))).toHaveLength(1);
    world.clock.advance({ minutes: 10 });
    await send(pair);
    expect(pair.heard().filter((one) => one.includes('action'))).toHaveLength(2);
    expect(lastToMika(pair)).toMatchObject([{ kind: 'action_changed', event: 'done' }]);
  });

  it('about something else come at once', async () => {
    const { pair, actions, teosAnswer } = await talked();
    await markDone(world.context, { ...teosAnswer, actionItemId: actions[0] ?? '' });
    await send(pair);
    await commentOnConversation(world.context, teosAnswer, 'One more thing');
    await send(pair);
    expect(pair.heard()).toEqual([
      'conversation to U0TEO',
      'action_changed to U0MIKA',
      'conversation_comment to U0MIKA',
    ]);
  });

  it('do not come once more by changing the manager to and fro', async () => {
    const { pair } = await talked();
    const { workspaceId, teo, letterbox } = pair;
    for (let change = 0; change < 20; change += 1) {
      const managerSlackUserId = change % 2 === 0 ? 'U0ADA' : 'U0MIKA';
      const place = { roleKey: 'associate', inRoleSince: undefined, managerSlackUserId };
      await updateOwnAssignment(world.context, { workspaceId, personId: teo.id }, place);
      await send(pair);
    }
    expect(letterbox.received.filter((one) => one.startsWith('brief'))).toEqual([]);
    expect(pair.heard()).toEqual(['conversation to U0TEO']);
  });

  it('say to the operator what they wait for', async () => {
    const { pair, teosAnswer } = await talked();
    const { workspaceId } = pair;
    await commentOnConversation(world.context, teosAnswer, 'First');
    await send(pair);
    world.clock.advance({ minutes: 4 });
    const at = world.clock.now();
    await commentOnConversation(world.context, teosAnswer, 'Second');
    const row = await world.context.db.delivery.findFirstOrThrow({
      where: { workspaceId, kind: 'conversation_comment', state: 'due' },
    });
    const { next } = await explainDelivery(world.context, { workspaceId, id: row.id, at });
    const wait = new Date(at.getTime() + 6 * 60_000);
    expect(next?.forecast).toEqual({ wait, because: 'told_lately' });
  });

  it('are given back by the slower one of two processes that hold one each', async () => {
    const { pair } = await talked();
    const { workspaceId, mika, cycle, teo } = pair;
    const { db } = world.context;
    const at = world.clock.now();
    const claims = [];
    for (const keyStep of ['one', 'two']) {
      const about = { workspaceId, cycleId: cycle.id, recipientId: mika.id, subjectId: teo.id };
      const comment = { ...about, kind: 'conversation_comment', step: 'comment', keyStep };
      await recordDeliveries(db, [{ ...comment, dueAt: at }]);
      claims.push(...(await claimDeliveries(db, { workspaceId, at, limit: 10 })));
    }
    expect(claims).toHaveLength(2);
    const begun = await Promise.all(claims.map((claim) => beginSending(db, [claim], at)));
    expect(begun.flat()).toHaveLength(1);
    const states = await db.delivery.findMany({
      where: { id: { in: claims.map(({ id }) => id) } },
      select: { state: true },
    });
    expect(states.map(({ state }) => state).sort()).toEqual(['due', 'unknown']);
  });
});
