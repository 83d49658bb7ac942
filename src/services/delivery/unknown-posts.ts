import { type Database, Prisma } from '../../database/index.js';

/** The messages of one post whose outcome is unknown. */
export interface UnknownPost {
  claim: string;
  recipient: { slackUserId: string };
  /** The recipient's DM, if known from an earlier message. */
  channelId: string | undefined;
  /** It was not made before. */
  since: Date;
  deliveries: { id: string; repeats: boolean }[];
  /** Long enough ago that the post can be seen, if it was made. */
  visible: boolean;
  /** So long ago that it may have been deleted since, by the workspace's rules. */
  faded: boolean;
}

export interface PostSelection {
  workspaceId: string;
  /** Only the post of the delivery with this id, and however lately it was looked for. */
  only?: string;
}

/** After these minutes no request can be under way: of a process that may live, of one that gave up. */
const sendingMinutes = 5;
const answeredMinutes = 1;
/** Slack may show a post late. */
const visibleMinutes = 10;
/** The shortest time after which a workspace can have Slack delete messages is a day. */
const fadedHours = 20;
const reconcileAgainMinutes = 5;
const reconcileAgainHoursInVain = 24;
/** After so many days a post is no longer looked for. */
const longestDays = 30;

/** Reasons of messages that were looked for without a result: they are looked for once a day. */
const inVain = ['missing_scope', 'not_settled'];

/** Returns when an unknown message is looked for next; undefined if it isn't any more. */
export function nextReconcileAt({
  reason,
  claimedAt,
  lookedForAt,
}: {
  reason: string | null;
  claimedAt: Date | null;
  lookedForAt: Date | null;
}): Date | undefined {
  if (!claimedAt) return undefined;
  const after = (from: Date, minutes: number) => new Date(from.getTime() + minutes * 60_000);
  const first = after(claimedAt, reason === 'sending' ? sendingMinutes : answeredMinutes);
  if (!lookedForAt || lookedForAt < claimedAt) return first;
  const again = after(
    lookedForAt,
    inVain.includes(reason ?? '') ? reconcileAgainHoursInVain * 60 : reconcileAgainMinutes,
  );
  return again > after(claimedAt, longestDays * 24 * 60) ? undefined : again;
}

interface Row {
  id: string;
  claim: string;
  recipientId: string;
  since: Date;
  repeats: boolean;
  visible: boolean;
  faded: boolean;
}

/**
 * Takes the unknown post of the oldest attempt; no other process gets the same for some minutes.
 * Undefined if there is none. Ages are real time, by the database's clock.
 */
export async function takeUnknownPost(
  db: Database,
  selection: PostSelection,
): Promise<UnknownPost | undefined> {
  const rows = await takeRows(db, selection);
  const [first] = rows;
  if (!first) return undefined;
  const { workspaceId } = selection;
  const recipient = await db.person.findUniqueOrThrow({
    where: { id: first.recipientId },
    select: { slackUserId: true },
  });
  const sentBefore = await db.delivery.findFirst({
    where: { workspaceId, recipientId: first.recipientId, slackChannelId: { not: null } },
    select: { slackChannelId: true },
    orderBy: { id: 'desc' },
  });
  const { claim, since, visible, faded } = first;
  const deliveries = rows.map(({ id, repeats }) => ({ id, repeats }));
  const channelId = sentBefore?.slackChannelId ?? undefined;
  return { claim, recipient, channelId, since, deliveries, visible, faded };
}

/**
 * The process that locks the first row of a post takes all its rows: so two processes can't
 * deadlock.
 */
function takeRows(db: Database, { workspaceId, only }: PostSelection): Promise<Row[]> {
  return db.$queryRaw<Row[]>`
    WITH post AS (
      SELECT claim_id, recipient_id FROM delivery AS first
      WHERE workspace_id = ${workspaceId}::uuid AND ${isUnknown} AND ${
        only === undefined ? isDueForReconciling : isPostOf(only)
      } AND NOT EXISTS (
        SELECT 1 FROM delivery AS earlier
        WHERE earlier.workspace_id = first.workspace_id
          AND earlier.recipient_id = first.recipient_id AND earlier.claim_id = first.claim_id
          AND earlier.state = 'unknown' AND earlier.id < first.id
      )
      ORDER BY claimed_at LIMIT 1 FOR NO KEY UPDATE SKIP LOCKED
    )
    UPDATE delivery SET looked_for_at = now() FROM post
    WHERE delivery.workspace_id = ${workspaceId}::uuid
      AND delivery.recipient_id = post.recipient_id AND delivery.claim_id = post.claim_id
      AND delivery.state = 'unknown'
    RETURNING id, delivery.claim_id AS claim, delivery.recipient_id AS "recipientId",
      LEAST(sent_at, claimed_at) AS since, slack_ts IS NOT NULL AS repeats,
      claimed_at < now() - make_interval(mins => ${visibleMinutes}::int) AS visible,
      claimed_at < now() - make_interval(hours => ${fadedHours}::int) AS faded`;
}

const isUnknown = Prisma.sql`state = 'unknown' AND claimed_at < now() - make_interval(
  mins => CASE WHEN reason = 'sending' THEN ${sendingMinutes}::int ELSE ${answeredMinutes}::int END)`;

const isDueForReconciling = Prisma.sql`claimed_at > now() - make_interval(days => ${longestDays}::int)
  AND (looked_for_at IS NULL OR looked_for_at < claimed_at OR looked_for_at < now() - CASE
    WHEN reason = ANY(${inVain}) THEN make_interval(hours => ${reconcileAgainHoursInVain}::int)
    ELSE make_interval(mins => ${reconcileAgainMinutes}::int) END)`;

function isPostOf(id: string): Prisma.Sql {
  return Prisma.sql`(claim_id, recipient_id) IN (
    SELECT claim_id, recipient_id FROM delivery WHERE id = ${id}::uuid)`;
}
