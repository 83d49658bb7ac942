import { type Database, Prisma } from '../../database/index.js';
import { expiryOf } from '../../domain/reminder/cycle-plan.js';
import { beginningOf } from '../../domain/time/time-zone.js';
import { windowOf } from '../../domain/time/working-hours.js';
import { isDecided } from '../delivery/index.js';
import { planKinds } from './kinds.js';
import type { PlannedCycle } from './planned-cycle.js';
import { isReachable, recordPages } from './planning-pages.js';
import type { Question } from './planning-questions.js';
import { waitingForView } from './waiting-for-view.js';

// The conditions repeat those of `decide` in domain/reminder/decide.ts and of `hasNewCheckIns`;
// tests/services/reminder/planning.test.ts compares both.

/**
 * Records for managers that check-ins wait for their view of which they haven't been notified: on a day on
 * which they have got no message, and none about their team waits. Yields the number of each page.
 */
export async function* planViewsWaiting(
  db: Database,
  planned: PlannedCycle,
  question: Question,
): AsyncGenerator<number> {
  if (!question.viewsWaiting) return;
  const { cycle } = planned;
  const { at, today: step } = question;
  const { kind } = planKinds.views_waiting;
  const { workspaceId } = cycle;
  const cycleId = Prisma.sql`${cycle.id}::uuid`;
  const isNews = Prisma.sql`waiting.submitted_at < zone.morning AND NOT EXISTS (
    SELECT FROM delivery
    WHERE delivery.recipient_id = person.id AND delivery.cycle_id = ${cycleId}
      AND delivery.kind IN ('digest', 'all_set', 'views_waiting')
      AND delivery.sent_at >= waiting.submitted_at OFFSET 0
  )`;
  yield* recordPages(
    db,
    { workspaceId, cycleId: cycle.id, kind, step, dueAt: at },
    (id) => Prisma.sql`
      SELECT DISTINCT person.id AS recipient_id, zone.expires_at, NULL::text AS silent_because
      FROM (${waitingForView(cycle)} OFFSET 0) AS waiting
      JOIN person ON person.id = waiting.recipient_id
      JOIN ${zoneTable(planned, question)} ON zone.name = person.time_zone
      WHERE person.workspace_id = ${workspaceId}::uuid AND person.id > ${id}::uuid
        AND NOT person.is_bot AND ${isReachable(at, step)}
        AND ${isNews}
        AND NOT EXISTS (
          SELECT FROM delivery WHERE delivery.recipient_id = person.id
            AND delivery.sent_at >= zone.day_begins AND delivery.sent_at <= ${at} OFFSET 0
        )
        AND NOT EXISTS (
          SELECT FROM delivery WHERE delivery.recipient_id = person.id
            AND delivery.cycle_id = ${cycleId}
            AND (delivery.kind IN ('digest', 'all_set') AND delivery.state IN ('due', 'claimed', 'held')
              OR delivery.kind = ${kind} AND delivery.step = ${step} AND ${isDecided})
          OFFSET 0
        )`,
  );
}

/** Each zone with the beginning of the day, its first working hour, and when the message expires. */
function zoneTable({ plan }: PlannedCycle, { timeZones, today }: Question): Prisma.Sql {
  const begins = timeZones.map((timeZone) => beginningOf(today, timeZone));
  const mornings = timeZones.map((timeZone) => windowOf(today, timeZone, plan)?.from ?? null);
  const expires = timeZones.map((timeZone) =>
    expiryOf(plan, { step: today, timeZone, repeats: false }),
  );
  return Prisma.sql`
    unnest(${timeZones}::text[], ${begins}::timestamptz[], ${mornings}::timestamptz[],
      ${expires}::timestamptz[]) AS zone (name, day_begins, morning, expires_at)`;
}
