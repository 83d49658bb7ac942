import type { Database, Transaction } from '../../database/index.js';
import { may, owesAssessment } from '../../domain/access/access.js';
import { checkInState } from '../../domain/check-in/check-in.js';
import type { BriefReady, NudgeState, ReportState } from '../../domain/team/team.js';
import { dayFromDate } from '../../domain/time/day.js';
import { localDay } from '../../domain/time/time-zone.js';
import { isLeftOut, isOutside } from '../cycle/index.js';
import { answeredPages, askedPages, isBegunCheckIn, isBegunView } from '../questionnaire/index.js';

/** A person who is managed, as one manager may see them; see `ReportState`. */
export interface ReportRow {
  id: string;
  slackUserId: string;
  name: string;
  timeZone: string;
  managerId: string;
  hasRole: boolean;
  leftOut: boolean;
  /** The cycle is for others alone. */
  outside: boolean;
  roleLost: boolean;
  checkInId: string | null;
  /** Null while nothing in it is answered. */
  checkIn: 'draft' | 'submitted' | null;
  /** Of a draft: pages on which something is answered, and all pages. */
  answered: number | null;
  pages: number | null;
  submittedAt: Date | null;
  revealedAt: Date | null;
  /** Revealed with the assessment of the manager of today, and not of one before. */
  isOurs: boolean | null;
  /** Null while nothing in it is answered. */
  view: 'draft' | 'submitted' | null;
  talkedOn: Date | null;
  hasRevealed: boolean;
  nudgeWaits: boolean | null;
  nudgedAt: Date | null;
}

/**
 * The reports of these managers in one statement, however many they are; none of a manager who has
 * left. No answer of theirs is read.
 */
export async function readReports(
  db: Database | Transaction,
  {
    workspaceId,
    cycleId,
    managerIds,
    at,
  }: { workspaceId: string; cycleId: string; managerIds: string[]; at: Date },
): Promise<ReportRow[]> {
  return db.$queryRaw<ReportRow[]>`
    SELECT person.id, person.slack_user_id AS "slackUserId", person.name,
      person.time_zone AS "timeZone", person.manager_id AS "managerId",
      person.role_key IS NOT NULL AS "hasRole",
      ${isLeftOut(cycleId, dayFromDate(at))} AS "leftOut",
      ${isOutside(cycleId)} AS outside,
      coalesce(cardinality(workspace.role_keys) > 0
        AND person.role_key <> ALL(workspace.role_keys), false) AS "roleLost", check_in.id AS "checkInId",
      check_in.state::text AS "checkIn",
      CASE WHEN check_in.state = 'draft' THEN ${answeredPages} END AS answered,
      CASE WHEN check_in.state = 'draft' THEN ${askedPages} END AS pages, check_in.submitted_at AS "submittedAt",
      check_in.revealed_at AS "revealedAt", revealed.author_id = person.manager_id AS "isOurs",
      own.state::text AS "view",
      conversation.held_on AS "talkedOn",
      EXISTS (
        SELECT 1 FROM check_in AS past JOIN assessment ON assessment.id = past.assessment_id
        WHERE past.workspace_id = person.workspace_id AND past.person_id = person.id
          AND past.revealed_at IS NOT NULL AND assessment.author_id = person.manager_id
      ) AS "hasRevealed",
      nudge.waits AS "nudgeWaits", nudge.sent_at AS "nudgedAt"
    FROM person
    JOIN workspace ON workspace.id = person.workspace_id
    JOIN person AS manager ON manager.id = person.manager_id AND manager.left_at IS NULL
    LEFT JOIN check_in ON check_in.person_id = person.id AND check_in.cycle_id = ${cycleId}::uuid
      AND ${isBegunCheckIn}
    LEFT JOIN assessment AS revealed ON revealed.id = check_in.assessment_id
    LEFT JOIN assessment AS own ON own.cycle_id = ${cycleId}::uuid
      AND own.subject_id = person.id AND own.author_id = person.manager_id
      AND EXISTS (SELECT FROM assessment AS view WHERE view.id = own.id AND ${isBegunView})
    LEFT JOIN conversation ON conversation.cycle_id = ${cycleId}::uuid
      AND conversation.person_id = person.id
    LEFT JOIN LATERAL (
      SELECT bool_or(state IN ('due', 'claimed', 'held') AND sent_at IS NULL) AS waits,
        max(sent_at) AS sent_at
      FROM delivery
      WHERE workspace_id = person.workspace_id AND recipient_id = person.id
        AND cycle_id = ${cycleId}::uuid AND kind = 'nudge'
    ) AS nudge ON true
    WHERE person.workspace_id = ${workspaceId}::uuid AND person.left_at IS NULL
      AND NOT person.is_bot AND person.manager_id = ANY(${managerIds}::uuid[])`;
}

/** `cycleOpen`: whether the rows were read for an open cycle; while one is, views come first. */
export function toReport(
  row: ReportRow,
  { timeZone, at, cycleOpen }: { timeZone: string; at: Date; cycleOpen: boolean },
): ReportState {
  const { checkIn, submittedAt, revealedAt, talkedOn, hasRevealed } = row;
  const state = checkIn ? checkInState({ state: checkIn, revealedAt }) : 'none';
  const sent = state === 'submitted' || state === 'revealed';
  const view = row.view ?? 'none';
  const owesNothing = !owesAssessment({ cycleOpen: cycleOpen && !row.outside, assessment: view });
  const mayRead = (revealed: boolean, shared: boolean) =>
    may('readBrief', {
      ...{ relation: 'manager', revealed, shared, owesNothing },
      openAbove: false,
    });
  return {
    personId: row.id,
    slackUserId: row.slackUserId,
    name: row.name,
    hasRole: row.hasRole,
    ...(row.leftOut && { leftOut: true }),
    ...(row.outside && { outside: true }),
    roleLost: row.roleLost,
    checkIn: state,
    progress:
      state === 'draft' ? { answered: row.answered ?? 0, asked: row.pages ?? 0 } : undefined,
    submittedOn: sent && submittedAt ? localDay(submittedAt, timeZone) : undefined,
    view,
    brief: mayRead(revealedAt !== null, row.isOurs === true)
      ? briefReady(row, timeZone)
      : undefined,
    talkedOn: talkedOn ? dayFromDate(talkedOn) : undefined,
    hasHistory: mayRead(hasRevealed, hasRevealed),
    nudge: nudgeState(row, at),
    ...(row.nudgedAt && { nudgedOn: localDay(row.nudgedAt, row.timeZone) }),
  };
}

function briefReady(
  { checkInId, revealedAt }: ReportRow,
  timeZone: string,
): BriefReady | undefined {
  if (!checkInId || !revealedAt) return undefined;
  return { checkInId, since: localDay(revealedAt, timeZone) };
}

function nudgeState({ nudgeWaits, nudgedAt, timeZone }: ReportRow, at: Date): NudgeState {
  if (nudgeWaits) return 'waiting';
  const sentToday = nudgedAt !== null && localDay(nudgedAt, timeZone) === localDay(at, timeZone);
  return sentToday ? 'sent_today' : 'possible';
}
