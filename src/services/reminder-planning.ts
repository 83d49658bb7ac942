import type { Person, Workspace } from '../database/index.js';
import { addDays, dateFromDay, dayFromDate } from '../domain/day.js';
import { decide } from '../domain/reminder-plan.js';
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
  const rows = await db.cycle.findMany({
    where: {
      workspaceId,
      openedAt: { not: null },
      // A day more than needed on either side: some people are a day ahead or behind.
      opensOn: { lte: dateFromDay(addDays(dayFromDate(at), 1)) },
      reviewOn: { gte: dateFromDay(addDays(dayFromDate(at), -1)) },
    },
  });
  const planned: NewDelivery[] = [];
  for (const row of rows) {
    const round = roundOf(workspace, toCycle(row));
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
      expiresAt: instantAt(cycle.reviewOn, 0, person.timeZone),
      ...(silentBecause && { silentBecause }),
    })),
  );
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
