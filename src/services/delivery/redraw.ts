import type { Context } from '../context.js';
import { describeError, isDatabaseAway } from '../errors/index.js';
import type { Messenger, OutgoingMessage } from './messenger.js';
import { reserveSlot, slowDown } from './rate-limit.js';
import {
  type ClaimedPost,
  claimMarkedPosts,
  claimPost,
  finishRedraw,
  type PressedPost,
  type RedrawEnd,
} from './redraw-claims.js';
import { contentOf, type ReadPosts, readPosts } from './redraw-content.js';
import { isRefused, noteRefusal } from './refusals.js';
import { sleep } from './sleep.js';

export interface RedrawInput {
  workspaceId: string;
  /** Once aborted, what is under way ends and nothing new begins. */
  signal?: AbortSignal | undefined;
}

/** How a run ended: `more` where posts are left that it could go on with, `waitMs` where it has to wait. */
export interface RedrawRunEnd {
  more: boolean;
  waitMs?: number;
}

/** So few at a time, since messages that are due go first. */
const batchSize = 20;
/** The longest wait for a slot of the rate limit, in milliseconds. */
const maxWaitMs = 10_000;
const maxWaitWhenPressedMs = 1_000;
/** So often one press draws a post in which others are pressed meanwhile. */
const mostTimesWhenPressed = 3;
const minuteMs = 60_000;
/** A post that can't be read or built is tried again so much later. */
const brokenMs = 60 * minuteMs;

interface Drawing extends RedrawInput {
  context: Context;
  messenger: Messenger;
  maxWaitMs: number;
  /** Set once the workspace has to wait, or Slack refuses the token. */
  waitMs?: number;
}

/**
 * Draws some of the posts anew that are marked for it, those marked longest first; a post that would
 * show the same is left as it is. Any number of processes may run this at once, and together they
 * keep the workspace's rate limit. Throws what the database throws.
 */
export async function redrawDue(
  context: Context,
  messenger: Messenger,
  input: RedrawInput,
): Promise<RedrawRunEnd> {
  const drawing: Drawing = { ...input, context, messenger, maxWaitMs };
  const { workspaceId, signal } = input;
  const at = context.clock.now();
  if (await isRefused(context, { workspaceId, at })) return { more: false };
  const posts = await claimMarkedPosts(context.db, { workspaceId, at, limit: batchSize });
  if (posts.length === 0) return { more: false };
  const read = await readPosts(context, { workspaceId, posts, at });
  for (const post of posts) {
    if (signal?.aborted || drawing.waitMs !== undefined) {
      await finishRedraw(context.db, post, { again: at });
    } else await drawPost(drawing, post, { ...read, at });
  }
  const { waitMs } = drawing;
  return waitMs === undefined ? { more: true } : { more: true, waitMs };
}

/** Draws all marked posts anew, as far as Slack takes it now; the rest is left for the next time. */
export async function redrawAll(
  context: Context,
  messenger: Messenger,
  input: RedrawInput,
): Promise<void> {
  while (!input.signal?.aborted) {
    const { more, waitMs } = await redrawDue(context, messenger, input);
    if (!more || waitMs !== undefined) return;
  }
}

/**
 * Draws the post anew that somebody has pressed something in, at once or, where Slack is busy, with
 * those that are marked. Does nothing for a post that isn't this person's.
 */
export async function redrawPost(
  context: Context,
  messenger: Messenger,
  pressed: PressedPost,
): Promise<void> {
  const { db, clock } = context;
  const { workspaceId } = pressed;
  let post = await claimPost(db, pressed);
  if (!post) {
    await markPressed(context, pressed, clock.now());
    // The other one may have ended before the mark was there.
    post = await claimPost(db, pressed, { dueAt: clock.now() });
  }
  for (let times = 0; post && times < mostTimesWhenPressed; times += 1) {
    const at = clock.now();
    const read = await readPosts(context, { workspaceId, posts: [post], at });
    const maxWaitMs = maxWaitWhenPressedMs;
    await drawPost({ context, messenger, workspaceId, maxWaitMs }, post, { ...read, at });
    // A press that came meanwhile has marked it.
    post = await claimPost(db, pressed, { dueAt: clock.now() });
  }
  if (post) await finishRedraw(db, post, { again: clock.now() });
}

/** Another press or process is drawing it, perhaps as it was before: it is drawn once more. */
async function markPressed(
  { db }: Context,
  { workspaceId, slackUserId, channelId, ts }: PressedPost,
  at: Date,
): Promise<void> {
  await db.delivery.updateMany({
    where: {
      recipient: { workspaceId, slackUserId },
      ...{ slackChannelId: channelId, slackTs: ts, redrawRefused: null },
    },
    data: { redrawDueAt: at },
  });
}

/** Draws one claimed post, and gives the claim back whatever happens. */
async function drawPost(
  drawing: Drawing,
  post: ClaimedPost,
  read: ReadPosts & { at: Date },
): Promise<void> {
  const { db, log } = drawing.context;
  try {
    await finishRedraw(db, post, await draw(drawing, post, read));
  } catch (error) {
    if (isDatabaseAway(error)) throw error;
    const deliveries = post.rows.map(({ id }) => id);
    log.error({ deliveries, ...describeError(error) }, 'a post could not be drawn anew');
    await finishRedraw(db, post, { again: new Date(read.at.getTime() + brokenMs) });
  }
}

async function draw(
  drawing: Drawing,
  post: ClaimedPost,
  read: ReadPosts & { at: Date },
): Promise<RedrawEnd> {
  const { context, messenger } = drawing;
  const [first] = post.rows;
  const reader = post.rows.map(({ id }) => read.found.get(id)?.recipient).find((one) => one);
  const [part, ...others] = await contentOf(context, post, read);
  if (!first || !part || !reader || reader.leftAt !== null) return 'left_alone';
  const message: OutgoingMessage =
    others.length === 0 ? part : { kind: 'combined', parts: [part, ...others] };
  const drawn = messenger.drawn(reader, message);
  if (drawn === first.drawn) return { drawn };
  const again = (waitMs: number) => ({ again: new Date(read.at.getTime() + waitMs) });
  const slotMs = await waitForSlot(drawing);
  if (slotMs !== undefined) return again(Math.min(slotMs, minuteMs));
  const { channelId, ts } = post;
  const claim = claimOf(post);
  const outcome = await messenger.update({ channelId, ts, reader, claim }, message);
  switch (outcome.state) {
    case 'updated':
      return { drawn };
    case 'refused':
      return { refused: outcome.reason };
    case 'limited':
      drawing.waitMs = outcome.afterMs;
      await slowDown(context.db, { workspaceId: drawing.workspaceId, afterMs: outcome.afterMs });
      return again(outcome.afterMs);
    case 'retry': {
      const { reason, afterMs } = outcome;
      if (reason !== undefined) {
        drawing.waitMs = afterMs;
        const until = new Date(read.at.getTime() + afterMs);
        await noteRefusal(context.db, drawing.workspaceId, { reason, until });
      }
      return again(afterMs);
    }
  }
}

/** Undefined where it is this post's turn; else for how many milliseconds it isn't. */
async function waitForSlot(drawing: Drawing): Promise<number | undefined> {
  const { context, messenger, workspaceId, maxWaitMs, signal } = drawing;
  const { perMinute } = messenger;
  const slot = await reserveSlot(context.db, { workspaceId, perMinute, maxWaitMs });
  if (slot.state === 'busy') {
    drawing.waitMs = slot.waitMs;
    return slot.waitMs;
  }
  if (slot.waitMs >= 1) await sleep(slot.waitMs, signal);
  return signal?.aborted ? 0 : undefined;
}

/** The claim whose mark the post carries; a message that is to come again has another one by then. */
function claimOf({ rows }: ClaimedPost): string | undefined {
  const sent = rows.find(({ state, claimId }) => state === 'sent' && claimId !== null);
  return sent?.claimId ?? undefined;
}
