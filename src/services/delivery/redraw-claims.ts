import { type Database, type Delivery, Prisma } from '../../database/index.js';
import { isInstalled } from './refusals.js';

/** The rows of one post, which this process is to draw anew. */
export interface ClaimedPost {
  recipientId: string;
  channelId: string;
  ts: string;
  rows: Delivery[];
  /** When they were claimed, by the database's clock. */
  claimedAt: Date;
}

/** A claim expires after so many minutes, in case its process has crashed. */
const claimMinutes = 5;

const isClaimed = Prisma.sql`coalesce(
  redraw_claimed_at > now() - make_interval(mins => ${claimMinutes}::int), false)`;

/**
 * Claims posts that are to be drawn anew, those marked longest first; no other process gets the same
 * until they are finished or the claim has expired. What is marked meanwhile is drawn once more.
 */
export async function claimMarkedPosts(
  db: Database,
  { workspaceId, at, limit }: { workspaceId: string; at: Date; limit: number },
): Promise<ClaimedPost[]> {
  return claim(
    db,
    workspaceId,
    Prisma.sql`
      SELECT recipient_id, slack_channel_id, slack_ts FROM delivery
      WHERE workspace_id = ${workspaceId}::uuid
        AND (redraw_due_at IS NOT NULL OR redraw_claimed_at IS NOT NULL)
        AND (redraw_due_at <= ${at} OR redraw_claimed_at IS NOT NULL)
        AND slack_ts IS NOT NULL AND NOT ${isClaimed}
      GROUP BY recipient_id, slack_channel_id, slack_ts
      ORDER BY min(coalesce(redraw_due_at, redraw_claimed_at)) LIMIT ${limit}`,
  );
}

/** One person's post, wherever it stands. */
export interface PressedPost {
  workspaceId: string;
  slackUserId: string;
  channelId: string;
  ts: string;
}

/**
 * Claims the post with this address; with `dueAt` only if it is marked for then. Undefined where somebody
 * has it, or nobody knows it.
 */
export async function claimPost(
  db: Database,
  { workspaceId, slackUserId, channelId, ts }: PressedPost,
  { dueAt }: { dueAt?: Date } = {},
): Promise<ClaimedPost | undefined> {
  const isDue = dueAt ? Prisma.sql`AND redraw_due_at <= ${dueAt}` : Prisma.empty;
  const [post] = await claim(
    db,
    workspaceId,
    Prisma.sql`
      SELECT recipient_id, slack_channel_id, slack_ts FROM delivery
      WHERE recipient_id = (
          SELECT id FROM person
          WHERE workspace_id = ${workspaceId}::uuid AND slack_user_id = ${slackUserId}
        ) AND slack_channel_id = ${channelId} AND slack_ts = ${ts} ${isDue} LIMIT 1`,
  );
  return post;
}

/**
 * Takes all rows of each post at once, or none: the process that locks the first row of a post takes
 * all of them.
 */
async function claim(
  db: Database,
  workspaceId: string,
  wanted: Prisma.Sql,
): Promise<ClaimedPost[]> {
  const claimed = await db.$queryRaw<{ id: string; claimedAt: Date }[]>`
    WITH wanted AS (${wanted}), post AS (
      SELECT first.recipient_id, first.slack_channel_id, first.slack_ts FROM delivery AS first
      JOIN wanted USING (recipient_id, slack_channel_id, slack_ts)
      WHERE NOT ${isClaimed} AND first.redraw_refused IS NULL AND ${isInstalled(workspaceId)} AND NOT EXISTS (
        SELECT 1 FROM delivery AS earlier
        WHERE earlier.recipient_id = first.recipient_id AND earlier.slack_ts = first.slack_ts
          AND earlier.slack_channel_id = first.slack_channel_id AND earlier.id < first.id
      ) FOR NO KEY UPDATE OF first SKIP LOCKED
    )
    UPDATE delivery SET redraw_claimed_at = now(), redraw_due_at = NULL FROM post
    WHERE delivery.workspace_id = ${workspaceId}::uuid
      AND delivery.recipient_id = post.recipient_id
      AND delivery.slack_channel_id = post.slack_channel_id AND delivery.slack_ts = post.slack_ts
    RETURNING delivery.id, delivery.redraw_claimed_at AS "claimedAt"`;
  if (claimed.length === 0) return [];
  const ids = claimed.map(({ id }) => id);
  const rows = await db.delivery.findMany({ where: { id: { in: ids } }, orderBy: { id: 'asc' } });
  const posts = new Map<string, ClaimedPost>();
  for (const row of rows) {
    const { recipientId, slackChannelId: channelId, slackTs: ts } = row;
    const claimedAt = claimed.find(({ id }) => id === row.id)?.claimedAt;
    if (channelId === null || ts === null || !claimedAt) continue;
    const key = [recipientId, channelId, ts].join(':');
    const post = posts.get(key) ?? { recipientId, channelId, ts, rows: [], claimedAt };
    post.rows.push(row);
    posts.set(key, post);
  }
  return [...posts.values()];
}

/** What becomes of a claimed post. */
export type RedrawEnd =
  /** It shows this now; see `Messenger.drawn`. */
  | { drawn: string }
  /** Nothing is to be drawn: nobody reads it. */
  | 'left_alone'
  /** It is tried again from then on. */
  | { again: Date }
  /** Slack takes no edits of it: it is never tried again. */
  | { refused: string };

/** Records what became of a claimed post, unless the claim was lost. */
export async function finishRedraw(
  db: Database,
  { rows, claimedAt }: ClaimedPost,
  end: RedrawEnd,
): Promise<void> {
  const ids = rows.map(({ id }) => id);
  const [drawn, again, refused] =
    end === 'left_alone'
      ? [null, null, null]
      : 'drawn' in end
        ? [end.drawn, null, null]
        : 'again' in end
          ? [null, end.again, null]
          : [null, null, end.refused];
  // What was marked meanwhile stays marked.
  await db.$executeRaw`
    UPDATE delivery SET redraw_claimed_at = NULL, drawn = coalesce(${drawn}::text, drawn),
      redraw_refused = ${refused}::text,
      redraw_due_at = CASE WHEN ${refused}::text IS NULL
        THEN least(redraw_due_at, ${again}::timestamptz) END
    WHERE id = ANY(${ids}::uuid[]) AND redraw_claimed_at = ${claimedAt}`;
}
