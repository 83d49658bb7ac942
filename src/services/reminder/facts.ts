import type { Database, Person, Transaction } from '../../database/index.js';
import { unavailableUntil } from '../../domain/availability/availability.js';
import { checkInState } from '../../domain/check-in/check-in.js';
import type { RecipientFacts } from '../../domain/reminder/recipient-facts.js';
import type { Day } from '../../domain/time/day.js';
import { localDay } from '../../domain/time/time-zone.js';
import { adminsToNotify } from '../access/index.js';
import { availabilityOf } from '../availability/index.js';
import { readCycleEnd } from '../completion/index.js';
import { type Cycle, isBack, type LeftOut, readExclusions } from '../cycle/index.js';
import { begunCheckIns } from '../questionnaire/index.js';
import { teamFacts } from '../team/index.js';
import {
  type DeliveryFact,
  decidedKeys,
  isDecided,
  knowsSince,
  notifiedOfTeam,
  readDeliveries,
  readLastNotified,
} from './delivery-facts.js';

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
      readCycleEnd(db, cycle),
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
