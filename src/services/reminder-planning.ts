import type { Person, Workspace } from '../database/index.js';
import { openDaysAfterReview } from '../domain/cycle.js';
import { addDays, dayFromDate } from '../domain/day.js';
import { decide, expiryOf } from '../domain/reminder-plan.js';
import type { Context } from './context.js';
import { toCycle } from './cycles.js';
import { type NewDelivery, recordDeliveries } from './deliveries.js';
import { planDueActions } from './due-action-planning.js';
import { type Round, readFacts, roundOf } from './reminder-facts.js';
import { timeZonesOf } from './time-zones.js';
import { pageSize, questionsAt, undecidedPeople } from './undecided.js';

export interface PlanInput {
  workspaceId: string;
  at: Date;
  /** Once aborted, the page under way is finished and no other begun. */
  signal?: AbortSignal | undefined;
}

/**
 * Decides what the workspace's open cycles and due actions ask for at this instant, and records it, a
 * thousand people at a time; what is settled already is passed over. Out comes how much was decided.
 * Stopped in the middle, the next call goes on where this one ended.
 */
export async function planAndRecord(
  { db }: Pick<Context, 'db'>,
  { workspaceId, at, signal }: PlanInput,
): Promise<number> {
  let decided = 0;
  for await (const page of oneAhead(planned({ db }, { workspaceId, at }))) {
    await recordDeliveries(db, page);
    decided += page.length;
    if (signal?.aborted) break;
  }
  return decided;
}

/** Asks for the next page while the one before is worked on. */
async function* oneAhead<T>(pages: AsyncGenerator<T, void>): AsyncGenerator<T> {
  let next = pages.next();
  try {
    for (;;) {
      const page = await next;
      if (page.done) return;
      next = pages.next();
      yield page.value;
    }
  } finally {
    // Whoever stops in the middle doesn't hear of it if this one fails.
    await next.catch(() => {});
  }
}

/** What is to be recorded, page by page. */
async function* planned(
  { db }: Pick<Context, 'db'>,
  { workspaceId, at }: PlanInput,
): AsyncGenerator<NewDelivery[]> {
  const workspace = await db.workspace.findUniqueOrThrow({ where: { id: workspaceId } });
  const timeZones = await timeZonesOf(db, workspaceId);
  for (const round of await openRounds({ db }, workspace, at)) {
    for (const question of questionsAt(round, timeZones, at)) {
      for await (const people of undecidedPeople(db, round, question, at)) {
        yield await planFor({ db }, { round, people, at });
      }
    }
  }
  const { workingDays } = workspace;
  yield* planDueActions(db, { workspaceId, workingDays, timeZones, at });
}

async function openRounds(
  { db }: Pick<Context, 'db'>,
  workspace: Workspace,
  at: Date,
): Promise<Round[]> {
  const where = { workspaceId: workspace.id };
  const cycles = (await db.cycle.findMany({ where })).map(toCycle);
  // A day more than needed on either side: some people are a day ahead or behind.
  const today = dayFromDate(at);
  const open = cycles.filter(
    ({ openedAt, opensOn, reviewOn }) =>
      openedAt &&
      opensOn <= addDays(today, 1) &&
      today <= addDays(reviewOn, openDaysAfterReview + 1),
  );
  return open.map((cycle) => roundOf(workspace, cycle, cycles));
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
      expiresAt: expiryOf(planned, { step, timeZone: person.timeZone, repeats: false }),
      ...(silentBecause && { silentBecause }),
    })),
  );
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
