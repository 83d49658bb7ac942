import { type Database, Prisma } from '../../database/index.js';
import { longestUnknownHours } from '../../domain/availability/availability.js';
import { type Day, dateFromDay } from '../../domain/time/day.js';
import { recording } from '../delivery/index.js';

/** So many messages are decided upon and recorded at a time. */
export const pageSize = 1000;
/** Before all ids. */
export const firstId = '00000000-0000-0000-0000-000000000000';

const hourMs = 60 * 60 * 1000;

/** What all messages of a page have in common. */
export interface Common {
  workspaceId: string;
  cycleId: string;
  kind: string;
  step: string;
  /** The step's part of the key, where the reason is not the step itself. */
  keyStep?: string;
  dueAt: Date;
}

/**
 * Records what SQL decides, a thousand messages at a time. `decidedAfter` returns a SELECT of
 * recipient_id, expires_at and silent_because, for people whose ids come after one. Yields the
 * number of each page.
 *
 * The SELECT must find each person by itself, so that a page reads only its own people. It looks up
 * their facts in subqueries with OFFSET 0, which keeps Postgres from joining whole tables: right
 * after a thousand inserts its statistics are outdated.
 */
export async function* recordPages(
  db: Database,
  { workspaceId, cycleId, kind, step, keyStep, dueAt }: Common,
  decidedAfter: (id: string) => Prisma.Sql,
): AsyncGenerator<number> {
  let after: string | null = firstId;
  while (after !== null) {
    const page: Page[] = await db.$queryRaw<Page[]>`
      WITH page AS (
        SELECT * FROM (${decidedAfter(after)}) AS one ORDER BY recipient_id LIMIT ${pageSize}
      ), recorded AS (
        ${recording(Prisma.sql`
          SELECT ${workspaceId}::uuid AS workspace_id, ${kind}::text AS kind,
            ${cycleId}::uuid AS cycle_id, recipient_id, NULL::uuid AS subject_id,
            ${step}::text AS step, ${keyStep ?? null}::text AS key_step, ${dueAt}::timestamptz AS due_at,
            expires_at, silent_because
          FROM page`)}
      )
      SELECT count(*)::int AS count, max(recipient_id::text) AS last FROM page`;
    const [{ count, last } = { count: 0, last: null }] = page;
    if (count > 0) yield count;
    after = count < pageSize ? null : last;
  }
}

interface Page {
  count: number;
  last: string | null;
}

/**
 * Of a row of `person`, or of another name for it: works here, and wants messages, at an instant that
 * is this day where they are. The same as `unavailableUntil` says, in the database.
 */
export function isReachable(at: Date, today: Day, person = Prisma.raw('person')): Prisma.Sql {
  // People added later than that get no message before their zone is read.
  const knownSince = new Date(at.getTime() - longestUnknownHours * hourMs);
  return Prisma.sql`
    (${person}.left_at IS NULL
      AND (${person}.snoozed_until IS NULL OR ${person}.snoozed_until <= ${at})
      AND (${person}.away_through IS NULL OR ${person}.away_through < ${dateFromDay(today)}::date)
      AND (${person}.profile_read_at IS NOT NULL OR ${person}.created_at <= ${knownSince}))`;
}
