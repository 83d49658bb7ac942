import { type Database, Prisma, type Transaction } from '../../database/index.js';
import {
  kindsOfOneMatter,
  leastDistanceMinutes,
  matterOf,
} from '../../domain/delivery/least-distance.js';
import type { ClaimedDelivery } from '../message.js';

/** The fields of a message that are needed to find the last one about the same subject. */
export type Matter = Pick<ClaimedDelivery, 'id' | 'kind' | 'recipientId' | 'subjectId'>;

/**
 * Returns by message id when its recipient was last notified of the same subject, perhaps by the
 * message itself, if that was less than ten minutes ago. Messages whose outcome is unknown count.
 */
export async function notifiedLately(
  db: Database,
  { messages, at }: { messages: readonly Matter[]; at: Date },
): Promise<Map<string, Date>> {
  const recipients = [...new Set(messages.map(({ recipientId }) => recipientId))];
  const rows = await db.$queryRaw<(Omit<Matter, 'id'> & { sentAt: Date })[]>`
    SELECT recipient_id AS "recipientId", kind, subject_id AS "subjectId", max(sent_at) AS "sentAt"
    FROM delivery WHERE recipient_id = ANY(${recipients}::uuid[]) AND ${isLately(at)}
    GROUP BY recipient_id, kind, subject_id`;
  const sentAtByKey = new Map<string, Date>();
  for (const row of rows) {
    const before = sentAtByKey.get(keyOf(row));
    if (!before || before < row.sentAt) sentAtByKey.set(keyOf(row), row.sentAt);
  }
  return new Map(
    messages.flatMap((message) => {
      const at = sentAtByKey.get(keyOf(message));
      return at ? [[message.id, at] as [string, Date]] : [];
    }),
  );
}

function keyOf({ recipientId, kind, subjectId }: Omit<Matter, 'id'>): string {
  return [recipientId, kind, matterOf(kind, subjectId)].join(':');
}

/**
 * Lets one process at a time begin to send to a person, until the transaction ends. Not by the person's
 * row, which claiming would pass over.
 */
export async function lockRecipient(tx: Transaction, recipientId: string): Promise<void> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended('sending:' || ${recipientId}, 0))`;
}

/**
 * SQL for a row of `delivery`: whether another one about the same subject was sent in the last ten
 * minutes, or perhaps was.
 */
export function hasOtherLately(at: Date): Prisma.Sql {
  return Prisma.sql`EXISTS (
    SELECT 1 FROM delivery AS other
    WHERE other.recipient_id = delivery.recipient_id AND other.kind = delivery.kind
      AND other.id <> delivery.id AND ${isLately(at, Prisma.raw('other.'))}
      AND (other.subject_id IS NOT DISTINCT FROM delivery.subject_id
        OR other.kind = ANY(${kindsOfOneMatter})))`;
}

function isLately(at: Date, row = Prisma.raw('')): Prisma.Sql {
  const distanceMs = leastDistanceMinutes * 60_000;
  return Prisma.sql`(${row}sent_at > ${new Date(at.getTime() - distanceMs)}
    AND ${row}sent_at < ${new Date(at.getTime() + distanceMs)})`;
}
