import type { Person, Workspace } from '../database/index.js';
import { openDaysAfterReview } from '../domain/cycle.js';
import { addDays, dayFromDate } from '../domain/day.js';
import { decide, type PlannedRound } from '../domain/reminder-plan.js';
import { instantAt, isInWindow } from '../domain/working-hours.js';
import type { Context } from './context.js';
import { toCycle } from './cycles.js';
import type { NewDelivery } from './deliveries.js';
import { type Round, readFacts, roundOf } from './reminder-facts.js';

const pageSize = 1000;

/**
 * Decides what the workspace's open cycles ask for at this instant and records nothing. People are
 * read by the thousand, with the same few statements for each thousand.
 */
export async function planReminders(
  { db }: Pick<Context, 'db'>,
  { workspaceId, at }: { workspaceId: string; at: Date },
): Promise<NewDelivery[]> {
  const workspace = await db.workspace.findUniqueOrThrow({ where: { id: workspaceId } });
  const cycles = (await db.cycle.findMany({ where: { workspaceId } })).map(toCycle);
  // A day more than needed on either side: some people are a day ahead or behind.
  const today = dayFromDate(at);
  const open = cycles.filter(
    ({ openedAt, opensOn, reviewOn }) =>
      openedAt &&
      opensOn <= addDays(today, 1) &&
      today <= addDays(reviewOn, openDaysAfterReview + 1),
  );
  const planned: NewDelivery[] = [];
  for (const cycle of open) {
    const round = roundOf(workspace, cycle, cycles);
    for await (const people of peopleAtWork({ db }, workspace, at)) {
      planned.push(...(await planFor({ db }, { round, people, at })));
    }
  }
  return planned;
}

async function planFor(
  { db }: Pick<Context, 'db'>,
  { round, people, at }: { round: Round; people: Person[]; at: Date },
): Promise<NewDelivery[]> {
  const { cycle, planned } = round;
  const recipients = await readFacts(db, { cycle, people, at });
  return recipients.flatMap(({ person, facts }) =>
    decide(planned, facts, at).map(({ kind, step, silentBecause }) => ({
      workspaceId: cycle.workspaceId,
      cycleId: cycle.id,
      recipientId: person.id,
      kind,
      step,
      ...(kind === 'all_set' && { keyStep: 'once' }),
      dueAt: at,
      expiresAt: expiryOf(planned, person.timeZone, at),
      ...(silentBecause && { silentBecause }),
    })),
  );
}

/** Before the reviews until they start, then while the cycle is open. */
function expiryOf({ reviewOn, lastDay }: PlannedRound, timeZone: string, at: Date): Date {
  const reviews = instantAt(reviewOn, 0, timeZone);
  return at < reviews ? reviews : instantAt(addDays(lastDay, 1), 0, timeZone);
}

/** The people in whose working hours the instant lies, a thousand at a time. */
async function* peopleAtWork(
  { db }: Pick<Context, 'db'>,
  workspace: Workspace,
  at: Date,
): AsyncGenerator<Person[]> {
  const here = { workspaceId: workspace.id, leftAt: null, isBot: false };
  const zones = await db.person.findMany({
    where: here,
    distinct: ['timeZone'],
    select: { timeZone: true },
  });
  const timeZones = zones
    .map(({ timeZone }) => timeZone)
    .filter((timeZone) => isInWindow(at, timeZone, workspace.workingDays));
  if (timeZones.length > 0) yield* pagesOf({ db }, { ...here, timeZone: { in: timeZones } });
}

/** People by the thousand, in the order of their ids. */
export async function* pagesOf(
  { db }: Pick<Context, 'db'>,
  where: NonNullable<Parameters<Context['db']['person']['findMany']>[0]>['where'] & object,
): AsyncGenerator<Person[]> {
  let after: string | undefined;
  for (;;) {
    const people = await db.person.findMany({
      where: { ...where, ...(after !== undefined && { id: { gt: after } }) },
      orderBy: { id: 'asc' },
      take: pageSize,
    });
    if (people.length > 0) yield people;
    if (people.length < pageSize) return;
    after = people.at(-1)?.id;
  }
}
