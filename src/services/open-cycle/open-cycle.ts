import { isOver } from '../../domain/cycle/cycle.js';
import { dateFromDay, dayFromDate } from '../../domain/time/day.js';
import type { Context } from '../context.js';
import { type Cycle, toCycle } from './cycle.js';

/**
 * The cycle that takes check-ins now, or undefined: the newest that has opened, until three weeks
 * after its review date, by everybody's calendar. For a person: undefined as well where it is for some,
 * and they are none of them.
 */
export async function findOpenCycle(
  { db, clock }: Pick<Context, 'db' | 'clock'>,
  workspaceId: string,
  personId?: string,
): Promise<Cycle | undefined> {
  const row = await db.cycle.findFirst({
    where: { workspaceId, openedAt: { not: null }, cancelledAt: null },
    orderBy: { reviewOn: 'desc' },
  });
  const cycle = row ? toCycle(row) : undefined;
  if (!cycle || isOver(cycle, clock.now())) return undefined;
  if (!cycle.forSome || personId === undefined) return cycle;
  const member = { cycleId_personId: { cycleId: cycle.id, personId } };
  return (await db.cycleMember.findUnique({ where: member })) ? cycle : undefined;
}

/** The next cycle that has not opened yet, or undefined where none is planned; for a person: one for them. */
export async function nextCycle(
  { db, clock }: Pick<Context, 'db' | 'clock'>,
  workspaceId: string,
  personId?: string,
): Promise<Cycle | undefined> {
  const forThem = { OR: [{ forSome: false }, { members: { some: { personId } } }] };
  const row = await db.cycle.findFirst({
    where: {
      workspaceId,
      ...{ openedAt: null, cancelledAt: null, reviewOn: { gte: startOfDay(clock.now()) } },
      ...(personId !== undefined && forThem),
    },
    orderBy: { reviewOn: 'asc' },
  });
  return row ? toCycle(row) : undefined;
}

/** Midnight UTC of the instant's day, as the database keeps days. */
export function startOfDay(at: Date): Date {
  return dateFromDay(dayFromDate(at));
}
