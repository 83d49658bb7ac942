import type { Database, Person, Workspace } from '../../database/index.js';
import { unavailableUntil } from '../../domain/availability/availability.js';
import { checkInState } from '../../domain/check-in/check-in.js';
import { type CycleDates, lastDayOf } from '../../domain/cycle/cycle.js';
import {
  type CyclePlan,
  decidedKey,
  messageKinds,
  type RecipientFacts,
} from '../../domain/reminder/plan.js';
import { stepsOf } from '../../domain/reminder/steps.js';
import { localDay } from '../../domain/time/working-hours.js';
import { availabilityOf } from '../availability/index.js';
import type { Cycle } from '../cycle/index.js';
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
}

type DeliveryFact = Awaited<ReturnType<typeof readDeliveries>>[number];

/** `all`: the workspace's cycles, among which this one ends where the next opens. */
export function planOf(
  workspace: Workspace,
  cycle: Cycle,
  all: readonly CycleDates[],
): PlannedCycle {
  const { workingDays } = workspace;
  const { opensOn, reviewOn } = cycle;
  const lastDay = lastDayOf(cycle, all);
  const steps = stepsOf(cycle, workspace);
  return { cycle, plan: { opensOn, reviewOn, lastDay, steps, workingDays } };
}

/** Reads what decides about these people: six statements at most, however many they are. */
export async function readFacts(
  db: Database,
  { cycle, people, at }: { cycle: Cycle; people: Person[]; at: Date },
): Promise<RecipientInCycle[]> {
  const ids = people.map(({ id }) => id);
  const managerIds = new Set(people.map(({ managerId }) => managerId).filter((id) => id !== null));
  const [checkIns, deliveries, teams, managers] = await Promise.all([
    begunCheckIns(db, { cycleId: cycle.id, personIds: ids }),
    readDeliveries(db, cycle, ids),
    teamFacts(db, { cycle, managers: people }),
    db.person.findMany({
      where: { id: { in: [...managerIds] } },
      select: { id: true, slackUserId: true, leftAt: true },
    }),
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
      facts: {
        timeZone: person.timeZone,
        participates: active && person.roleKey !== null,
        checkIn: checkIn ? checkInState(checkIn) : 'none',
        knowsSince: knowsSince(decided, checkIn?.startedAt, person.timeZone),
        team: active ? team : undefined,
        unavailableUntil: unavailableUntil(availabilityOf(person), at),
        decided: new Set(decided.filter(isDecided).flatMap(decidedKeys)),
      },
    };
  });
}

function readDeliveries(db: Database, cycle: Cycle, recipientIds: string[]) {
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
