import type { Transaction } from '../../database/index.js';
import { timeOrderedId } from '../delivery/index.js';
import type { ToErase } from './found.js';

/**
 * Erases the messages to a person and those about them, sent or waiting, and has Slack delete their posts.
 * A post to somebody else that says something else as well is drawn anew instead, as are the others
 * that may name the person. Returns how many messages went.
 */
export async function eraseMessages(
  tx: Transaction,
  { workspaceId, personId, ids }: ToErase,
  at: Date,
): Promise<number> {
  const rows = await tx.$queryRaw<{ id: string }[]>`
    SELECT id FROM delivery WHERE workspace_id = ${workspaceId}::uuid
      AND (recipient_id = ${personId}::uuid OR subject_id = ANY(${ids}::uuid[])
        OR string_to_array(key || ':' || step, ':') && ${ids}::text[])
    ORDER BY id FOR UPDATE`;
  const going = rows.map(({ id }) => id);
  await tx.$executeRaw`
    INSERT INTO post_to_delete (id, workspace_id, slack_channel_id, slack_ts, due_at)
    SELECT DISTINCT ON (slack_channel_id, slack_ts) ${timeOrderedId}, workspace_id,
      slack_channel_id, slack_ts, ${at}::timestamptz
    FROM delivery
    WHERE id = ANY(${going}::uuid[]) AND slack_ts IS NOT NULL AND slack_channel_id IS NOT NULL
      AND NOT EXISTS (
        SELECT FROM delivery AS rest WHERE rest.recipient_id = delivery.recipient_id
          AND rest.slack_channel_id = delivery.slack_channel_id
          AND rest.slack_ts = delivery.slack_ts AND rest.id <> ALL(${going}::uuid[]))
    ON CONFLICT DO NOTHING`;
  // A file of their own data goes now, and not when its day is over.
  await tx.$executeRaw`
    UPDATE post_to_delete SET due_at = least(due_at, ${at}::timestamptz)
    WHERE workspace_id = ${workspaceId}::uuid AND slack_channel_id IN (
      SELECT slack_channel_id FROM delivery WHERE recipient_id = ${personId}::uuid)`;
  await markPostsAround(tx, { workspaceId, personId, at });
  await tx.$executeRaw`DELETE FROM delivery WHERE id = ANY(${going}::uuid[])`;
  return going.length;
}

/**
 * Marks the posts to those who had to do with a person, however old: their managers and reports of now
 * and of then, and the admins.
 */
async function markPostsAround(
  tx: Transaction,
  { workspaceId, personId, at }: { workspaceId: string; personId: string; at: Date },
): Promise<void> {
  await tx.$executeRaw`
    WITH me AS (SELECT ${personId}::uuid AS id), around AS (
      SELECT person.id FROM person, me WHERE person.workspace_id = ${workspaceId}::uuid
        AND (person.manager_id = me.id OR person.is_admin)
      UNION SELECT manager_id FROM person, me WHERE person.id = me.id
      UNION SELECT subject_id FROM assessment, me WHERE author_id = me.id
      UNION SELECT author_id FROM assessment, me WHERE subject_id = me.id
      UNION SELECT person_id FROM conversation, me WHERE manager_id = me.id
      UNION SELECT manager_id FROM conversation, me WHERE person_id = me.id
      UNION SELECT owner_id FROM action_item, me WHERE person_id = me.id
    ), posted AS (
      SELECT id FROM delivery WHERE workspace_id = ${workspaceId}::uuid
        AND recipient_id IN (SELECT id FROM around) AND slack_ts IS NOT NULL
        AND redraw_refused IS NULL
      ORDER BY id FOR NO KEY UPDATE
    )
    UPDATE delivery SET redraw_due_at = least(redraw_due_at, ${at}::timestamptz)
    FROM posted WHERE delivery.id = posted.id`;
}
