import type { Database, Transaction } from '../../database/index.js';
import { groupTeam, type Team } from '../../domain/team/team.js';
import type { Day } from '../../domain/time/day.js';
import { localDay } from '../../domain/time/time-zone.js';
import type { ActionItem } from '../action-item/index.js';
import type { Context } from '../context.js';
import { type Cycle, findOpenCycle } from '../cycle/index.js';
import { dueActionItemsOf } from './due-action-items.js';
import { type ReportRow, readReports, toReport } from './reports.js';

/** A manager as the team needs them. */
export interface Reader {
  id: string;
  slackUserId: string;
  timeZone: string;
}

/** A manager's reports in the open cycle, as the digest and the team list show them. */
export interface TeamState {
  cycle: Cycle;
  reader: Reader;
  team: Team;
  /** Open actions of the team, and the manager's own, whose day has come. */
  due: ActionItem[];
  /** The manager's own day. */
  today: Day;
}

/** A manager's team while no cycle is open. */
export type RestingTeam = Omit<TeamState, 'cycle'>;

/** The reports of one manager in the open cycle; undefined where no cycle is open. */
export async function teamState(
  context: Context,
  { workspaceId, manager, at }: { workspaceId: string; manager: Reader; at: Date },
): Promise<TeamState | undefined> {
  const cycle = await findOpenCycle({ db: context.db, clock: { now: () => at } }, workspaceId);
  if (!cycle) return undefined;
  const states = await teamStates(context.db, { cycle, managers: [manager], at });
  return states.get(manager.id);
}

/** What many managers see of their teams, in two statements. */
export async function teamStates(
  db: Database | Transaction,
  {
    cycle,
    managers,
    at,
    isClosed = false,
  }: { cycle: Cycle; managers: Reader[]; at: Date; isClosed?: boolean },
): Promise<Map<string, TeamState>> {
  const { workspaceId } = cycle;
  const [reports, due] = await Promise.all([
    reportsByManager(db, { workspaceId, cycleId: cycle.id, managers, at }),
    dueActionItemsOf(db, { workspaceId, managers, at }),
  ]);
  return new Map(
    managers.map((manager): [string, TeamState] => {
      const resting = restingTeam(manager, { reports, due, at, cycleOpen: !isClosed });
      return [manager.id, { cycle, ...resting }];
    }),
  );
}

/** An id that no row has. */
const noCycleId = '00000000-0000-0000-0000-000000000000';

/** A manager's reports while no cycle is open: who has a role and who doesn't, and due actions. */
export async function teamBetweenCycles(
  { db }: Pick<Context, 'db'>,
  { workspaceId, manager, at }: { workspaceId: string; manager: Reader; at: Date },
): Promise<RestingTeam> {
  const managers = [manager];
  const [reports, due] = await Promise.all([
    reportsByManager(db, { workspaceId, cycleId: noCycleId, managers, at }),
    dueActionItemsOf(db, { workspaceId, managers, at }),
  ]);
  return restingTeam(manager, { reports, due, at, cycleOpen: false });
}

function restingTeam(
  reader: Reader,
  {
    reports,
    due,
    at,
    cycleOpen,
  }: {
    reports: Map<string, ReportRow[]>;
    due: Map<string, ActionItem[]>;
    at: Date;
    cycleOpen: boolean;
  },
): RestingTeam {
  const { id, slackUserId, timeZone } = reader;
  const rows = reports.get(id) ?? [];
  return {
    reader: { id, slackUserId, timeZone },
    team: groupTeam(rows.map((row) => toReport(row, { timeZone, at, cycleOpen }))),
    due: due.get(id) ?? [],
    today: localDay(at, timeZone),
  };
}

async function reportsByManager(
  db: Database | Transaction,
  {
    workspaceId,
    cycleId,
    managers,
    at,
  }: { workspaceId: string; cycleId: string; managers: Reader[]; at: Date },
): Promise<Map<string, ReportRow[]>> {
  const managerIds = managers.map(({ id }) => id);
  const byManager = new Map<string, ReportRow[]>();
  for (const row of await readReports(db, { workspaceId, cycleId, managerIds, at })) {
    const reports = byManager.get(row.managerId);
    if (reports) reports.push(row);
    else byManager.set(row.managerId, [row]);
  }
  return byManager;
}
