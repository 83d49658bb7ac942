import { type Database, Prisma, type Transaction } from '../../database/index.js';
import { recordChange } from '../audit-log/index.js';
import type { Context } from '../context.js';
import { erasePerson } from '../erasure/index.js';
import { UserFacingError } from '../errors/index.js';
import { type Cutoffs, expiredRows, shelves } from './shelves.js';

/** How many rows of a kind went, or would go. */
export interface Expired {
  one: string;
  many: string;
  count: number;
}

/** A step deletes so many rows at most, and a run makes so many steps: the next minute goes on. */
const rowsAtOnce = 200;
const mostSteps = 50;
/** People are erased one by one. */
const peopleAtOnce = 5;
/** The hour of UTC from which a day's run begins. */
const nightHour = 2;
const hourMs = 60 * 60_000;
const most = 1_000_000_000;

/** Returns how much would go now, and deletes nothing. For admins and operators. */
export async function foreseeExpired(
  context: { db: Pick<Transaction, '$queryRaw' | 'person'> } & Pick<Context, 'clock'>,
  workspaceId: string,
): Promise<Expired[]> {
  const cutoffs = await readCutoffs(context, workspaceId);
  const found: Expired[] = [];
  for (const shelf of shelves) {
    const { one, many } = shelf;
    const [row] = await context.db.$queryRaw<{ count: number }[]>`
      SELECT count(*)::int AS count FROM (${expiredRows(shelf, cutoffs, most)}) AS expired`;
    found.push({ one, many, count: row?.count ?? 0 });
  }
  const count = await context.db.person.count({ where: hasLeft(cutoffs) });
  return [...found, { ...nameOf(cutoffs), count }].filter((expired) => expired.count > 0);
}

/**
 * Erases what is kept no longer, a few steps in each call, and what went is in the log and the audit log.
 * Once a night, when a call finds nothing more, it ends until the next night. To be called by one
 * process at a time; an interrupted call leaves the rest to the next one.
 */
export async function eraseExpired(
  context: Context,
  { workspaceId, signal }: { workspaceId: string; signal?: AbortSignal | undefined },
): Promise<void> {
  const { db, clock } = context;
  const scheduler = await db.workspaceScheduler.findUnique({
    where: { workspaceId },
    select: { retainedAt: true },
  });
  const now = clock.now();
  if (scheduler?.retainedAt && nightOf(scheduler.retainedAt) >= nightOf(now)) return;
  const cutoffs = await readCutoffs(context, workspaceId);
  const { gone, isDone } = await eraseSome(context, cutoffs, signal);
  if (gone.length > 0) await report(context, workspaceId, gone);
  if (!isDone) return;
  await db.workspaceScheduler.upsert({
    where: { workspaceId },
    create: { workspaceId, retainedAt: now },
    update: { retainedAt: now },
  });
}

async function eraseSome(
  context: Context,
  cutoffs: Cutoffs,
  signal: AbortSignal | undefined,
): Promise<{ gone: Expired[]; isDone: boolean }> {
  const gone: Expired[] = [];
  let steps = 0;
  for (const shelf of shelves) {
    let count = 0;
    let deleted = rowsAtOnce;
    while (deleted === rowsAtOnce && steps < mostSteps && !signal?.aborted) {
      deleted = await context.db.$executeRaw`
        DELETE FROM ${Prisma.raw(shelf.table)}
        WHERE id IN (${expiredRows(shelf, cutoffs, rowsAtOnce)})`;
      count += deleted;
      if (deleted > 0) steps += 1;
    }
    if (count > 0) gone.push({ one: shelf.one, many: shelf.many, count });
  }
  const count = signal?.aborted ? 0 : await eraseLeavers(context, cutoffs);
  if (count > 0) gone.push({ ...nameOf(cutoffs), count });
  return { gone, isDone: steps < mostSteps && count < peopleAtOnce && !signal?.aborted };
}

async function eraseLeavers(context: Context, cutoffs: Cutoffs): Promise<number> {
  const { workspaceId, isAbandoned } = cutoffs;
  const leavers = await context.db.person.findMany({
    where: hasLeft(cutoffs),
    orderBy: [{ leftAt: 'asc' }, { id: 'asc' }],
    take: peopleAtOnce,
  });
  for (const { slackUserId } of leavers) {
    const leaver = { workspaceId, by: { operator: 'Ladder' }, slackUserId };
    // Somebody may have come back, or been erased, in the meantime.
    await erasePerson(context, { ...leaver, leftBefore: cutoffs.leavers }).catch((error) => {
      if (!(error instanceof UserFacingError)) throw error;
    });
  }
  // Slack takes nothing from an app that is uninstalled.
  if (isAbandoned) await context.db.postToDelete.deleteMany({ where: { workspaceId } });
  return leavers.length;
}

function nameOf({ isAbandoned }: Cutoffs) {
  return isAbandoned
    ? { one: 'person', many: 'people' }
    : { one: 'person who left', many: 'people who left' };
}

function hasLeft({ workspaceId, leavers, isAbandoned }: Cutoffs) {
  return isAbandoned ? { workspaceId } : { workspaceId, leftAt: { lt: leavers } };
}

async function readCutoffs(
  { db, clock }: Pick<Context, 'clock'> & { db: Pick<Database, '$queryRaw'> },
  workspaceId: string,
): Promise<Cutoffs> {
  const [found] = await db.$queryRaw<Omit<Cutoffs, 'workspaceId'>[]>`
    SELECT ${clock.now()}::timestamptz - make_interval(months => keep_reviews_months) AS reviews,
      ${clock.now()}::timestamptz - make_interval(months => keep_leavers_months) AS leavers,
      coalesce(uninstalled_at
        < ${clock.now()}::timestamptz - make_interval(months => keep_leavers_months), false)
        AS "isAbandoned"
    FROM workspace WHERE id = ${workspaceId}::uuid`;
  if (!found) throw new Error('there is no such workspace');
  return { workspaceId, ...found };
}

/** The number of the night that an instant is in. */
function nightOf(instant: Date): number {
  return Math.floor((instant.getTime() - nightHour * hourMs) / (24 * hourMs));
}

async function report(
  { db, log, clock }: Context,
  workspaceId: string,
  gone: readonly Expired[],
): Promise<void> {
  const counts = Object.fromEntries(gone.map(({ many, count }) => [many, count]));
  log.info({ workspace: workspaceId, ...counts }, 'what is kept no longer was erased');
  await recordChange(db, {
    ...{ workspaceId, by: { operator: 'Ladder' }, action: 'kept_no_longer', subject: '' },
    ...{ before: expiredText(gone), after: '', at: clock.now() },
  });
}

/** "3 check-ins, 1 person who left". */
export function expiredText(expired: readonly Expired[]): string {
  return expired.map(({ one, many, count }) => `${count} ${count === 1 ? one : many}`).join(', ');
}
