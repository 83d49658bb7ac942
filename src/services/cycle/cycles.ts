import type { Database, Transaction, Workspace as WorkspaceRow } from '../../database/index.js';
import { type CyclePace, comingCycles } from '../../domain/cycle/cycle.js';
import { dateFromDay, dayFromDate } from '../../domain/time/day.js';
import { localDay } from '../../domain/time/time-zone.js';
import type { Clock, Context } from '../context.js';
import { type Cycle, startOfDay, toCycle } from '../open-cycle/index.js';
import { isBegunCheckIn } from '../questionnaire/index.js';
import { timeZonesOf } from '../workspace/index.js';

export interface ListedCycle extends Cycle {
  /** Participants: people who are there and have a role; of a cycle for some, its members. */
  participants: number;
  /** Something is answered, or it is sent. */
  started: number;
  submitted: number;
}

/** The pace that a workspace has set. */
export function paceOf(workspace: WorkspaceRow): CyclePace {
  const { cadence, firstMonth, opensDaysBefore, dueDaysBefore, workingDays, daysOff } = workspace;
  return { cadence, firstMonth, opensDaysBefore, dueDaysBefore, workingDays, daysOff };
}

/**
 * Creates the next cycles of the workspace's cadence; existing ones stay as they are, rescheduled
 * or not.
 */
export async function ensureCycles(
  { db, clock }: { db: Database | Transaction; clock: Clock },
  workspaceId: string,
): Promise<void> {
  const workspace = await db.workspace.findUniqueOrThrow({ where: { id: workspaceId } });
  const cycles = comingCycles(paceOf(workspace), dayFromDate(clock.now()));
  if (cycles.length === 0) return;
  await db.cycle.createMany({
    data: cycles.map(({ period, name, opensOn, dueOn, reviewOn }) => ({
      workspaceId,
      period,
      name,
      opensOn: dateFromDay(opensOn),
      dueOn: dateFromDay(dueOn),
      reviewOn: dateFromDay(reviewOn),
    })),
    skipDuplicates: true,
  });
}

/**
 * Opens the cycles whose first day has come where the day begins first among the workspace's
 * people, and pins the framework's current version to them. Throws UserFacingError where a cycle
 * is due to open and the workspace has no framework.
 */
export async function openDueCycles(
  { db, clock, frameworks }: Pick<Context, 'db' | 'clock' | 'frameworks'>,
  workspaceId: string,
): Promise<void> {
  const at = clock.now();
  const waiting = await db.cycle.findMany({
    where: { workspaceId, openedAt: null, cancelledAt: null, reviewOn: { gte: startOfDay(at) } },
  });
  if (waiting.length === 0) return;
  const days = (await timeZonesOf(db, workspaceId)).map((timeZone) => localDay(at, timeZone));
  const opening = waiting.filter(({ opensOn }) => {
    const firstDay = dayFromDate(opensOn);
    return firstDay <= dayFromDate(at) || days.some((today) => firstDay <= today);
  });
  if (opening.length === 0) return;
  await db.cycle.updateMany({
    where: { id: { in: opening.map(({ id }) => id) }, openedAt: null },
    data: { openedAt: at, frameworkVersionId: frameworks.current(workspaceId).id },
  });
}

/** All cycles, the latest review first. */
export async function readCycles(
  { db }: Pick<Context, 'db'>,
  workspaceId: string,
): Promise<Cycle[]> {
  const rows = await db.cycle.findMany({ where: { workspaceId }, orderBy: { reviewOn: 'desc' } });
  return rows.map(toCycle);
}

/** All cycles, the latest review first, each with how many check-ins it has. */
export async function listCycles(
  { db }: Pick<Context, 'db'>,
  workspaceId: string,
): Promise<ListedCycle[]> {
  const [rows, counts, participants] = await Promise.all([
    db.cycle.findMany({ where: { workspaceId }, orderBy: { reviewOn: 'desc' } }),
    countCheckIns(db, workspaceId),
    db.person.count({ where: { workspaceId, ...takingPart } }),
  ]);
  const members = await db.cycleMember.groupBy({
    by: ['cycleId'],
    where: { workspaceId, person: takingPart },
    _count: true,
  });
  const membersOf = new Map(members.map(({ cycleId, _count }) => [cycleId, _count]));
  const countsOf = new Map(counts.map(({ cycleId, ...count }) => [cycleId, count]));
  return rows.map((row) => ({
    ...toCycle(row),
    participants: row.forSome ? (membersOf.get(row.id) ?? 0) : participants,
    ...(countsOf.get(row.id) ?? { started: 0, submitted: 0 }),
  }));
}

const takingPart = { leftAt: null, isBot: false, roleKey: { not: null } };

/** By cycle: in how many check-ins something is answered, and how many are sent. */
function countCheckIns(db: Context['db'], workspaceId: string) {
  return db.$queryRaw<{ cycleId: string; started: number; submitted: number }[]>`
    SELECT cycle_id AS "cycleId", count(*) FILTER (WHERE ${isBegunCheckIn})::int AS started,
      count(*) FILTER (WHERE state = 'submitted')::int AS submitted
    FROM check_in WHERE workspace_id = ${workspaceId}::uuid GROUP BY cycle_id`;
}
