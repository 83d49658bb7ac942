import type { Database } from '../database/index.js';
import { askedLateDays, askedOn, askedUntil } from '../domain/action.js';
import { addDays, type Day, dateFromDay, daysBetween } from '../domain/day.js';
import { type NewDelivery, passingReasons } from './deliveries.js';
import { dueActionKind } from './due-actions.js';
import { firstId, knownSince, pageSize, zonesAtWork } from './undecided.js';

export interface DuePlanInput {
  workspaceId: string;
  workingDays: readonly number[];
  /** Where the workspace's people live. */
  timeZones: readonly string[];
  at: Date;
}

/** Somebody to be asked, on a day of theirs; the cycle is one of their actions'. */
interface Asking {
  ownerId: string;
  timeZone: string;
  step: Day;
  cycleId: string;
}

/**
 * What is to be recorded about due actions at this instant, a thousand messages at a time: those that
 * `dueAskings` has for it.
 */
export async function* planDueActions(
  db: Database,
  { workspaceId, workingDays, timeZones, at }: DuePlanInput,
): AsyncGenerator<NewDelivery[]> {
  for (const [today, zones] of zonesAtWork(timeZones, workingDays, at)) {
    const days = daysAskedAbout(today, workingDays);
    let page: Asking[] = [];
    do {
      const after = page.at(-1) ?? { ownerId: firstId, step: '' };
      page = await findAskings(db, { workspaceId, at, today, zones, days, after });
      if (page.length > 0) yield page.map((asking) => toDelivery(asking, { workspaceId, at }));
    } while (page.length === pageSize);
  }
}

/** The days on which actions can be due that are asked about today, each with the day it is for. */
function daysAskedAbout(today: Day, workingDays: readonly number[]): { due: Day; step: Day }[] {
  const longestBack = 3 * askedLateDays;
  return Array.from({ length: longestBack + 1 }, (_, back) => addDays(today, -back)).flatMap(
    (due) => {
      const step = askedOn(due, workingDays);
      if (step === undefined || step > today || daysBetween(step, today) > askedLateDays) return [];
      return [{ due, step }];
    },
  );
}

function toDelivery(
  { ownerId, timeZone, step, cycleId }: Asking,
  { workspaceId, at }: { workspaceId: string; at: Date },
): NewDelivery {
  return {
    workspaceId,
    kind: dueActionKind,
    cycleId,
    recipientId: ownerId,
    step,
    dueAt: at,
    expiresAt: askedUntil(step, timeZone),
  };
}

interface AskingSelection {
  workspaceId: string;
  at: Date;
  today: Day;
  zones: string[];
  days: { due: Day; step: Day }[];
  after: Pick<Asking, 'ownerId' | 'step'>;
}

/** By owner and day. A manager's action is of whoever is the manager today. */
function findAskings(
  db: Database,
  { workspaceId, at, today, zones, days, after }: AskingSelection,
): Promise<Asking[]> {
  const due = days.map((day) => dateFromDay(day.due));
  const steps = days.map(({ step }) => step);
  return db.$queryRaw<Asking[]>`
    WITH asked AS (
      SELECT recipient_id, step FROM delivery
      WHERE cycle_id IN (SELECT id FROM cycle WHERE workspace_id = ${workspaceId}::uuid)
        AND kind = ${dueActionKind} AND step = ANY(${steps})
        AND (state <> 'obsolete' OR coalesce(reason, '') <> ALL(${passingReasons}))
    )
    SELECT DISTINCT ON (owner.id, day.step) owner.id AS "ownerId", owner.time_zone AS "timeZone",
      day.step, conversation.cycle_id AS "cycleId"
    FROM unnest(${due}::date[], ${steps}::text[]) AS day(due_on, step)
    JOIN action ON action.workspace_id = ${workspaceId}::uuid AND action.state = 'open'
      AND action.due_on = day.due_on
    JOIN conversation ON conversation.id = action.conversation_id
    JOIN person ON person.id = action.person_id
    JOIN person AS owner ON owner.id =
      CASE WHEN action.owner_id = action.person_id THEN person.id ELSE person.manager_id END
    WHERE owner.left_at IS NULL AND NOT (owner.id = person.id AND owner.is_bot)
      AND owner.time_zone = ANY(${zones})
      AND (owner.snoozed_until IS NULL OR owner.snoozed_until <= ${at})
      AND (owner.away_through IS NULL OR owner.away_through < ${dateFromDay(today)}::date)
      AND (owner.profile_read_at IS NOT NULL OR owner.created_at <= ${knownSince(at)})
      AND (owner.id, day.step) > (${after.ownerId}::uuid, ${after.step})
      AND NOT EXISTS (
        SELECT FROM asked WHERE recipient_id = owner.id AND step = day.step
      )
    ORDER BY owner.id, day.step, action.id LIMIT ${pageSize}`;
}
