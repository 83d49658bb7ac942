import { type Database, Prisma } from '../../database/index.js';
import { expiryOf } from '../../domain/reminder/cycle-plan.js';
import { adminsToNotify } from '../access/index.js';
import { isDecided } from '../delivery/index.js';
import { planKinds } from './kinds.js';
import type { PlannedCycle } from './planned-cycle.js';
import { isReachable, recordPages } from './planning-pages.js';
import type { Question } from './planning-questions.js';

// The conditions repeat those of `decide` in domain/reminder/decide.ts; tests/services/reminder/planning.test.ts
// compares both.

/** Records for admins that they get their line about a cycle today. Yields the number of each page. */
export async function* planSummaries(
  db: Database,
  { cycle, plan }: PlannedCycle,
  { at, today, timeZones, summary }: Question,
): AsyncGenerator<number> {
  if (!summary) return;
  const { id: cycleId, workspaceId } = cycle;
  const { kind } = planKinds.admin_summary;
  const admins = await adminsToNotify(db, workspaceId);
  const expires = timeZones.map((timeZone) =>
    expiryOf(plan, { step: today, timeZone, repeats: false }),
  );
  yield* recordPages(
    db,
    { workspaceId, cycleId, kind, step: today, dueAt: at },
    (id) => Prisma.sql`
      SELECT person.id AS recipient_id, zone.expires_at, NULL::text AS silent_because
      FROM person
      JOIN unnest(${timeZones}::text[], ${expires}::timestamptz[]) AS zone (name, expires_at)
        ON zone.name = person.time_zone
      WHERE person.id = ANY(${admins}::uuid[]) AND person.id > ${id}::uuid
        AND ${isReachable(at, today)}
        AND NOT EXISTS (
          SELECT FROM delivery WHERE delivery.recipient_id = person.id
            AND delivery.cycle_id = ${cycleId}::uuid AND delivery.kind = ${kind}
            AND delivery.step = ${today} AND ${isDecided} OFFSET 0
        )`,
  );
}
