import { type Database, Prisma } from '../../database/index.js';
import {
  askedLateDays,
  askedOn,
  askedUntil,
  longestDueDays,
} from '../../domain/action-item/action-item.js';
import { addDays, type Day, dateFromDay, daysBetween } from '../../domain/time/day.js';
import type { WorkingTime } from '../../domain/time/working-days.js';
import { actionItemDue } from '../action-item/index.js';
import { isDecided, recording } from '../delivery/index.js';
import { isReachable, pageSize } from './planning-pages.js';
import { zonesAtWork } from './planning-questions.js';

// The conditions in SQL repeat those of `dueAskings` in services/action-item/due.ts;
// tests/services/reminder/planning.test.ts compares both.

export interface DuePlanInput {
  workspaceId: string;
  working: WorkingTime;
  /** Where the workspace's people live. */
  timeZones: readonly string[];
  at: Date;
}

/** A day on which actions are due, and the working day on which their owners are asked. */
interface AskedDay {
  due: Day;
  step: Day;
}

interface Ending {
  zone: string;
  step: Day;
  expiresAt: Date;
}

/**
 * Decides who is asked about due action items at this instant, as `dueAskings` does, and records
 * it, a thousand messages at a time. Yields the number of each page.
 */
export async function* planDueActionItems(
  db: Database,
  { workspaceId, working, timeZones, at }: DuePlanInput,
): AsyncGenerator<number> {
  for (const [today, zones] of zonesAtWork(timeZones, working, at)) {
    const days = daysAskedAbout(today, working);
    const endings = endingsOf(days, zones);
    const record = () => recordPage(db, { workspaceId, at, today, days, endings });
    let count = 0;
    do {
      count = await record();
      if (count > 0) yield count;
    } while (count === pageSize);
  }
}

/** The days on which actions can be due that are asked about today, each with the day it is for. */
function daysAskedAbout(today: Day, working: WorkingTime): AskedDay[] {
  return Array.from({ length: longestDueDays + 1 }, (_, back) => addDays(today, -back)).flatMap(
    (due) => {
      const step = askedOn(due, working);
      if (step === undefined || step > today || daysBetween(step, today) > askedLateDays) return [];
      return [{ due, step }];
    },
  );
}

/** For each zone and day of asking: the instant from which it is too late for it. */
function endingsOf(days: AskedDay[], zones: string[]): Ending[] {
  const steps = [...new Set(days.map(({ step }) => step))];
  return zones.flatMap((zone) =>
    steps.map((step) => ({ zone, step, expiresAt: askedUntil(step, zone) })),
  );
}

interface PageInput {
  workspaceId: string;
  at: Date;
  today: Day;
  days: AskedDay[];
  endings: Ending[];
}

/**
 * One message for each owner and day, with the cycle of one of its action items. A manager's action
 * item belongs to the manager of today. What was recorded isn't found again, so that the next page
 * follows by itself.
 */
async function recordPage(
  db: Database,
  { workspaceId, at, today, days, endings }: PageInput,
): Promise<number> {
  const dues = days.map(({ due }) => dateFromDay(due));
  const steps = days.map(({ step }) => step);
  const owner = Prisma.raw('owner');
  const askings = Prisma.sql`
    SELECT DISTINCT ON (owner.id, day.step) ${workspaceId}::uuid AS workspace_id,
      ${actionItemDue.kind}::text AS kind, conversation.cycle_id, owner.id AS recipient_id,
      NULL::uuid AS subject_id, day.step, NULL::text AS key_step, ${at}::timestamptz AS due_at,
      ending.expires_at, NULL::text AS silent_because
    FROM unnest(${dues}::date[], ${steps}::text[]) AS day (due_on, step)
    JOIN action_item ON action_item.workspace_id = ${workspaceId}::uuid AND action_item.state = 'open'
      AND action_item.due_on = day.due_on
    JOIN conversation ON conversation.id = action_item.conversation_id
    JOIN person ON person.id = action_item.person_id
    JOIN LATERAL (
      SELECT * FROM person AS one WHERE one.id =
        CASE WHEN action_item.owner_id = action_item.person_id THEN person.id ELSE person.manager_id END
      OFFSET 0
    ) AS owner ON true
    JOIN unnest(${endings.map(({ zone }) => zone)}::text[],
        ${endings.map(({ step }) => step)}::text[],
        ${endings.map(({ expiresAt }) => expiresAt)}::timestamptz[])
      AS ending (time_zone, step, expires_at)
      ON ending.time_zone = owner.time_zone AND ending.step = day.step
    WHERE ${isReachable(at, today, owner)} AND NOT (owner.id = person.id AND owner.is_bot)
      AND NOT EXISTS (
        SELECT FROM delivery
        WHERE delivery.recipient_id = owner.id AND delivery.kind = ${actionItemDue.kind}
          AND delivery.step = day.step AND ${isDecided} OFFSET 0
      )
    ORDER BY owner.id, day.step, action_item.id LIMIT ${pageSize}`;
  return db.$executeRaw(recording(askings));
}
