import type { Database, Person } from '../database/index.js';
import { type Day, dateFromDay } from '../domain/day.js';
import { longestUnknownHours } from '../domain/hold.js';
import { invitationStep, newestStep } from '../domain/reminder-steps.js';
import { instantAt, isInWindow, localDay, type WorkingDays } from '../domain/working-hours.js';
import { passingReasons } from './deliveries.js';
import type { Round } from './reminder-facts.js';

/** What a cycle asks at an instant where it is the same day, in the zones where people are at work. */
export interface Question {
  today: Day;
  timeZones: string[];
  /** The newest step of each kind whose day has come, by name. */
  invitation: string | undefined;
  reminder: string | undefined;
  digest: string | undefined;
  /** For each zone: who knew of the cycle before that is reminded. */
  knownBefore: Date[];
}

/** So many people are read, decided upon and recorded at a time. */
export const pageSize = 1000;
const hourMs = 60 * 60 * 1000;
/** Before and after all ids. */
export const firstId = '00000000-0000-0000-0000-000000000000';
const lastId = 'ffffffff-ffff-ffff-ffff-ffffffffffff';

/** The zones in whose working hours an instant lies, by the day that it is there. */
export function zonesAtWork(
  timeZones: readonly string[],
  workingDays: WorkingDays,
  at: Date,
): Map<Day, string[]> {
  const byDay = new Map<Day, string[]>();
  for (const zone of timeZones.filter((one) => isInWindow(at, one, workingDays))) {
    const today = localDay(at, zone);
    byDay.set(today, [...(byDay.get(today) ?? []), zone]);
  }
  return byDay;
}

/** Who was added later than that isn't written to before their zone was read. */
export function knownSince(at: Date): Date {
  return new Date(at.getTime() - longestUnknownHours * hourMs);
}

/** What is asked at this instant, by the day that it is in these zones. */
export function questionsAt(round: Round, timeZones: readonly string[], at: Date): Question[] {
  const { opensOn, reviewOn, lastDay, steps, workingDays } = round.planned;
  return [...zonesAtWork(timeZones, workingDays, at)].flatMap(([today, zones]) => {
    if (today < opensOn || today > lastDay) return [];
    const before = today < reviewOn;
    const reminder = before ? newestStep(steps, 'reminder', today) : undefined;
    return {
      today,
      timeZones: zones,
      invitation: before ? newestStep(steps, 'invitation', today)?.name : undefined,
      reminder: reminder?.name,
      digest: newestStep(steps, before ? 'digest' : 'follow_up', today)?.name,
      knownBefore: zones.map((zone) => {
        const begins = reminder ? instantAt(reminder.sendsOn, 0, zone).getTime() : 0;
        // Clocks that are set back at midnight have an hour twice.
        return new Date(begins + hourMs);
      }),
    };
  });
}

/**
 * The people for whom a step of the question isn't settled, a thousand at a time. Where nothing is to
 * be decided this takes one statement. Left out are only people about whom nothing would be decided.
 */
export async function* undecidedPeople(
  db: Database,
  round: Round,
  question: Question,
  at: Date,
): AsyncGenerator<Person[]> {
  const { invitation, reminder, digest } = question;
  if (invitation === undefined && reminder === undefined && digest === undefined) return;
  const find = (from: string, to: string, every: number) =>
    findUndecided(db, round, { question, at, from, to, every });
  const begins = await find(firstId, lastId, pageSize);
  for (const [page, from] of begins.entries()) {
    const ids = await find(from, begins[page + 1] ?? lastId, 1);
    yield await db.person.findMany({ where: { id: { in: ids } }, orderBy: { id: 'asc' } });
  }
}

interface Selection {
  question: Question;
  at: Date;
  /** Ids from this one on, and before that one. */
  from: string;
  to: string;
  /** Only the first of each so many. */
  every: number;
}

/**
 * Ids, in their order. The conditions are those of `decide`; a test holds them against it. The range of
 * ids stands at every table, so that for a page only its part of each is read.
 */
async function findUndecided(
  db: Database,
  { cycle }: Round,
  { question, at, from, to, every }: Selection,
): Promise<string[]> {
  const { workspaceId, id: cycleId } = cycle;
  const { today, timeZones, knownBefore } = question;
  const [invitation, reminder, digest] = [
    question.invitation,
    question.reminder,
    question.digest,
  ].map((step) => step ?? null);
  const rows = await db.$queryRaw<{ id: string }[]>`
    WITH settled AS NOT MATERIALIZED (
      SELECT recipient_id, kind, step FROM delivery
      WHERE cycle_id = ${cycleId}::uuid AND recipient_id >= ${from}::uuid
        AND recipient_id < ${to}::uuid AND (state <> 'obsolete' OR coalesce(reason, '') <> ALL(${passingReasons}))
    ), present AS NOT MATERIALIZED (
      SELECT id, time_zone, role_key FROM person
      WHERE workspace_id = ${workspaceId}::uuid AND left_at IS NULL AND NOT is_bot
        AND time_zone = ANY(${timeZones}) AND id >= ${from}::uuid AND id < ${to}::uuid
        AND (snoozed_until IS NULL OR snoozed_until <= ${at})
        AND (away_through IS NULL OR away_through < ${dateFromDay(today)}::date)
        AND (profile_read_at IS NOT NULL OR created_at <= ${knownSince(at)})
    ), unreminded AS MATERIALIZED (
      SELECT id, time_zone FROM present
      WHERE ${reminder}::text IS NOT NULL AND role_key IS NOT NULL AND NOT EXISTS (
        SELECT FROM settled
        WHERE recipient_id = present.id AND kind = 'reminder' AND step = ${reminder}
      )
    ), undecided AS (
      SELECT id FROM present
      WHERE ${invitation}::text IS NOT NULL AND role_key IS NOT NULL AND NOT EXISTS (
        SELECT FROM settled
        WHERE recipient_id = present.id AND kind = 'invitation' AND step = ${invitation}
      ) AND NOT EXISTS (
        SELECT FROM check_in
        WHERE cycle_id = ${cycleId}::uuid AND person_id = present.id
          AND person_id >= ${from}::uuid AND person_id < ${to}::uuid
      )
      UNION
      SELECT id FROM unreminded
      WHERE EXISTS (
        SELECT FROM delivery
        WHERE cycle_id = ${cycleId}::uuid AND recipient_id = unreminded.id AND kind = 'invitation'
          AND step = ${invitationStep} AND recipient_id >= ${from}::uuid
          AND recipient_id < ${to}::uuid
          AND sent_at < (${knownBefore}::timestamptz[])[array_position(${timeZones}, time_zone)]
      )
      UNION
      SELECT id FROM unreminded
      WHERE EXISTS (
        SELECT FROM check_in
        WHERE cycle_id = ${cycleId}::uuid AND person_id = unreminded.id
          AND person_id >= ${from}::uuid AND person_id < ${to}::uuid
          AND started_at < (${knownBefore}::timestamptz[])[array_position(${timeZones}, time_zone)]
      )
      UNION
      SELECT id FROM present
      WHERE ${digest}::text IS NOT NULL AND EXISTS (
        SELECT FROM person AS report
        WHERE report.workspace_id = ${workspaceId}::uuid AND report.manager_id = present.id
          AND report.left_at IS NULL AND NOT report.is_bot
      ) AND NOT EXISTS (
        SELECT FROM settled
        WHERE recipient_id = present.id AND kind IN ('digest', 'all_set') AND step = ${digest}
      )
    )
    SELECT id FROM (SELECT id, row_number() OVER (ORDER BY id) - 1 AS position FROM undecided) AS one
    WHERE position % ${every} = 0 ORDER BY id`;
  return rows.map(({ id }) => id);
}
