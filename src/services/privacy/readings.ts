import type { AccessSurface } from '../access/index.js';
import type { Context } from '../context.js';

/** The person who asks, about themselves. */
export interface Own {
  workspaceId: string;
  personId: string;
}

/** What one reader read in one place on one day (UTC), however often. */
export interface ReadingOfMine {
  /** Undefined for an operator, and for somebody who is gone. */
  reader: { name: string; slackUserId: string } | undefined;
  /** An operator's name on their machine; else empty. */
  operator: string;
  surface: AccessSurface;
  /** The cycles of the check-ins that it was of; none for an export. */
  cycles: string[];
  times: number;
  lastAt: Date;
}

export interface ReadingsPage {
  readings: ReadingOfMine[];
  /** Whether there are earlier ones. */
  hasMore: boolean;
}

interface Row extends Omit<ReadingOfMine, 'reader'> {
  name: string | null;
  slackUserId: string | null;
}

/** So many are listed at once. */
const readingsOnAPage = 10;

/** Returns what others have read of a person's, for them alone; the latest first. `page`: from 0. */
export async function listReadings(
  { db }: Pick<Context, 'db'>,
  { workspaceId, personId }: Own,
  page = 0,
): Promise<ReadingsPage> {
  const rows = await db.$queryRaw<Row[]>`
    SELECT reader.name, reader.slack_user_id AS "slackUserId", log.operator, log.surface,
      array_remove(array_agg(DISTINCT cycle.name), NULL) AS cycles,
      count(DISTINCT log.read_at)::int AS times, max(log.read_at) AS "lastAt"
    FROM access_log_entry AS log
    LEFT JOIN person AS reader ON reader.id = log.reader_id
    LEFT JOIN check_in ON check_in.id = log.check_in_id
    LEFT JOIN cycle ON cycle.id = check_in.cycle_id
    WHERE log.workspace_id = ${workspaceId}::uuid AND log.subject_id = ${personId}::uuid
    GROUP BY reader.id, log.operator, log.surface, (log.read_at AT TIME ZONE 'UTC')::date
    ORDER BY max(log.read_at) DESC, log.surface, log.operator, reader.id
    LIMIT ${readingsOnAPage + 1} OFFSET ${page * readingsOnAPage}`;
  const readings = rows.slice(0, readingsOnAPage).map(({ name, slackUserId, ...reading }) => ({
    ...reading,
    reader: slackUserId === null ? undefined : { name: name ?? '', slackUserId },
  }));
  return { readings, hasMore: rows.length > readingsOnAPage };
}
