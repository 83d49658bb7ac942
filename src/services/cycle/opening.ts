import type { Cycle as CycleRow, Transaction, Workspace } from '../../database/index.js';
import { periodOf } from '../../domain/cycle/cadence.js';
import { type CycleDates, cycleDates, datesFrom, laterOf } from '../../domain/cycle/cycle.js';
import { fitName, hasUnprintable } from '../../domain/text/text.js';
import { addDays, type Day, dateFromDay, dayFromDate, isDay } from '../../domain/time/day.js';
import type { Context } from '../context.js';
import { UserFacingError } from '../errors/index.js';
import { type Cycle, toCycle } from '../open-cycle/index.js';
import { markCycles } from '../redraw-mark/index.js';
import { openDueCycles, paceOf } from './cycles.js';

export interface OpenCycleInput {
  workspaceId: string;
  /** "2027-03-24". */
  reviewOn: string;
  name?: string | undefined;
}

export interface OpenedCycle {
  cycle: Cycle;
  /** Whether it is new, or the cadence's cycle of that period with another date or name. */
  outcome: 'added' | 'moved' | 'unchanged';
}

const longestName = 60;

/**
 * Adds a cycle with this review date, or moves the cadence's cycle of the period that the date lies
 * in. It opens as many days before as the workspace has set, at once if that day has passed. Throws
 * UserFacingError, having changed nothing, where the date or the name can't be.
 */
export async function openCycle(context: Context, input: OpenCycleInput): Promise<OpenedCycle> {
  const { db, clock } = context;
  const today = dayFromDate(clock.now());
  const reviewOn = parseReviewDay(input.reviewOn, today);
  const name = input.name === undefined ? undefined : parseName(input.name);
  const { workspaceId } = input;
  const at = clock.now();
  const { id, outcome } = await db.$transaction(async (transaction) => {
    // Two administrators at once come one after the other.
    await transaction.$queryRaw`SELECT id FROM workspace WHERE id = ${workspaceId}::uuid FOR NO KEY UPDATE`;
    return place(transaction, { workspaceId, reviewOn, name, today, at });
  });
  await openDueCycles(context, workspaceId);
  const row = await db.cycle.findUniqueOrThrow({ where: { id } });
  return { cycle: toCycle(row), outcome };
}

interface CycleRequest {
  workspaceId: string;
  reviewOn: Day;
  name: string | undefined;
  today: Day;
  at: Date;
}

async function place(transaction: Transaction, request: CycleRequest) {
  const { workspaceId, reviewOn, today, at } = request;
  const workspace = await transaction.workspace.findUniqueOrThrow({ where: { id: workspaceId } });
  const rows = await transaction.cycle.findMany({ where: { workspaceId } });
  const period = periodOf(workspace.cadence, workspace.firstMonth, reviewOn);
  const ofPeriod = period && rows.find((row) => row.period === period.key);
  const sameDay = rows.find((row) => dayFromDate(row.reviewOn) === reviewOn);
  const moving =
    sameDay ?? (ofPeriod && ofPeriod.reviewOn >= dateFromDay(today) ? ofPeriod : undefined);
  const others = rows.filter((row) => row !== moving);
  const name =
    request.name ?? moving?.name ?? (ofPeriod || !period ? monthName(reviewOn) : period.name);
  refuseNameTwice(name, others);
  if (sameDay && sameDay.name === name) return { id: sameDay.id, outcome: 'unchanged' as const };
  const dates = sameDay ? toCycle(sameDay) : fitIn(request, { workspace, moving, others });
  const data = {
    name,
    opensOn: dateFromDay(dates.opensOn),
    dueOn: dateFromDay(dates.dueOn),
    reviewOn: dateFromDay(dates.reviewOn),
  };
  if (moving) {
    await transaction.cycle.update({
      where: { id: moving.id },
      // It may be open again.
      data: { ...data, postsClosedAt: null },
    });
    await markCycles(transaction, [moving.id], at);
    return { id: moving.id, outcome: 'moved' as const };
  }
  const key = period && !ofPeriod ? { period: period.key } : {};
  const { id } = await transaction.cycle.create({ data: { workspaceId, ...key, ...data } });
  return { id, outcome: 'added' as const };
}

/** The cycle's dates between its neighbours: two cycles are never open at once. */
function fitIn(
  { reviewOn, today }: CycleRequest,
  {
    workspace,
    moving,
    others,
  }: { workspace: Workspace; moving: CycleRow | undefined; others: CycleRow[] },
): CycleDates {
  const neighbours = others.map(toCycle).filter((cycle) => cycle.reviewOn >= today);
  const overlapping = neighbours.find(
    (cycle) => cycle.opensOn <= reviewOn && reviewOn <= cycle.reviewOn,
  );
  if (overlapping) {
    throw new UserFacingError(
      `${overlapping.name} takes check-ins from ${overlapping.opensOn} until its review on ${overlapping.reviewOn}, so ${reviewOn} lies inside it. Choose a date outside.`,
    );
  }
  const before = neighbours
    .filter((cycle) => cycle.reviewOn < reviewOn)
    .map((cycle) => cycle.reviewOn);
  const earliest = before.map((day) => addDays(day, 1)).reduce(laterOf, today);
  const wanted = cycleDates(reviewOn, paceOf(workspace));
  const dates = datesFrom(earliest, wanted);
  if (dates.opensOn >= reviewOn) {
    throw new UserFacingError(
      `Another cycle has its review on ${addDays(earliest, -1)}, which leaves no day for check-ins before ${reviewOn}. Choose a later date.`,
    );
  }
  const opened = moving?.openedAt ? { opensOn: dayFromDate(moving.opensOn) } : {};
  return { ...dates, ...opened };
}

function refuseNameTwice(name: string, others: CycleRow[]): void {
  const namesake = others.find((row) => row.name === name);
  if (!namesake) return;
  throw new UserFacingError(
    `There is a cycle called ${name} already, with its review on ${dayFromDate(namesake.reviewOn)}. Give this one another name.`,
  );
}

function parseReviewDay(text: string, today: Day): Day {
  const day = text.trim();
  if (!isDay(day)) {
    throw new UserFacingError(`"${day}" is not a date. Write the review date like 2027-03-24.`);
  }
  if (day > today) return day;
  throw new UserFacingError(
    `The review date ${day} is not in the future (today is ${today}). Choose a later one.`,
  );
}

function parseName(text: string): string {
  if (hasUnprintable(text.trim())) {
    throw new UserFacingError(
      "A cycle's name is one line without control characters and invisible signs. Type it again by hand.",
    );
  }
  const name = fitName(text);
  if (name.length > 0 && name.length <= longestName) return name;
  throw new UserFacingError(
    name
      ? `A cycle's name has at most ${longestName} characters.`
      : "A cycle's name can't be empty.",
  );
}

/** Returns "March 2027", for a cycle without a period. */
function monthName(day: Day): string {
  const format = new Intl.DateTimeFormat('en-GB', {
    month: 'long',
    year: 'numeric',
    timeZone: 'UTC',
  });
  return format.format(dateFromDay(day));
}
