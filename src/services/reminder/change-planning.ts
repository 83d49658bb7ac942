import { type Cycle as CycleRow, Prisma } from '../../database/index.js';
import type { Context } from '../context.js';
import { isBegunCheckIn } from '../questionnaire/index.js';
import { cycleChangedKind } from './kinds.js';
import type { PlanInput } from './planning.js';
import { recordPages } from './planning-pages.js';

/** After two weeks it is no news. */
const lifeMs = 14 * 24 * 60 * 60_000;

/**
 * Records a message for everybody who knows of an open cycle that was moved or cancelled, once its time
 * has come, a page of people at a time. Doing it again, after a crash or beside another process,
 * records nobody twice.
 */
export async function planCycleChanges(
  { db, clock }: Pick<Context, 'db' | 'clock'>,
  { workspaceId, signal }: PlanInput,
): Promise<void> {
  const at = clock.now();
  const cycles = await db.cycle.findMany({ where: { workspaceId, notifyFrom: { lte: at } } });
  for (const cycle of cycles) {
    for await (const _ of record({ db }, cycle, at)) if (signal?.aborted) return;
    const { id, notifyFrom } = cycle;
    const data = { notifyFrom: null, movedFrom: null };
    await db.cycle.updateMany({ where: { id, notifyFrom }, data });
  }
}

/** To whom such a message waits already gets no second one: it will say how it is then. */
function record(
  { db }: Pick<Context, 'db'>,
  { id, workspaceId, cancelledAt, notifyFrom }: CycleRow,
  at: Date,
): AsyncGenerator<number> {
  const { kind } = cycleChangedKind;
  const step = cancelledAt ? 'cancelled' : 'moved';
  const expiresAt = new Date(at.getTime() + lifeMs);
  const keyStep = (notifyFrom ?? at).toISOString();
  const of = Prisma.sql`delivery.recipient_id = person.id AND delivery.cycle_id = ${id}::uuid`;
  return recordPages(
    db,
    { workspaceId, cycleId: id, kind, step, keyStep, dueAt: at },
    (after) => Prisma.sql`
      SELECT person.id AS recipient_id, ${expiresAt}::timestamptz AS expires_at,
        NULL::text AS silent_because
      FROM person
      WHERE person.workspace_id = ${workspaceId}::uuid AND person.id > ${after}::uuid
        AND person.left_at IS NULL AND NOT person.is_bot
        AND (EXISTS (
          SELECT FROM delivery WHERE ${of} AND delivery.sent_at IS NOT NULL
            AND delivery.kind IN ('invitation', 'reminder', 'nudge', 'digest', 'all_set') OFFSET 0
        ) OR EXISTS (
          SELECT FROM check_in WHERE check_in.cycle_id = ${id}::uuid
            AND check_in.person_id = person.id AND ${isBegunCheckIn} OFFSET 0
        ))
        AND NOT EXISTS (
          SELECT FROM delivery WHERE ${of} AND delivery.kind = ${kind}
            AND delivery.step = ${step} AND delivery.state IN ('due', 'held') OFFSET 0
        )`,
  );
}
