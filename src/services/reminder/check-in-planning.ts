import { type Database, Prisma } from '../../database/index.js';
import { expiryOf } from '../../domain/reminder/cycle-plan.js';
import { invitationStep, type Step, stepsOfKind } from '../../domain/reminder/steps.js';
import { beginningOf } from '../../domain/time/time-zone.js';
import { isLeftOut } from '../cycle/index.js';
import { isDecided } from '../delivery/index.js';
import { isBegunCheckIn } from '../questionnaire/index.js';
import { planKinds } from './kinds.js';
import type { PlannedCycle } from './planned-cycle.js';
import { isReachable, recordPages } from './planning-pages.js';
import type { Question } from './planning-questions.js';

// Messages about a person's own check-in follow from a few facts, so SQL decides them: reading the
// facts would take longer than everything else. The conditions repeat those of `decide` in
// domain/reminder/decide.ts; tests/services/reminder/planning.test.ts compares both.

/**
 * Records invitations for participants who don't know of the cycle. Yields the number of each page.
 */
export async function* planInvitations(
  db: Database,
  planned: PlannedCycle,
  question: Question,
): AsyncGenerator<number> {
  if (!question.invitation) return;
  const { step, decidedBy } = question.invitation;
  const reminders = stepsOfKind(planned.plan, 'reminder').map(({ name }) => name);
  const cycleId = Prisma.sql`${planned.cycle.id}::uuid`;
  yield* recordPages(
    db,
    { ...commonOf(planned, question), kind: planKinds.invitation.kind, step: step.name },
    (id) => Prisma.sql`
      SELECT person.id AS recipient_id, zone.expires_at, NULL::text AS silent_because
      FROM person JOIN ${zoneTable(planned, question, step)} ON zone.name = person.time_zone
      WHERE ${takesPart(planned, question, id)}
        AND NOT EXISTS (
          SELECT FROM delivery WHERE delivery.recipient_id = person.id
            AND delivery.cycle_id = ${cycleId} AND ${isDecided}
            AND (delivery.kind = 'invitation' AND delivery.step = ANY(${decidedBy})
              OR delivery.kind = 'reminder' AND delivery.step = ANY(${reminders}))
          OFFSET 0
        )
        AND NOT EXISTS (
          SELECT FROM check_in
          WHERE check_in.cycle_id = ${cycleId} AND check_in.person_id = person.id
            AND ${isBegunCheckIn} OFFSET 0
        )`,
  );
}

/**
 * Records reminders for people who have known of the cycle since an earlier day. Yields the number
 * of each page.
 */
export async function* planReminders(
  db: Database,
  planned: PlannedCycle,
  question: Question,
): AsyncGenerator<number> {
  if (!question.reminder) return;
  const { step, decidedBy } = question.reminder;
  const cycleId = Prisma.sql`${planned.cycle.id}::uuid`;
  yield* recordPages(
    db,
    { ...commonOf(planned, question), kind: planKinds.reminder.kind, step: step.name },
    (id) => Prisma.sql`
      SELECT person.id AS recipient_id, zone.expires_at,
        CASE WHEN check_in.state <> 'draft' THEN 'submitted' END AS silent_because
      FROM person JOIN ${zoneTable(planned, question, step)} ON zone.name = person.time_zone
      LEFT JOIN LATERAL (
        SELECT state, started_at FROM check_in
        WHERE check_in.cycle_id = ${cycleId} AND check_in.person_id = person.id
          AND ${isBegunCheckIn} OFFSET 0
      ) AS check_in ON true
      WHERE ${takesPart(planned, question, id)}
        AND NOT EXISTS (
          SELECT FROM delivery WHERE delivery.recipient_id = person.id
            AND delivery.cycle_id = ${cycleId} AND delivery.kind = 'reminder'
            AND delivery.step = ANY(${decidedBy}) AND ${isDecided}
          OFFSET 0
        )
        AND (check_in.started_at < zone.day_begins OR EXISTS (
          SELECT FROM delivery WHERE delivery.recipient_id = person.id
            AND delivery.cycle_id = ${cycleId} AND delivery.kind = 'invitation'
            AND delivery.step = ${invitationStep} AND delivery.sent_at < zone.day_begins
          OFFSET 0
        ))`,
  );
}

function commonOf({ cycle }: PlannedCycle, { at }: Question) {
  return { workspaceId: cycle.workspaceId, cycleId: cycle.id, dueAt: at };
}

/** Each zone with the beginning of the step's day, and with when its message is no longer wanted. */
function zoneTable(
  { plan }: PlannedCycle,
  { timeZones }: Question,
  { name, sendsOn }: Step,
): Prisma.Sql {
  const begins = timeZones.map((timeZone) => beginningOf(sendsOn, timeZone));
  const expires = timeZones.map((timeZone) =>
    expiryOf(plan, { step: name, timeZone, repeats: false }),
  );
  return Prisma.sql`
    unnest(${timeZones}::text[], ${begins}::timestamptz[], ${expires}::timestamptz[])
      AS zone (name, day_begins, expires_at)`;
}

function takesPart({ cycle }: PlannedCycle, { at, today }: Question, after: string): Prisma.Sql {
  return Prisma.sql`
    person.workspace_id = ${cycle.workspaceId}::uuid AND person.id > ${after}::uuid
    AND person.role_key IS NOT NULL AND NOT person.is_bot AND ${isReachable(at, today)}
    AND NOT ${isLeftOut(cycle.id, today)}`;
}
