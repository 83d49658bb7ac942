import type { Person, Transaction } from '../../database/index.js';
import { localDay } from '../../domain/time/time-zone.js';
import type { Context } from '../context.js';
import type { Cycle } from '../cycle/index.js';
import { recordDeliveries } from '../delivery/index.js';
import { markForRedraw } from '../redraw-mark/index.js';
import { nudgeKind } from './kinds.js';

/** How long an unsent nudge is wanted. */
const nudgeLifeMs = 4 * 24 * 60 * 60 * 1000;

interface NudgeToRecord {
  cycle: Cycle;
  report: Person;
  managerId: string;
  at: Date;
  goesOut: Date;
}

/** The delivery's id, or undefined where the report was nudged today or a nudge waits. */
export async function recordNudge(
  { db }: Context,
  nudge: NudgeToRecord,
): Promise<string | undefined> {
  const { report, at } = nudge;
  return db.$transaction(async (transaction) => {
    // Serializes presses. Not by locking the person's row: a sender skips people that are locked.
    await transaction.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${report.id}, 0))`;
    const before = await transaction.delivery.findMany({
      where: { recipientId: report.id, workspaceId: report.workspaceId, kind: nudgeKind.kind },
      select: { state: true, sentAt: true },
    });
    const today = localDay(at, report.timeZone);
    const enough = before.some(
      ({ state, sentAt }) =>
        (sentAt === null && ['due', 'claimed', 'held'].includes(state)) ||
        (sentAt !== null && localDay(sentAt, report.timeZone) === today),
    );
    if (enough) return undefined;
    await markForRedraw(transaction, {
      workspaceId: report.workspaceId,
      personIds: [report.id],
      at,
    });
    return writeNudge(transaction, nudge);
  });
}

async function writeNudge(
  transaction: Transaction,
  { cycle, report, managerId, goesOut }: NudgeToRecord,
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
    nudgeKind.delivery({ ...same, workspaceId, subjectId: managerId, dueAt: goesOut, expiresAt }),
  ]);
  const row = await transaction.delivery.findFirst({ where: { ...same, state: 'due' } });
  return row?.id;
}
