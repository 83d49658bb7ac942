import { Prisma, type Transaction } from '../../database/index.js';
import type { ToErase } from './found.js';

/** How much goes with a person, how much stays without their name, and how much gets another owner. */
export interface ErasureCounts {
  /** Their check-ins, with all answers. */
  checkIns: number;
  /** What managers gave of them, and what they gave of others that was never shown. */
  views: number;
  conversations: number;
  evidence: number;
  /** Notes to oneself for a view: theirs, and those about them. */
  notes: number;
  actionItems: number;
  formDrafts: number;
  /** Messages to them or about them, sent or waiting. */
  messages: number;
  /** What they wrote about others that was shown to these: it stays, of "a former manager". */
  keptViews: number;
  keptConversations: number;
  /** Open actions for others, which go to the managers of now. */
  handedOver: number;
}

/** SQL for a row of `assessment`: whether it was shown to its subject. */
export const isRevealed = Prisma.sql`EXISTS (
  SELECT FROM check_in WHERE check_in.assessment_id = assessment.id)`;

/** Counts what erasing a person does. To be called before. */
export async function countErasure(
  tx: Transaction,
  { personId }: ToErase,
): Promise<Omit<ErasureCounts, 'messages' | 'formDrafts'>> {
  const [counts] = await tx.$queryRaw<Omit<ErasureCounts, 'messages' | 'formDrafts'>[]>`
    SELECT
      (SELECT count(*)::int FROM check_in WHERE person_id = me.id) AS "checkIns",
      (SELECT count(*)::int FROM assessment WHERE subject_id = me.id
        OR (author_id = me.id AND NOT ${isRevealed})) AS views,
      (SELECT count(*)::int FROM conversation WHERE person_id = me.id) AS conversations,
      (SELECT count(*)::int FROM evidence WHERE person_id = me.id) AS evidence,
      (SELECT count(*)::int FROM manager_note
        WHERE author_id = me.id OR subject_id = me.id) AS notes,
      (SELECT count(*)::int FROM action_item WHERE person_id = me.id) AS "actionItems",
      (SELECT count(*)::int FROM assessment WHERE author_id = me.id AND ${isRevealed})
        AS "keptViews",
      (SELECT count(*)::int FROM conversation WHERE manager_id = me.id) AS "keptConversations",
      (SELECT count(*)::int FROM action_item WHERE owner_id = me.id AND person_id <> me.id
        AND state = 'open') AS "handedOver"
    FROM (SELECT ${personId}::uuid AS id) AS me`;
  if (!counts) throw new Error('counting what goes returned nothing');
  return counts;
}
