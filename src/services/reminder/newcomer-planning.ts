import { type Database, Prisma } from '../../database/index.js';
import { expiryOf } from '../../domain/reminder/cycle-plan.js';
import { isOutside } from '../cycle/index.js';
import { isDecided } from '../delivery/index.js';
import { planKinds } from './kinds.js';
import type { PlannedCycle } from './planned-cycle.js';
import { isReachable, recordPages } from './planning-pages.js';
import type { Question } from './planning-questions.js';

// The conditions repeat those of `decide` in domain/reminder/decide.ts; tests/services/reminder/planning.test.ts
// compares both.

/**
 * Records for people with a manager and without a role that they are asked for it, as a cycle opens that
 * they were known before. Yields the number of each page.
 */
export async function* planNewcomers(
  db: Database,
  { cycle, plan }: PlannedCycle,
  { at, today, timeZones, newcomer }: Question,
): AsyncGenerator<number> {
  if (!newcomer || !cycle.openedAt) return;
  const { step, decidedBy } = newcomer;
  const { kind } = planKinds.newcomer;
  const { id: cycleId, workspaceId, openedAt } = cycle;
  const expires = timeZones.map((timeZone) =>
    expiryOf(plan, { step: step.name, timeZone, repeats: false }),
  );
  yield* recordPages(
    db,
    { workspaceId, cycleId, kind, step: step.name, dueAt: at },
    (id) => Prisma.sql`
      SELECT person.id AS recipient_id, zone.expires_at, NULL::text AS silent_because
      FROM person
      JOIN unnest(${timeZones}::text[], ${expires}::timestamptz[]) AS zone (name, expires_at)
        ON zone.name = person.time_zone
      WHERE person.workspace_id = ${workspaceId}::uuid AND person.id > ${id}::uuid
        AND NOT person.is_bot AND person.role_key IS NULL AND person.manager_id IS NOT NULL
        AND person.created_at < ${openedAt} AND ${isReachable(at, today)}
        AND NOT ${isOutside(cycleId)} AND NOT EXISTS (
          SELECT FROM cycle_exclusion AS exclusion
          WHERE exclusion.cycle_id = ${cycleId}::uuid AND exclusion.person_id = person.id OFFSET 0
        )
        AND NOT EXISTS (
          SELECT FROM delivery WHERE delivery.recipient_id = person.id
            AND delivery.cycle_id = ${cycleId}::uuid AND delivery.kind = ${kind}
            AND delivery.step = ANY(${decidedBy}) AND ${isDecided} OFFSET 0
        )`,
  );
}
