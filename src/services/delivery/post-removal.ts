import type { Database } from '../../database/index.js';
import type { Context } from '../context.js';
import type { RedrawInput } from './draw-post.js';
import type { Messenger, PostAddress, PostToRemove } from './messenger.js';
import { reserveSlot, slowDown } from './rate-limit.js';
import type { RedrawRunEnd } from './redraw.js';
import { isRefused, noteRefusal } from './refusals.js';
import { sleep } from './sleep.js';

/** So few at a time, since messages that are due go first. */
const batchSize = 20;
/** A claim expires after so many minutes, in case its process has crashed. */
const claimMinutes = 5;
/** The longest wait for a slot of the rate limit, in milliseconds. */
const maxWaitMs = 10_000;

/** Has Slack delete a post that was made while the person whom it is for was being erased. */
export async function removeIfErased(
  db: Database,
  { workspaceId, recipientId }: { workspaceId: string; recipientId: string },
  { channelId, ts }: PostAddress,
  at: Date,
): Promise<void> {
  if (await db.person.findUnique({ where: { id: recipientId }, select: { id: true } })) return;
  await db.postToDelete.createMany({
    data: [{ workspaceId, slackChannelId: channelId, slackTs: ts, dueAt: at }],
    skipDuplicates: true,
  });
}

/** Has Slack delete a post from an instant on, and the file that came with it. */
export async function removeLater(
  db: Pick<Database, 'postToDelete'>,
  {
    workspaceId,
    post: { channelId: slackChannelId, ts: slackTs, fileId: slackFileId },
    dueAt,
  }: { workspaceId: string; post: PostAddress & { fileId: string }; dueAt: Date },
): Promise<void> {
  await db.postToDelete.create({
    data: { workspaceId, slackChannelId, slackTs, slackFileId, dueAt },
  });
}

/**
 * Has Slack delete some of the posts that are recorded for it; what Slack refuses to delete stays there,
 * and is not asked again. Any number of processes may run this at once, and together they keep the
 * workspace's rate limit. Throws what the database throws.
 */
export async function removePosts(
  context: Context,
  messenger: Messenger,
  { workspaceId, signal }: RedrawInput,
): Promise<RedrawRunEnd> {
  const { db, clock } = context;
  const at = clock.now();
  if (await isRefused(context, { workspaceId, at })) return { more: false };
  const posts = await claimPosts(db, workspaceId, at);
  let waitMs: number | undefined;
  for (const { id, ...post } of posts) {
    waitMs ??= await waitForSlot(context, messenger, { workspaceId, signal });
    if (waitMs !== undefined || signal?.aborted) {
      await release(db, id, at);
      continue;
    }
    const outcome = await messenger.remove(post);
    if (outcome.state === 'updated' || outcome.state === 'refused') {
      await db.postToDelete.deleteMany({ where: { id } });
      continue;
    }
    const { afterMs } = outcome;
    await release(db, id, new Date(at.getTime() + afterMs));
    waitMs = afterMs;
    if (outcome.state === 'limited') await slowDown(db, { workspaceId, afterMs });
    else if (outcome.reason !== undefined) {
      const { reason } = outcome;
      await noteRefusal(db, workspaceId, { reason, until: new Date(at.getTime() + afterMs) });
    }
  }
  const more = posts.length > 0;
  return waitMs === undefined ? { more } : { more, waitMs };
}

async function claimPosts(
  db: Database,
  workspaceId: string,
  at: Date,
): Promise<(PostToRemove & { id: string })[]> {
  return db.$queryRaw`
    UPDATE post_to_delete SET claimed_at = now()
    WHERE id IN (
      SELECT id FROM post_to_delete
      WHERE workspace_id = ${workspaceId}::uuid AND due_at <= ${at} AND (claimed_at IS NULL
        OR claimed_at < now() - make_interval(mins => ${claimMinutes}::int))
      ORDER BY due_at, id LIMIT ${batchSize} FOR UPDATE SKIP LOCKED
    )
    RETURNING id, slack_channel_id AS "channelId", slack_ts AS ts, slack_file_id AS "fileId"`;
}

async function release(db: Database, id: string, dueAt: Date): Promise<void> {
  await db.postToDelete.updateMany({ where: { id }, data: { claimedAt: null, dueAt } });
}

/** Undefined where a slot has come; else for how many milliseconds none comes. */
async function waitForSlot(
  { db }: Context,
  { perMinute }: Messenger,
  { workspaceId, signal }: RedrawInput,
): Promise<number | undefined> {
  const slot = await reserveSlot(db, { workspaceId, perMinute, maxWaitMs });
  if (slot.state === 'busy') return slot.waitMs;
  if (slot.waitMs >= 1) await sleep(slot.waitMs, signal);
  return undefined;
}
