import type { Database, Person } from '../../database/index.js';
import { expiryOf } from '../../domain/reminder/cycle-plan.js';
import { decide } from '../../domain/reminder/decide.js';
import { isDigest } from '../../domain/reminder/message-kinds.js';
import { isDecided, type NewDelivery, recordDeliveries } from '../delivery/index.js';
import { readFacts } from './facts.js';
import { planKinds } from './kinds.js';
import type { PlannedCycle } from './planned-cycle.js';
import { firstId, isReachable } from './planning-pages.js';
import type { Question } from './planning-questions.js';

// SQL selects the managers whom `decide` in domain/reminder/decide.ts is asked about;
// tests/services/reminder/planning.test.ts compares both.

/** So many managers at a time: asked about more teams at once, Postgres compiles the query first. */
const pageSize = 250;

/**
 * Decides the messages for managers about their teams, and records them. Yields the number of each
 * page.
 */
export async function* planDigests(
  db: Database,
  planned: PlannedCycle,
  question: Question,
): AsyncGenerator<number> {
  let after: string | undefined = firstId;
  while (after !== undefined && question.digest) {
    const people: Person[] = await undecidedManagers(db, planned, { ...question, after });
    const page = await decideFor(db, planned, people, question.at);
    await recordDeliveries(db, page);
    if (page.length > 0) yield page.length;
    after = people.length < pageSize ? undefined : people.at(-1)?.id;
  }
}

/** Returns the managers whose step of the day isn't decided, in the order of their ids. */
async function undecidedManagers(
  db: Database,
  { cycle }: PlannedCycle,
  { at, today, timeZones, digest, after }: Question & { after: string },
): Promise<Person[]> {
  const rows = await db.$queryRaw<{ id: string }[]>`
    SELECT person.id FROM person
    WHERE person.workspace_id = ${cycle.workspaceId}::uuid AND person.id > ${after}::uuid
      AND person.time_zone = ANY(${timeZones}) AND NOT person.is_bot AND ${isReachable(at, today)}
      AND EXISTS (
        SELECT FROM person AS report
        WHERE report.workspace_id = ${cycle.workspaceId}::uuid AND report.manager_id = person.id
          AND report.left_at IS NULL AND NOT report.is_bot OFFSET 0
      )
      AND NOT EXISTS (
        SELECT FROM delivery
        WHERE delivery.recipient_id = person.id AND delivery.cycle_id = ${cycle.id}::uuid
          AND delivery.kind IN ('digest', 'all_set')
          AND delivery.step = ANY(${digest?.decidedBy ?? []}) AND ${isDecided} OFFSET 0
      )
    ORDER BY person.id LIMIT ${pageSize}`;
  const ids = rows.map(({ id }) => id);
  return db.person.findMany({ where: { id: { in: ids } }, orderBy: { id: 'asc' } });
}

async function decideFor(
  db: Database,
  { cycle, plan }: PlannedCycle,
  people: Person[],
  at: Date,
): Promise<NewDelivery[]> {
  const recipients = await readFacts(db, { cycle, people, at });
  return recipients.flatMap(({ person, facts }) =>
    decide(plan, facts, at)
      .filter(isDigest)
      .map(({ kind, step, silentBecause }) =>
        planKinds[kind].delivery({
          workspaceId: cycle.workspaceId,
          cycleId: cycle.id,
          recipientId: person.id,
          step,
          dueAt: at,
          expiresAt: expiryOf(plan, { step, timeZone: person.timeZone, repeats: false }),
          ...(silentBecause && { silentBecause }),
        }),
      ),
  );
}
