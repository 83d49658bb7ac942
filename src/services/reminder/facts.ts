import type {
  Database,
  DeliveryState,
  Person,
  Transaction,
  Workspace,
} from '../../database/index.js';
import { unavailableUntil } from '../../domain/availability/availability.js';
import { checkInState } from '../../domain/check-in/check-in.js';
import { type CycleDates, lastDayOf } from '../../domain/cycle/cycle.js';
import {
  type CyclePlan,
  decidedKey,
  isDigest,
  isForTeam,
  messageKinds,
  type RecipientFacts,
} from '../../domain/reminder/plan.js';
import { stepsOf } from '../../domain/reminder/steps.js';
import { summaryDays } from '../../domain/reminder/summary-days.js';
import type { Day } from '../../domain/time/day.js';
import { localDay } from '../../domain/time/working-hours.js';
import { adminsToNotify } from '../access/index.js';
import { availabilityOf } from '../availability/index.js';
import { readCycleEnd } from '../completion/index.js';
import { type Cycle, isBack, type LeftOut, readExclusions } from '../cycle/index.js';
import { passingReasons } from '../delivery/index.js';
import { begunCheckIns } from '../questionnaire/index.js';
import { teamFacts } from '../team/index.js';

/** A cycle with what the plan needs of its workspace. */
export interface PlannedCycle {
  cycle: Cycle;
  plan: CyclePlan;
}

/** A person with everything that decides what they are sent in a cycle. */
export interface RecipientInCycle {
  person: Person;
  active: boolean;
  facts: RecipientFacts;
  /** The manager who is set for them, of today or one who has left. */
  manager: Pick<Person, 'id' | 'slackUserId' | 'leftAt'> | null;
  /** Their own day on which they sent their check-in; undefined while it isn't in. */
  sentOn: Day | undefined;
}

/** The states of a message that has still to leave. */
const waitingStates: readonly DeliveryState[] = ['due', 'claimed', 'held'];

type DeliveryFact = Awaited<ReturnType<typeof readDeliveries>>[number];

/** `all`: the workspace's cycles, among which this one ends where the next opens. */
export function planOf(
  workspace: Workspace,
  cycle: Cycle,
  all: readonly CycleDates[],
): PlannedCycle {
  const { workingDays, workingFrom, workingTo, daysOff, countryHours } = workspace;
  const { opensOn, reviewOn } = cycle;
  const lastDay = lastDayOf(cycle, all);
  const steps = stepsOf(cycle, workspace);
  const working = { workingDays, workingFrom, workingTo, daysOff, countryHours };
  const days = summaryDays(cycle, lastDay, working);
  return { cycle, plan: { opensOn, reviewOn, lastDay, steps, summaryDays: days, ...working } };
}

/** Reads what decides about these people: ten statements at most, however many they are. */
export async function readFacts(
  db: Database | Transaction,
  { cycle, people, at }: { cycle: Cycle; people: Person[]; at: Date },
): Promise<RecipientInCycle[]> {
  const ids = people.map(({ id }) => id);
  const managerIds = new Set(people.map(({ managerId }) => managerId).filter((id) => id !== null));
  const hasAdmins = people.some(({ isAdmin }) => isAdmin);
  const [checkIns, deliveries, lastNotified, teams, exclusions, managers, cycleEnd, admins] =
    await Promise.all([
      begunCheckIns(db, { cycleId: cycle.id, personIds: ids }),
      readDeliveries(db, cycle, ids),
      readLastNotified(db, ids, at),
      teamFacts(db, { cycle, managers: people, at }),
      readExclusions(db, { cycleId: cycle.id, personIds: ids }),
      db.person.findMany({
        where: { id: { in: [...managerIds] } },
        select: { id: true, slackUserId: true, leftAt: true },
      }),
      readCycleEnd(db, cycle, { unfinished: hasAdmins }),
      hasAdmins ? adminsToNotify(db, cycle.workspaceId) : ([] as string[]),
    ]);
  const checkInOf = new Map(checkIns.map((checkIn) => [checkIn.personId, checkIn]));
  const deliveriesOf = new Map<string, DeliveryFact[]>(ids.map((id) => [id, []]));
  for (const delivery of deliveries) deliveriesOf.get(delivery.recipientId)?.push(delivery);
  const managerById = new Map(managers.map((manager) => [manager.id, manager]));
  return people.map((person) => {
    const checkIn = checkInOf.get(person.id);
    const manager = managerById.get(person.managerId ?? '') ?? null;
    const team = teams.get(person.id);
    const active = person.leftAt === null && !person.isBot;
    const decided = deliveriesOf.get(person.id) ?? [];
    return {
      person,
      active,
      manager,
      sentOn: checkIn?.submittedAt ? localDay(checkIn.submittedAt, person.timeZone) : undefined,
      facts: {
        timeZone: person.timeZone,
        active,
        isAdmin: active && admins.includes(person.id),
        unplaced: active && isUnplaced(person, cycle, exclusions.has(person.id)),
        ...takesPart(person, active, { exclusion: exclusions.get(person.id), at }),
        checkIn: checkIn ? checkInState(checkIn) : 'none',
        knowsSince: knowsSince(decided, checkIn?.startedAt, person.timeZone),
        team: active ? team : undefined,
        ...notifiedOfTeam(decided),
        lastNotifiedAt: lastNotified.get(person.id),
        cycle: cycleEnd,
        unavailableUntil: unavailableUntil(availabilityOf(person), at),
        decided: new Set(decided.filter(isDecided).flatMap(decidedKeys)),
      },
    };
  });
}

/** Whether somebody takes part now and, where they are left out, from which day on. */
function takesPart(
  { roleKey, timeZone }: Person,
  active: boolean,
  { exclusion, at }: { exclusion: LeftOut | undefined; at: Date },
): Pick<RecipientFacts, 'participates' | 'joinsOn'> {
  const participates = active && roleKey !== null;
  if (!exclusion || !participates) return { participates };
  if (isBack(exclusion, localDay(at, timeZone))) return { participates };
  return { participates: false, joinsOn: exclusion.until };
}

/** Whether somebody has a manager and no role, and is asked for it when the cycle opens. */
function isUnplaced(
  { roleKey, managerId, createdAt }: Person,
  { openedAt }: Cycle,
  isExcluded: boolean,
): boolean {
  if (roleKey !== null || managerId === null || isExcluded) return false;
  return openedAt === undefined || createdAt < openedAt;
}

function readDeliveries(db: Database | Transaction, cycle: Cycle, recipientIds: string[]) {
  return db.delivery.findMany({
    where: {
      workspaceId: cycle.workspaceId,
      recipientId: { in: recipientIds },
      cycleId: cycle.id,
      kind: { in: [...messageKinds] },
    },
    select: { recipientId: true, kind: true, step: true, state: true, reason: true, sentAt: true },
  });
}

/** When each person last got a message in the two days before an instant. */
async function readLastNotified(
  db: Database | Transaction,
  recipientIds: string[],
  at: Date,
): Promise<Map<string, Date>> {
  const since = new Date(at.getTime() - 2 * 24 * 60 * 60 * 1000);
  const rows = await db.delivery.groupBy({
    by: ['recipientId'],
    where: { recipientId: { in: recipientIds }, sentAt: { gte: since, lte: at } },
    _max: { sentAt: true },
  });
  return new Map(
    rows.flatMap(({ recipientId, _max }) =>
      _max.sentAt ? [[recipientId, _max.sentAt] as [string, Date]] : [],
    ),
  );
}

function notifiedOfTeam(deliveries: DeliveryFact[]) {
  const ofTeam = deliveries.filter(isForTeam);
  const times = ofTeam.flatMap(({ sentAt }) => (sentAt ? [sentAt.getTime()] : []));
  return {
    teamNotifiedAt: times.length > 0 ? new Date(Math.max(...times)) : undefined,
    teamMessageWaits: ofTeam.some(
      ({ kind, state }) => isDigest({ kind }) && waitingStates.includes(state),
    ),
  };
}

function knowsSince(
  deliveries: DeliveryFact[],
  startedAt: Date | undefined,
  timeZone: string,
): string | undefined {
  const invited = deliveries.find(({ kind, sentAt }) => kind === 'invitation' && sentAt !== null);
  const days = [invited?.sentAt, startedAt]
    .filter((instant) => instant instanceof Date)
    .map((instant) => localDay(instant, timeZone));
  return days.sort()[0];
}

function isDecided({ state, reason }: DeliveryFact): boolean {
  return state !== 'obsolete' || !passingReasons.includes(reason ?? '');
}

/** An "all set" decides its digest step as well. */
function decidedKeys({ kind, step }: DeliveryFact): string[] {
  const known = messageKinds.find((one) => one === kind);
  if (known === undefined) return [];
  return known === 'all_set' ? ['all_set', decidedKey('digest', step)] : [decidedKey(known, step)];
}
