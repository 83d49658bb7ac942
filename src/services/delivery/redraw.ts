import type { Context } from '../context.js';
import { type Drawing, drawPost, type RedrawInput } from './draw-post.js';
import type { Messenger } from './messenger.js';
import { claimMarkedPosts, claimPost, finishRedraw, type PressedPost } from './redraw-claims.js';
import { readPosts } from './redraw-content.js';
import { isRefused } from './refusals.js';

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
