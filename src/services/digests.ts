import type { Database, Transaction } from '../database/index.js';
import type { Day } from '../domain/day.js';
import { groupTeam, type NudgeState, type ReportState, type Team } from '../domain/digest.js';
import { localDay } from '../domain/working-hours.js';
import type { Context } from './context.js';
import { type Cycle, findOpenCycle } from './cycles.js';

/** A manager's reports in the open cycle, as the digest and the team list show them. */
export interface TeamState {
  cycle: Cycle;
  team: Team;
  /** The manager's own day. */
  today: Day;
}

/** "3 of 5 check-ins are in", whom it waits for, and what can be done about it. */
export interface DigestMessage extends TeamState {
  kind: 'digest';
}

/** Nothing is left to do before the review; sent once a cycle. */
export interface AllSetMessage extends TeamState {
  kind: 'all_set';
}

/** A manager as the team needs them. */
export interface Reader {
  id: string;
  timeZone: string;
}

interface ReportRow {
  id: string;
  slackUserId: string;
  name: string;
  timeZone: string;
  managerId: string;
  hasRole: boolean;
  checkIn: 'draft' | 'submitted' | null;
  submittedAt: Date | null;
  nudgeWaits: boolean | null;
  nudgedAt: Date | null;
}

/** The reports of one manager in the open cycle; undefined where no cycle is open. */
export async function teamState(
  context: Context,
  { workspaceId, manager, at }: { workspaceId: string; manager: Reader; at: Date },
): Promise<TeamState | undefined> {
  const cycle = await findOpenCycle({ db: context.db, clock: { now: () => at } }, workspaceId);
  if (!cycle) return undefined;
  const states = await teamStates(context.db, { cycle, managers: [manager], at });
  return states.get(manager.id) ?? emptyTeam(cycle, manager, at);
}

/** The reports of many managers, in one statement; managers without reports are left out. */
export async function teamStates(
  db: Database | Transaction,
  { cycle, managers, at }: { cycle: Cycle; managers: Reader[]; at: Date },
): Promise<Map<string, TeamState>> {
  const rows = await readReports(
    db,
    cycle,
    managers.map(({ id }) => id),
  );
  const byManager = new Map<string, ReportRow[]>();
  for (const row of rows) {
    const reports = byManager.get(row.managerId);
    if (reports) reports.push(row);
    else byManager.set(row.managerId, [row]);
  }
  const states = managers.flatMap((manager): [string, TeamState][] => {
    const reports = byManager.get(manager.id);
    if (!reports) return [];
    const team = groupTeam(reports.map((row) => toReport(row, manager.timeZone, at)));
    return [[manager.id, { ...emptyTeam(cycle, manager, at), team }]];
  });
  return new Map(states);
}

/** An id that no row has. */
const noCycleId = '00000000-0000-0000-0000-000000000000';

/** A manager's reports while no cycle is open: who has a role and who doesn't. */
export async function teamBetweenCycles(
  { db }: Pick<Context, 'db'>,
  { workspaceId, manager, at }: { workspaceId: string; manager: Reader; at: Date },
): Promise<Team> {
  const rows = await readReports(db, { id: noCycleId, workspaceId }, [manager.id]);
  return groupTeam(rows.map((row) => toReport(row, manager.timeZone, at)));
}

function emptyTeam(cycle: Cycle, manager: Reader, at: Date): TeamState {
  const { timeZone } = manager;
  return { cycle, team: groupTeam([]), today: localDay(at, timeZone) };
}

async function readReports(
  db: Database | Transaction,
  cycle: Pick<Cycle, 'id' | 'workspaceId'>,
  managerIds: string[],
): Promise<ReportRow[]> {
  return db.$queryRaw<ReportRow[]>`
    SELECT person.id, person.slack_user_id AS "slackUserId", person.name,
      person.time_zone AS "timeZone", person.manager_id AS "managerId",
      person.role_key IS NOT NULL AS "hasRole", check_in.state::text AS "checkIn",
      check_in.submitted_at AS "submittedAt", nudge.waits AS "nudgeWaits", nudge.sent_at AS "nudgedAt"
    FROM person
    LEFT JOIN check_in ON check_in.person_id = person.id AND check_in.cycle_id = ${cycle.id}::uuid
    LEFT JOIN LATERAL (
      SELECT bool_or(state IN ('due', 'claimed')) AS waits, max(sent_at) AS sent_at
      FROM delivery
      WHERE workspace_id = person.workspace_id AND recipient_id = person.id
        AND cycle_id = ${cycle.id}::uuid AND kind = 'nudge'
    ) AS nudge ON true
    WHERE person.workspace_id = ${cycle.workspaceId}::uuid AND person.left_at IS NULL
      AND NOT person.is_bot AND person.manager_id = ANY(${managerIds}::uuid[])`;
}

function toReport(row: ReportRow, readersZone: string, at: Date): ReportState {
  const submitted = row.checkIn === 'submitted' && row.submittedAt !== null;
  return {
    personId: row.id,
    slackUserId: row.slackUserId,
    name: row.name,
    hasRole: row.hasRole,
    checkIn: row.checkIn ?? 'none',
    submittedOn: submitted && row.submittedAt ? localDay(row.submittedAt, readersZone) : undefined,
    nudge: nudgeState(row, at),
  };
}

function nudgeState({ nudgeWaits, nudgedAt, timeZone }: ReportRow, at: Date): NudgeState {
  if (nudgeWaits) return 'waiting';
  const sentToday = nudgedAt !== null && localDay(nudgedAt, timeZone) === localDay(at, timeZone);
  return sentToday ? 'sent_today' : 'possible';
}
