import type { Database, Person } from '../src/database/index.js';
import { unavailableUntil } from '../src/domain/availability/availability.js';
import { checkInState } from '../src/domain/check-in/check-in.js';
import { expiryOf } from '../src/domain/reminder/cycle-plan.js';
import { decide } from '../src/domain/reminder/decide.js';
import { decidedKey } from '../src/domain/reminder/decided.js';
import type { TeamFacts } from '../src/domain/reminder/recipient-facts.js';
import { groupTeam, type ReportState, todoOf } from '../src/domain/team/team.js';
import { dayFromDate } from '../src/domain/time/day.js';
import { localDay } from '../src/domain/time/time-zone.js';
import { availabilityOf } from '../src/services/availability/index.js';
import { toCycle } from '../src/services/cycle/index.js';
import { type PlannedCycle, planOf } from '../src/services/reminder/index.js';

/**
 * Plans in the obvious way, as a comparison: manager by manager, report by report, with queries for
 * each, and one insert for each decision. The rules are the same. Returns how many decisions were
 * made.
 */
export async function planPlainly(
  db: Database,
  { workspaceId, managerIds, at }: { workspaceId: string; managerIds: string[]; at: Date },
): Promise<number> {
  const workspace = await db.workspace.findUniqueOrThrow({ where: { id: workspaceId } });
  const rows = await db.cycle.findMany({ where: { workspaceId }, orderBy: { reviewOn: 'asc' } });
  const cycles = rows.map(toCycle);
  const open = cycles.at(-1);
  if (!open) throw new Error('This company has no cycle.');
  const planned = planOf(workspace, open, cycles);
  let decided = 0;
  for (const id of managerIds) {
    const manager = await db.person.findUniqueOrThrow({ where: { id } });
    const reports = await db.person.findMany({
      where: { workspaceId, managerId: id, leftAt: null, isBot: false },
    });
    const states: ReportState[] = [];
    for (const report of reports) states.push(await stateOf(db, planned, report));
    const team = {
      ...todoOf(groupTeam(states)),
      firstActionItemDue: await firstDue(db, reports),
      waitingForView: await sentAtOf(db, planned, reports),
    };
    decided += await planOne(db, planned, { person: manager, team, at });
    for (const person of reports) {
      decided += await planOne(db, planned, { person, team: undefined, at });
    }
  }
  return decided;
}

async function planOne(
  db: Database,
  planned: PlannedCycle,
  { person, team, at }: { person: Person; team: TeamFacts | undefined; at: Date },
): Promise<number> {
  const { id: recipientId, workspaceId, timeZone } = person;
  const { id: cycleId } = planned.cycle;
  const checkIn = await db.checkIn.findFirst({ where: { cycleId, personId: recipientId } });
  const before = await db.delivery.findMany({ where: { workspaceId, cycleId, recipientId } });
  const since = [checkIn?.startedAt, ...before.map(({ sentAt }) => sentAt)].find((one) => one);
  const facts = {
    timeZone,
    active: true,
    unplaced: false,
    isAdmin: person.isAdmin,
    ...{ teamNotifiedAt: undefined, teamMessageWaits: false, lastNotifiedAt: undefined },
    // The cycle is open: nothing depends on its end.
    cycle: { tookPart: false, invited: false },
    participates: person.roleKey !== null,
    checkIn: checkIn ? checkInState(checkIn) : ('none' as const),
    knowsSince: since ? localDay(since, timeZone) : undefined,
    team,
    unavailableUntil: unavailableUntil(availabilityOf(person), at),
    decided: new Set(before.map(({ kind, step }) => decidedKey(kind as 'digest', step))),
  };
  const decisions = decide(planned.plan, facts, at);
  for (const { kind, step, silentBecause } of decisions) {
    const key = [kind, cycleId, recipientId, step].join(':');
    await db.delivery.create({
      data: {
        ...{ workspaceId, key, kind, recipientId, cycleId, step, dueAt: at },
        expiresAt: expiryOf(planned.plan, { step, timeZone, repeats: false }),
        state: silentBecause ? 'obsolete' : 'due',
        reason: silentBecause ?? null,
      },
    });
  }
  return decisions.length;
}

async function stateOf(
  db: Database,
  { cycle }: PlannedCycle,
  report: Person,
): Promise<ReportState> {
  const { id: personId, slackUserId, name, managerId } = report;
  const cycleId = cycle.id;
  const checkIn = await db.checkIn.findFirst({ where: { cycleId, personId } });
  const view = await db.assessment.findFirst({
    where: { cycleId, subjectId: personId, authorId: managerId ?? '' },
  });
  const conversation = await db.conversation.findFirst({ where: { cycleId, personId } });
  return {
    ...{ personId, slackUserId, name, hasRole: report.roleKey !== null },
    checkIn: checkIn ? checkInState(checkIn) : 'none',
    submittedOn: undefined,
    view: view?.state ?? 'none',
    brief: checkIn?.revealedAt ? { checkInId: checkIn.id, since: '2027-03-10' } : undefined,
    talkedOn: conversation ? dayFromDate(conversation.heldOn) : undefined,
    hasHistory: false,
    nudge: 'possible',
  };
}

async function sentAtOf(db: Database, { cycle }: PlannedCycle, reports: Person[]): Promise<Date[]> {
  const times: Date[] = [];
  for (const { id: subjectId, managerId } of reports) {
    const checkIn = await db.checkIn.findFirst({
      where: { cycleId: cycle.id, personId: subjectId, state: 'submitted', revealedAt: null },
    });
    const given = await db.assessment.count({
      where: { cycleId: cycle.id, subjectId, authorId: managerId ?? '', state: 'submitted' },
    });
    if (checkIn?.submittedAt && given === 0) times.push(checkIn.submittedAt);
  }
  return times;
}

async function firstDue(db: Database, reports: Person[]): Promise<string | undefined> {
  const days: string[] = [];
  for (const { workspaceId, id: personId } of reports) {
    const actions = await db.actionItem.findMany({
      where: { workspaceId, personId, state: 'open' },
    });
    days.push(...actions.map(({ dueOn }) => dayFromDate(dueOn)));
  }
  return days.sort()[0];
}
