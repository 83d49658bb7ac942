import type { Person, Transaction, Workspace } from '../../database/index.js';
import { reachableFrom } from '../../domain/availability/availability.js';
import { localDay } from '../../domain/time/time-zone.js';
import { availabilityOf } from '../availability/index.js';
import type { Context } from '../context.js';
import type { Cycle } from '../cycle/index.js';
import { recordDeliveries } from '../delivery/index.js';
import { UserFacingError } from '../errors/index.js';
import { markForRedraw } from '../redraw-mark/index.js';
import { nudgeKind } from './kinds.js';

/** How long an unsent nudge is wanted. */
const nudgeLifeMs = 4 * 24 * 60 * 60 * 1000;

interface NudgeToRecord {
  cycle: Cycle;
  report: Person;
  /** The manager who asks; the report's own id where those who run the reviews do. */
  askedBy: string;
  at: Date;
  goesOut: Date;
  /** What is recorded with it. */
  record?: (tx: Transaction) => Promise<void>;
}

/**
 * Returns when a nudge that is recorded at an instant goes out: once the report can be reached. Throws
 * UserFacingError where the workspace has no working days.
 */
export function goesOutAt(report: Person & { workspace: Workspace }, at: Date): Date {
  const goesOut = reachableFrom(availabilityOf(report), at, report.workspace);
  if (goesOut) return goesOut;
  throw new UserFacingError('This workspace has no working days, so nothing is sent.');
}

/** Returns those of these people who were nudged on their own day of today, or about to be. */
export async function findNudged(
  db: Pick<Transaction, 'delivery'>,
  { workspaceId, people, at }: { workspaceId: string; people: readonly Person[]; at: Date },
): Promise<ReadonlySet<string>> {
  const ids = people.map(({ id }) => id);
  const rows = await db.delivery.findMany({
    where: { recipientId: { in: ids }, workspaceId, kind: nudgeKind.kind },
    select: { recipientId: true, state: true, sentAt: true },
  });
  const zones = new Map(people.map(({ id, timeZone }) => [id, timeZone]));
  const enough = rows.filter(({ recipientId, state, sentAt }) => {
    if (sentAt === null) return waiting.includes(state);
    const timeZone = zones.get(recipientId) ?? 'UTC';
    return localDay(sentAt, timeZone) === localDay(at, timeZone);
  });
  return new Set(enough.map(({ recipientId }) => recipientId));
}

const waiting: string[] = ['due', 'claimed', 'held'];

/** The delivery's id, or undefined where the report was nudged today or a nudge waits. */
export async function recordNudge(
  { db }: Context,
  nudge: NudgeToRecord,
): Promise<string | undefined> {
  const { report, at } = nudge;
  return db.$transaction(async (transaction) => {
    // Serializes presses. Not by locking the person's row: a sender skips people that are locked.
    await transaction.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${report.id}, 0))`;
    const people = [report];
    const nudged = await findNudged(transaction, { workspaceId: report.workspaceId, people, at });
    if (nudged.has(report.id)) return undefined;
    await markForRedraw(transaction, {
      workspaceId: report.workspaceId,
      personIds: [report.id],
      at,
    });
    await nudge.record?.(transaction);
    return writeNudge(transaction, nudge);
  });
}

async function writeNudge(
  transaction: Transaction,
  { cycle, report, askedBy, goesOut }: NudgeToRecord,
): Promise<string | undefined> {
  const step = localDay(goesOut, report.timeZone);
  const same = { cycleId: cycle.id, recipientId: report.id, kind: nudgeKind.kind, step };
  // One that Slack refused or that was dropped gives way to the new one.
  await transaction.delivery.deleteMany({
    where: { ...same, state: { in: ['failed', 'obsolete'] } },
  });
  const expiresAt = new Date(goesOut.getTime() + nudgeLifeMs);
  const { workspaceId } = report;
  await recordDeliveries(transaction, [
    nudgeKind.delivery({ ...same, workspaceId, subjectId: askedBy, dueAt: goesOut, expiresAt }),
  ]);
  const row = await transaction.delivery.findFirst({ where: { ...same, state: 'due' } });
  return row?.id;
}
