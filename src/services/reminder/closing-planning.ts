import { type Database, Prisma } from '../../database/index.js';
import { closingStep as step } from '../../domain/reminder/closing.js';
import { expiryOf } from '../../domain/reminder/cycle-plan.js';
import { adminsToNotify } from '../access/index.js';
import { readCycleEnd } from '../completion/index.js';
import { isLeftOut } from '../cycle/index.js';
import { isDecided } from '../delivery/index.js';
import { isBegunCheckIn } from '../questionnaire/index.js';
import { planKinds } from './kinds.js';
import type { PlannedCycle } from './planned-cycle.js';
import { isReachable, recordPages } from './planning-pages.js';
import type { Question } from './planning-questions.js';
import { waitingForView } from './waiting-for-view.js';

// The conditions repeat those of `decide` in domain/reminder/decide.ts and of `hearsOfClosing`;
// tests/services/reminder/planning.test.ts compares both.

/**
 * Records for everybody, once, whether they are notified that a cycle has closed. What is decided stays
 * so: a later manager isn't notified of views that were another's to give. Yields the number of
 * each page.
 */
export async function* planClosing(
  db: Database,
  { cycle, plan }: PlannedCycle,
  { at, today, timeZones, closed }: Question,
): AsyncGenerator<number> {
  if (!closed) return;
  const end = await readCycleEnd(db, cycle);
  if (!end.tookPart && !end.invited) return;
  const { kind } = planKinds.cycle_closed;
  const { workspaceId } = cycle;
  const admins = await adminsToNotify(db, workspaceId);
  const cycleId = Prisma.sql`${cycle.id}::uuid`;
  const expires = timeZones.map((timeZone) => expiryOf(plan, { step, timeZone, repeats: false }));
  const hears = Prisma.sql`
    ${end.tookPart} AND (own.state = 'submitted' AND own.revealed_at IS NULL
    OR own.state IS DISTINCT FROM 'submitted' AND person.role_key IS NOT NULL
      AND NOT ${isLeftOut(cycle.id, today)}
      AND (own.state IS NOT NULL OR ${wasInvited(cycleId)})
    OR person.id IN (SELECT recipient_id FROM (${waitingForView(cycle)}) AS waiting))
    OR person.id = ANY(${admins}::uuid[])`;
  yield* recordPages(
    db,
    { workspaceId, cycleId: cycle.id, kind, step, dueAt: at },
    (id) => Prisma.sql`
      SELECT person.id AS recipient_id, zone.expires_at,
        CASE WHEN ${hears} THEN NULL ELSE 'nothing_to_do' END AS silent_because
      FROM person
      JOIN unnest(${timeZones}::text[], ${expires}::timestamptz[]) AS zone (name, expires_at)
        ON zone.name = person.time_zone
      LEFT JOIN LATERAL (
        SELECT state, revealed_at FROM check_in
        WHERE check_in.cycle_id = ${cycleId} AND check_in.person_id = person.id
          AND ${isBegunCheckIn} OFFSET 0
      ) AS own ON true
      WHERE person.workspace_id = ${workspaceId}::uuid AND person.id > ${id}::uuid
        AND NOT person.is_bot AND ${isReachable(at, today)}
        AND NOT EXISTS (
          SELECT FROM delivery WHERE delivery.recipient_id = person.id
            AND delivery.cycle_id = ${cycleId} AND delivery.kind = ${kind} AND ${isDecided}
          OFFSET 0
        )`,
  );
}

function wasInvited(cycleId: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`EXISTS (
    SELECT FROM delivery WHERE delivery.recipient_id = person.id
      AND delivery.cycle_id = ${cycleId} AND delivery.kind = 'invitation'
      AND delivery.sent_at IS NOT NULL OFFSET 0
  )`;
}
