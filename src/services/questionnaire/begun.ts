import { type Database, Prisma, type Transaction } from '../../database/index.js';

// A row is there from the first look on; that is nobody's business. What others see, and what is
// planned, follows from whether something was answered.

/** A text of nothing but spaces is no answer. */
const sign = '[^[:space:]]';

/** Of a row of `answer`: a rating, "No opportunity yet" or a text. */
const isAnswered = Prisma.sql`
  (answer.rating_key IS NOT NULL OR answer.no_opportunity OR answer.text ~ ${sign})`;

/** Of a row of `check_in`: sent, or something in it was answered. */
export const isBegunCheckIn = Prisma.sql`
  (check_in.state <> 'draft' OR check_in.proud_of ~ ${sign} OR check_in.next <> ''
    OR check_in.needs ~ ${sign} OR EXISTS (
      SELECT FROM check_in_answer AS answer
      WHERE answer.check_in_id = check_in.id AND ${isAnswered} OFFSET 0
    ))`;

/** Of a row `view` of assessments: submitted, or something in it was answered. */
export const isBegunView = Prisma.sql`
  (view.state <> 'draft' OR view.summary ~ ${sign} OR EXISTS (
    SELECT FROM assessment_answer AS answer
    WHERE answer.assessment_id = view.id AND ${isAnswered} OFFSET 0
  ))`;

/** Of a row of `check_in`: on how many of its role's pages something was answered. */
export const answeredPages = Prisma.sql`
  (SELECT count(*)::int FROM check_in_answer AS answer
    WHERE answer.check_in_id = check_in.id AND ${isAnswered})`;

/**
 * Of a row of `check_in`: how many competencies its role asks in the framework that it is pinned to,
 * with what its track shares and, where the ladder builds up, what the rungs below ask.
 */
export const askedPages = Prisma.sql`
  (SELECT count(DISTINCT asked.value ->> 'competency')::int
    FROM framework_version AS pinned,
      jsonb_array_elements(pinned.document -> 'roles') WITH ORDINALITY AS own(role, place),
      LATERAL (
        SELECT rung.role -> 'expectations' AS list
        FROM jsonb_array_elements(pinned.document -> 'roles') WITH ORDINALITY AS rung(role, place)
        WHERE rung.place = own.place OR (pinned.document -> 'buildsUp' IS NOT NULL
          AND rung.role ->> 'track' = own.role ->> 'track' AND rung.place < own.place)
        UNION ALL
        SELECT coalesce(track.value -> 'allRoles', '[]')
        FROM jsonb_array_elements(pinned.document -> 'tracks') AS track
        WHERE track.value ->> 'key' = own.role ->> 'track'
      ) AS written,
      jsonb_array_elements(written.list) AS asked
    WHERE pinned.id = check_in.framework_version_id
      AND own.role ->> 'key' = check_in.role_key)`;

/** How far somebody's check-in is. */
export interface BegunCheckIn {
  id: string;
  personId: string;
  state: 'draft' | 'submitted';
  revealedAt: Date | null;
  startedAt: Date;
  submittedAt: Date | null;
}

/** The check-ins in which these people have answered something: those of a cycle, or all. */
export function begunCheckIns(
  db: Database | Transaction,
  { cycleId, personIds }: { cycleId?: string; personIds: readonly string[] },
): Promise<BegunCheckIn[]> {
  return db.$queryRaw<BegunCheckIn[]>`
    SELECT id, person_id AS "personId", state::text, revealed_at AS "revealedAt",
      started_at AS "startedAt", submitted_at AS "submittedAt"
    FROM check_in
    WHERE person_id = ANY(${personIds}::uuid[]) AND ${isBegunCheckIn}
      ${cycleId === undefined ? Prisma.empty : Prisma.sql`AND cycle_id = ${cycleId}::uuid`}`;
}

/** Whether somebody who gives a view of this person in the cycle has answered something in it. */
export async function isViewBegun(
  db: Database | Transaction,
  { cycleId, personId }: { cycleId: string; personId: string },
): Promise<boolean> {
  const [found] = await db.$queryRaw<{ is: boolean }[]>`
    SELECT EXISTS (
      SELECT FROM assessment AS view
      WHERE cycle_id = ${cycleId}::uuid AND subject_id = ${personId}::uuid AND ${isBegunView}
    ) AS is`;
  return found?.is ?? false;
}
