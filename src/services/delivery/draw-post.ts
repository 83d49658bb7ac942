import type { Context } from '../context.js';
import { describeError, isDatabaseAway } from '../errors/index.js';
import type { Messenger, OutgoingMessage } from './messenger.js';
import { reserveSlot, slowDown } from './rate-limit.js';
import { type ClaimedPost, finishRedraw, type RedrawEnd } from './redraw-claims.js';
import { contentOf, type ReadPosts } from './redraw-content.js';
import { noteRefusal } from './refusals.js';
import { sleep } from './sleep.js';

const minuteMs = 60_000;

/** A post that can't be read or built is tried again so much later. */
const brokenMs = 60 * minuteMs;

export interface Drawing extends RedrawInput {
  context: Context;
  messenger: Messenger;
  maxWaitMs: number;
  /** Set once the workspace has to wait, or Slack refuses the token. */
  waitMs?: number;
}

/** Draws one claimed post, and gives the claim back whatever happens. */
export async function drawPost(
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

export interface RedrawInput {
  workspaceId: string;
  /** Once aborted, what is under way ends and nothing new begins. */
  signal?: AbortSignal | undefined;
}
