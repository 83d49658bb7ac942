import { type Database, Prisma } from '../../database/index.js';
import type { CycleEnd } from '../../domain/reminder/closing.js';
import { type Cycle, isOutside } from '../cycle/index.js';
import { isBegunCheckIn } from '../questionnaire/index.js';

/** How far the people who were asked for a check-in came in a cycle, each number within the one before. */
export interface CycleOutcome {
  /** Were invited and have a role, or began by themselves; without people who have left. */
  asked: number;
  began: number;
  sent: number;
  /** Their manager gave a view, and both were shown both. */
  gotView: number;
  talked: number;
}

type CycleRef = Pick<Cycle, 'id' | 'workspaceId'>;

/** Returns whether anybody took part in a cycle, and whether anybody was invited. */
export async function readCycleEnd(
  db: Pick<Database, '$queryRaw'>,
  cycle: CycleRef,
): Promise<CycleEnd> {
  const [end] = await db.$queryRaw<CycleEnd[]>`
    SELECT
      EXISTS (
        SELECT FROM check_in WHERE check_in.cycle_id = ${cycle.id}::uuid AND ${isBegunCheckIn}
      ) AS "tookPart",
      EXISTS (
        SELECT FROM delivery WHERE delivery.cycle_id = ${cycle.id}::uuid
          AND delivery.kind = 'invitation' AND delivery.sent_at IS NOT NULL
      ) AS invited`;
  return end ?? { tookPart: false, invited: false };
}

/** Returns how far the people of a cycle came: numbers, without any content. */
export async function readCycleOutcome(
  db: Pick<Database, '$queryRaw'>,
  cycle: CycleRef,
): Promise<CycleOutcome> {
  const [outcome] = await db.$queryRaw<CycleOutcome[]>`
    SELECT count(*)::int AS asked, count(check_in.id)::int AS began,
      count(*) FILTER (WHERE check_in.state = 'submitted')::int AS sent,
      count(check_in.revealed_at)::int AS "gotView",
      count(conversation.id)::int AS talked
    FROM person
    LEFT JOIN LATERAL (
      SELECT id, state, revealed_at FROM check_in
      WHERE check_in.cycle_id = ${cycle.id}::uuid AND check_in.person_id = person.id
        AND ${isBegunCheckIn} OFFSET 0
    ) AS check_in ON true
    LEFT JOIN conversation ON conversation.cycle_id = ${cycle.id}::uuid
      AND conversation.person_id = person.id
    WHERE ${isAsked(cycle)}`;
  return outcome ?? { asked: 0, began: 0, sent: 0, gotView: 0, talked: 0 };
}

/** Of a row of `person` who is still here: whether a cycle asked them for a check-in. */
export function isAsked({ id, workspaceId }: CycleRef): Prisma.Sql {
  return Prisma.sql`
    person.workspace_id = ${workspaceId}::uuid AND person.left_at IS NULL AND NOT person.is_bot
    AND (
      EXISTS (
        SELECT FROM check_in
        WHERE check_in.cycle_id = ${id}::uuid AND check_in.person_id = person.id
          AND ${isBegunCheckIn} OFFSET 0
      )
      OR person.role_key IS NOT NULL AND NOT EXISTS (
        SELECT FROM cycle_exclusion AS exclusion
        WHERE exclusion.cycle_id = ${id}::uuid AND exclusion.person_id = person.id
          AND exclusion.until IS NULL OFFSET 0
      ) AND NOT ${isOutside(id)} AND EXISTS (
        SELECT FROM delivery
        WHERE delivery.recipient_id = person.id AND delivery.cycle_id = ${id}::uuid
          AND delivery.kind = 'invitation' AND delivery.sent_at IS NOT NULL OFFSET 0
      )
    )`;
}
