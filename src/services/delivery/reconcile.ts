import type { Context } from '../context.js';
import type { Messenger } from './messenger.js';
import { takeUnknownPost, type UnknownPost } from './unknown-posts.js';

export interface ReconcileInput {
  workspaceId: string;
  /** The present: what turns out not to have been posted is due from now on. */
  at: Date;
  /** Once aborted, what is under way ends and nothing new begins. */
  signal?: AbortSignal;
}

/** What looking for a post came to. */
export type Reconciled =
  /** It is there: its messages are sent. */
  | { state: 'found'; channelId: string; ts: string }
  /** It was never made: its messages are due again. */
  | { state: 'due' }
  /** It isn't there yet; Slack may be late. */
  | { state: 'open' }
  /** Undecidable, with a code of Slack's or ours. The outcome stays unknown. */
  | { state: 'not_settled'; reason: string }
  /** Slack asked to wait, or didn't answer. */
  | { state: 'later'; afterMs: number };

/** So many posts a run at most: a run is short, and the next one comes in a minute. */
const mostPosts = 20;

/**
 * Looks in Slack for posts whose outcome is unknown after a crash, a timeout or a lost connection.
 * A message that is found is sent, one that is absent is due again, and the rest stays unknown:
 * nothing is sent again on a guess. Any number of processes may run this at once. Returns how many
 * posts had which result. Throws what the database throws.
 */
export async function reconcileUnknown(
  context: Context,
  messenger: Messenger,
  { workspaceId, at, signal }: ReconcileInput,
): Promise<Record<Reconciled['state'], number>> {
  const counts = { found: 0, due: 0, open: 0, not_settled: 0, later: 0 };
  for (let tried = 0; tried < mostPosts && !signal?.aborted; tried += 1) {
    const post = await takeUnknownPost(context.db, { workspaceId });
    if (!post) break;
    const reconciled = await reconcilePost(context, messenger, { post, at });
    counts[reconciled.state] += 1;
    // Whatever keeps Slack from answering about this one keeps it from answering about the others.
    if (reconciled.state === 'later') break;
  }
  return counts;
}

/** Looks for one post that was taken, and records what came of it. */
export async function reconcilePost(
  context: Context,
  messenger: Messenger,
  { post, at }: { post: UnknownPost; at: Date },
): Promise<Reconciled> {
  const { claim, channelId, since, recipient } = post;
  const found = await messenger.find({
    slackUserId: recipient.slackUserId,
    ...(channelId !== undefined && { channelId }),
    claim,
    since,
  });
  const reconciled = outcomeOf(found, post);
  await record(context, { post, reconciled, at });
  const deliveries = post.deliveries.map(({ id }) => id);
  context.log.info({ deliveries, ...reconciled }, 'a message of unknown outcome was looked for');
  return reconciled;
}

function outcomeOf(found: Awaited<ReturnType<Messenger['find']>>, post: UnknownPost): Reconciled {
  if (found.state === 'not_allowed') return { state: 'not_settled', reason: found.reason };
  if (found.state !== 'absent') return found;
  if (post.faded) return { state: 'not_settled', reason: 'faded' };
  return post.visible ? { state: 'due' } : { state: 'open' };
}

async function record(
  { db }: Context,
  { post, reconciled, at }: { post: UnknownPost; reconciled: Reconciled; at: Date },
): Promise<void> {
  for (const { id, repeats } of post.deliveries) {
    const data = changeOf(reconciled, { at, repeats });
    // The claim id identifies the attempt: a later one is another post.
    const where = { id, state: 'unknown' as const, claimId: post.claim };
    if (data) await db.delivery.updateMany({ where, data });
  }
}

/** `repeats`: it was sent before, and stays so whatever becomes of the second time. */
function changeOf(reconciled: Reconciled, { at, repeats }: { at: Date; repeats: boolean }) {
  switch (reconciled.state) {
    case 'found': {
      const { channelId, ts } = reconciled;
      // What it shows is not known; it is read again at once.
      const redraw = { drawn: null, redrawDueAt: at, redrawClaimedAt: null, redrawRefused: null };
      const post = { slackChannelId: channelId, slackTs: ts };
      return { state: 'sent' as const, reason: null, ...post, ...redraw };
    }
    case 'due':
      // The claim id stays, so that a late answer still finds the row.
      return {
        state: 'due' as const,
        reason: null,
        dueAt: at,
        ...(repeats ? {} : { sentAt: null }),
      };
    case 'not_settled':
      return { reason: reconciled.reason === 'missing_scope' ? 'missing_scope' : 'not_settled' };
    default:
      return undefined;
  }
}
