import type { Database, Transaction } from '../../database/index.js';
import { checkInState } from '../../domain/check-in/check-in.js';
import type { TeamFacts } from '../../domain/reminder/recipient-facts.js';
import { groupTeam, isWaitingForView, type ReportState, todoOf } from '../../domain/team/team.js';
import { type Day, dayFromDate } from '../../domain/time/day.js';
import { type Cycle, isLeftOut, isOutside } from '../cycle/index.js';

/** Reports of one manager who are equally far. */
interface EquallyFar {
  managerId: string;
  hasRole: boolean;
  leftOut: boolean;
  outside: boolean;
  checkIn: 'draft' | 'submitted' | null;
  revealed: boolean;
  /** Revealed with the assessment of the manager of today, and not of one before. */
  isOurs: boolean | null;
  view: 'draft' | 'submitted' | null;
  talked: boolean;
  /** The earliest day of an open action about one of them, or of one that is their manager's own. */
  firstDue: Day | null;
  /** When their check-ins were sent, in milliseconds; empty for drafts. */
  sentAt: number[];
}

/**
 * What the plan has to know of many teams, in two statements; people without reports are left out.
 * Nothing is read but how far the reports are: no names, nudges or earlier cycles, and no answers.
 */
export async function teamFacts(
  db: Database | Transaction,
  {
    cycle,
    managers,
    at,
  }: { cycle: Pick<Cycle, 'id' | 'workspaceId'>; managers: { id: string }[]; at: Date },
): Promise<Map<string, TeamFacts>> {
  const managerIds = await whoManages(db, cycle.workspaceId, managers);
  if (managerIds.length === 0) return new Map();
  const byManager = new Map<string, EquallyFar[]>();
  for (const row of await readProgress(db, cycle, { managerIds, today: dayFromDate(at) })) {
    const others = byManager.get(row.managerId);
    if (others) others.push(row);
    else byManager.set(row.managerId, [row]);
  }
  // A review in which none of their reports is concerns no manager.
  const concerned = [...byManager].filter(([, rows]) => rows.some(({ outside }) => !outside));
  return new Map(
    concerned.map(([managerId, rows]): [string, TeamFacts] => {
      const days = rows.map(({ firstDue }) => firstDue).filter((day) => day !== null);
      const waiting = rows.filter((row) => isWaitingForView(toReport(row)));
      const facts = {
        ...todoOf(groupTeam(rows.map(toReport))),
        firstActionItemDue: days.sort()[0],
        waitingForView: waiting.flatMap(({ sentAt }) => sentAt.map((time) => new Date(time))),
      };
      return [managerId, facts];
    }),
  );
}

/** Few people manage others: asked about all, the database would prepare for as many teams. */
async function whoManages(
  db: Database | Transaction,
  workspaceId: string,
  people: { id: string }[],
): Promise<string[]> {
  const ids = people.map(({ id }) => id);
  const rows = await db.$queryRaw<{ id: string }[]>`
    SELECT id FROM person AS manager
    WHERE manager.id = ANY(${ids}::uuid[]) AND manager.left_at IS NULL AND EXISTS (
      SELECT FROM person
      WHERE person.workspace_id = ${workspaceId}::uuid AND person.manager_id = manager.id
        AND person.left_at IS NULL AND NOT person.is_bot
    )`;
  return rows.map(({ id }) => id);
}

/** OFFSET 0 keeps Postgres from reading the whole workspace for a few of its managers. */
function readProgress(
  db: Database | Transaction,
  { id: cycleId, workspaceId }: Pick<Cycle, 'id' | 'workspaceId'>,
  { managerIds, today }: { managerIds: string[]; today: Day },
): Promise<EquallyFar[]> {
  return db.$queryRaw<EquallyFar[]>`
    SELECT manager_id AS "managerId", has_role AS "hasRole", left_out AS "leftOut", outside, check_in AS "checkIn", revealed,
      is_ours AS "isOurs", view, talked, min(LEAST(first_due, managers_first_due))::text AS "firstDue",
      coalesce(array_agg(sent_at) FILTER (WHERE sent_at IS NOT NULL), '{}') AS "sentAt"
    FROM (
      SELECT person.manager_id, person.role_key IS NOT NULL AS has_role,
        ${isLeftOut(cycleId, today)} AS left_out, ${isOutside(cycleId)} AS outside, check_in.state::text AS check_in,
        (EXTRACT(EPOCH FROM check_in.submitted_at) * 1000)::float8 AS sent_at, check_in.revealed_at IS NOT NULL AS revealed,
        revealed.author_id = person.manager_id AS is_ours, own.state::text AS view,
        conversation.id IS NOT NULL AS talked, manager.first_due AS managers_first_due,
        (
          SELECT min(due_on) FROM action_item
          WHERE action_item.workspace_id = ${workspaceId}::uuid AND action_item.person_id = person.id
            AND action_item.state = 'open'
        ) AS first_due
      FROM (
        SELECT id, (
          SELECT min(due_on) FROM action_item
          WHERE action_item.workspace_id = ${workspaceId}::uuid AND action_item.person_id = manager.id
            AND action_item.owner_id = manager.id AND action_item.state = 'open'
        ) AS first_due
        FROM unnest(${managerIds}::uuid[]) AS manager(id) OFFSET 0
      ) AS manager
      JOIN LATERAL (
        SELECT * FROM person AS report
        WHERE report.workspace_id = ${workspaceId}::uuid AND report.manager_id = manager.id
          AND report.left_at IS NULL AND NOT report.is_bot OFFSET 0
      ) AS person ON true
      LEFT JOIN check_in ON check_in.cycle_id = ${cycleId}::uuid
        AND check_in.person_id = person.id
      LEFT JOIN assessment AS revealed ON revealed.id = check_in.assessment_id
      LEFT JOIN assessment AS own ON own.cycle_id = ${cycleId}::uuid
        AND own.subject_id = person.id AND own.author_id = person.manager_id
      LEFT JOIN conversation ON conversation.cycle_id = ${cycleId}::uuid
        AND conversation.person_id = person.id
    ) AS report
    GROUP BY manager_id, has_role, left_out, outside, check_in, revealed, is_ours, view, talked`;
}

const someDay: Day = '1970-01-01';

/** One of them, with nothing of what makes them a person. */
function toReport(row: EquallyFar): ReportState {
  const { hasRole, leftOut, outside, checkIn, revealed, isOurs, view, talked } = row;
  const revealedAt = revealed ? new Date(0) : null;
  return {
    personId: '',
    slackUserId: '',
    name: '',
    hasRole,
    leftOut,
    outside,
    checkIn: checkIn ? checkInState({ state: checkIn, revealedAt }) : 'none',
    submittedOn: undefined,
    view: view ?? 'none',
    brief: revealed && isOurs ? { checkInId: '', since: someDay } : undefined,
    talkedOn: talked ? someDay : undefined,
    hasHistory: false,
    nudge: 'possible',
  };
}
