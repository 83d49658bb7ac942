import { ownChoice } from '../../domain/access/administration.js';
import { managerOfToday, managerWhoLeft } from '../../domain/access/relation.js';
import { reachableFrom, unavailableUntil } from '../../domain/availability/availability.js';
import { type CheckInState, checkInState } from '../../domain/check-in/check-in.js';
import { type Day, dayFromDate } from '../../domain/time/day.js';
import { localDay } from '../../domain/time/time-zone.js';
import { chosenAvailabilityOf } from '../availability/index.js';
import type { Context } from '../context.js';
import {
  type Cycle,
  findOpenCycle,
  isBack,
  type LeftOut,
  nextCycle,
  readExclusions,
} from '../cycle/index.js';
import { begunCheckIns } from '../questionnaire/index.js';
import { lostRoleTitle } from './lost-roles.js';
import { admit, isHere, type Person, toPerson, type WhoInSlack } from './people.js';
import { findWaitingChoice, type WaitingChoice } from './requests.js';

/** A person's current position. */
export interface Overview {
  person: Person;
  /** The Slack user id of the manager of today. */
  managerSlackUserId: string | undefined;
  /** That of a manager who is set and has left. */
  managerWhoLeftSlackUserId?: string | undefined;
  /** What their role was called, where it is no longer on the ladder. */
  lostRole?: string | undefined;
  /** The admins to ask, by Slack id, where these alone set roles and managers and the person is none. */
  adminsToAsk?: string[] | undefined;
  /** Whether they have sent a check-in, in this cycle or an earlier one. */
  hasSent: boolean;
  /** What they have chosen, while it waits for a yes. */
  waiting?: WaitingChoice | undefined;
  /** How many people report to them. */
  reports: number;
  cycle: Cycle | undefined;
  /** The next one to open; asked only where none is open. */
  nextCycle: Cycle | undefined;
  /** Their check-in in the open cycle, 'none' until something in it is answered. */
  checkIn: 'none' | CheckInState;
  /** Its id, once it is revealed: there is a brief then. */
  briefOf: string | undefined;
  /** The day of their recorded conversation in the open cycle. */
  talkedOn?: Day | undefined;
  /** Whether the open cycle leaves them out: until which day, or to its end. */
  leftOut?: LeftOut | undefined;
  /** Their own day. */
  today: Day;
  /** When messages come again, if the person has snoozed or is away. */
  unavailableUntil: Date | undefined;
}

/**
 * Reads the person's role, manager, reports and current cycle. Throws as `findOrAddPerson` does for
 * a person who is no full member.
 */
export async function readOverview(context: Context, who: WhoInSlack): Promise<Overview> {
  const { workspaceId } = who;
  const [known, cycle] = await Promise.all([
    findPlaced(context, who),
    findOpenCycle(context, workspaceId),
  ]);
  const row = known && isHere(known) ? known : await addPlaced(context, who);
  const person = toPerson(row);
  const today = localDay(context.clock.now(), person.timeZone);
  const [checkIn, next, lostRole, adminsToAsk, exclusion, sent, waiting] = await Promise.all([
    cycle &&
      begunCheckIns(context.db, { cycleId: cycle.id, personIds: [row.id] }).then(([one]) => one),
    cycle ? undefined : nextCycle(context, workspaceId, row.id),
    lostRoleTitle(context, person),
    findAdminsToAsk(context, row),
    cycle &&
      readExclusions(context.db, { cycleId: cycle.id, personIds: [row.id] }).then((found) =>
        found.get(row.id),
      ),
    context.db.checkIn.findFirst({
      where: { workspaceId, personId: row.id, state: 'submitted' },
      select: { id: true },
    }),
    findWaitingChoice(context.db, row.id),
  ]);
  const talk =
    cycle && checkIn?.revealedAt
      ? await context.db.conversation.findFirst({
          where: { workspaceId, personId: row.id, cycleId: cycle.id },
          select: { heldOn: true },
        })
      : undefined;
  return {
    person,
    managerSlackUserId: managerOfToday(row)?.slackUserId,
    managerWhoLeftSlackUserId: managerWhoLeft(row)?.slackUserId,
    lostRole,
    adminsToAsk,
    hasSent: sent !== null,
    waiting,
    reports: row._count.reports,
    cycle,
    nextCycle: next,
    checkIn: checkIn ? checkInState(checkIn) : 'none',
    briefOf: checkIn?.revealedAt ? checkIn.id : undefined,
    ...(talk && { talkedOn: dayFromDate(talk.heldOn) }),
    leftOut: exclusion && !isBack(exclusion, today) ? exclusion : undefined,
    today,
    unavailableUntil: pausedUntil(row, context.clock.now()),
  };
}

/** So many are named. */
const mostAdmins = 5;

async function findAdminsToAsk(
  { db }: Context,
  { workspaceId, isAdmin, workspace }: PlacedRow,
): Promise<string[] | undefined> {
  if (ownChoice({ isAdmin, rolesSetBy: workspace.rolesSetBy }) !== 'not') return undefined;
  const admins = await db.person.findMany({
    where: { workspaceId, isAdmin: true, leftAt: null, isBot: false },
    select: { slackUserId: true },
    orderBy: [{ name: 'asc' }, { id: 'asc' }],
    take: mostAdmins,
  });
  return admins.map(({ slackUserId }) => slackUserId);
}

function pausedUntil(row: PlacedRow, at: Date): Date | undefined {
  const chosen = chosenAvailabilityOf(row);
  const held = unavailableUntil(chosen, at);
  return held && (reachableFrom(chosen, at, row.workspace) ?? held);
}

type PlacedRow = NonNullable<Awaited<ReturnType<typeof findPlaced>>>;

/** Somebody with their manager and the number of their reports, or null if they are new to us. */
function findPlaced({ db }: Context, { workspaceId, slackUserId }: WhoInSlack) {
  return db.person.findUnique({
    where: { workspaceId_slackUserId: { workspaceId, slackUserId } },
    include: {
      manager: { select: { slackUserId: true, leftAt: true } },
      workspace: true,
      _count: { select: { reports: { where: { leftAt: null, isBot: false } } } },
    },
  });
}

async function addPlaced(context: Context, who: WhoInSlack) {
  await admit(context, who);
  const added = await findPlaced(context, who);
  if (!added) throw new Error('a person was erased while they were being added');
  return added;
}
