import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { UpdateOutcome } from '../../../src/services/delivery/messenger.js';
import { redrawAll, redrawDue } from '../../../src/services/delivery/redraw.js';
import { claimMarkedPosts } from '../../../src/services/delivery/redraw-claims.js';
import { markForRedraw } from '../../../src/services/redraw-mark/marks.js';
import { openReminderWorld } from '../reminder/world.js';

let world: Awaited<ReturnType<typeof openReminderWorld>>;
let team: Awaited<ReturnType<typeof world.team>>;
let teo: Awaited<ReturnType<typeof team.add>>;
beforeAll(async () => {
  world = await openReminderWorld();
});
afterAll(() => world.close());

/** Teo has his invitation, and it has been read again since. */
beforeEach(async () => {
  team = await world.team();
  teo = await team.add('Teo');
  await team.sendAt('2027-03-03T09:00:00Z');
  await redrawn();
  team.letterbox.edits.length = 0;
});

const workspace = () => ({ workspaceId: team.workspaceId });
const redrawn = () => redrawAll(world.context, team.letterbox, workspace());
const row = () => world.context.db.delivery.findFirstOrThrow({ where: { recipientId: teo.id } });

/** Teo has no role any more, in a transaction that may end in a crash. */
async function loseRole(): Promise<void> {
  const { db, clock } = world.context;
  await db.$transaction(async (tx) => {
    await tx.person.update({ where: { id: teo.id }, data: { roleKey: null } });
    await markForRedraw(tx, { ...workspace(), personIds: [teo.id], at: clock.now() });
  });
}

const edits = () =>
  team.letterbox.edits.map(({ message }) => [message.kind, 'over' in message ? message.over : '']);

describe('a post whose subject has changed', () => {
  it('is edited once, and not where it would show the same', async () => {
    expect(edits()).toEqual([]);
    await loseRole();
    await redrawn();
    expect(edits()).toEqual([['invitation', 'changed']]);
    const { db, clock } = world.context;
    await markForRedraw(db, { ...workspace(), personIds: [teo.id], at: clock.now() });
    await redrawn();
    expect(edits()).toHaveLength(1);
    expect(await row()).toMatchObject({ redrawDueAt: null, redrawClaimedAt: null });
  });

  it('is edited once by two instances', async () => {
    await loseRole();
    await Promise.all([redrawn(), redrawn(), redrawn()]);
    await redrawn();
    expect(edits()).toHaveLength(1);
  });

  it('is edited by another process once the claim of one that crashed has expired', async () => {
    await loseRole();
    const { db, clock } = world.context;
    const claimed = { ...workspace(), at: clock.now(), limit: 5 };
    expect(await claimMarkedPosts(db, claimed)).toHaveLength(1);
    await redrawn();
    expect(edits()).toEqual([]);
    await db.$executeRaw`UPDATE delivery SET redraw_claimed_at = now() - interval '6 minutes'
      WHERE recipient_id = ${teo.id}::uuid`;
    await redrawn();
    expect(edits()).toHaveLength(1);
  });

  it('is drawn once more where it changes while it is being drawn', async () => {
    await loseRole();
    const { db, clock } = world.context;
    const at = clock.now();
    team.letterbox.takeEdit = () => ({ state: 'updated' });
    const [post] = await claimMarkedPosts(db, { ...workspace(), at, limit: 5 });
    expect(post?.rows).toHaveLength(1);
    await markForRedraw(db, { ...workspace(), personIds: [teo.id], at });
    // Nobody else takes it meanwhile, and the mark stays.
    expect(await redrawDue(world.context, team.letterbox, workspace())).toEqual({ more: false });
    expect((await row()).redrawDueAt).toEqual(at);
  });
});

describe('an edit that Slack refuses', () => {
  const answer = (outcome: UpdateOutcome) => {
    team.letterbox.takeEdit = () => outcome;
  };

  it.each(['message_not_found', 'edit_window_closed', 'cant_update_message', 'is_archived'])(
    'for good, as with %s, is never tried again',
    async (reason) => {
      await loseRole();
      answer({ state: 'refused', reason });
      await redrawn();
      expect((await row()).redrawRefused).toBe(reason);
      answer({ state: 'updated' });
      await world.context.db.person.update({ where: { id: teo.id }, data: { roleKey: 'manager' } });
      await markForRedraw(world.context.db, {
        ...workspace(),
        personIds: [teo.id],
        at: world.clock.now(),
      });
      await redrawn();
      expect(edits()).toEqual([]);
    },
  );

  it.each<UpdateOutcome>([
    { state: 'retry', afterMs: 60_000 },
    { state: 'limited', afterMs: 1 },
  ])('for a while ($state) is tried again', async (outcome) => {
    await loseRole();
    answer(outcome);
    await redrawn();
    expect(edits()).toEqual([]);
    answer({ state: 'updated' });
    world.clock.advance({ minutes: 2 });
    await redrawn();
    expect(edits()).toHaveLength(1);
  });
});

describe('a message that came again', () => {
  it('has both its posts drawn as things are', async () => {
    const { db } = world.context;
    const before = await row();
    await db.delivery.update({
      where: { id: before.id },
      data: { state: 'held', dueAt: world.clock.now() },
    });
    await team.sendAt('2027-03-04T09:00:00Z');
    const after = await db.delivery.findUniqueOrThrow({ where: { id: before.id } });
    expect(after.slackTs).not.toBe(before.slackTs);
    await redrawn();
    team.letterbox.edits.length = 0;
    await loseRole();
    await redrawn();
    const drawn = team.letterbox.edits.map(({ ts }) => ts).sort();
    expect(drawn).toEqual([before.slackTs, after.slackTs].sort());
  });
});
