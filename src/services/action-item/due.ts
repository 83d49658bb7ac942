import { askedLateDays, askedOn, longestDueDays } from '../../domain/action-item/action-item.js';
import { type Availability, reachableFrom } from '../../domain/availability/availability.js';
import { addDays, type Day, dateFromDay, dayFromDate, daysBetween } from '../../domain/time/day.js';
import { instantAt, localDay } from '../../domain/time/time-zone.js';
import type { WorkingTime } from '../../domain/time/working-days.js';
import { availabilityOf } from '../availability/index.js';
import type { Context } from '../context.js';
import { type Cycle, toCycle } from '../cycle/index.js';
import { passingReasons } from '../delivery/index.js';
import { type ActionItem, actionItemParts, toActionItem } from './action-items.js';
import { actionItemDue } from './messages.js';

/** That somebody is asked about their due actions, on a day of theirs. */
export interface DueAsking {
  /** The earliest instant: in the owner's working hours, while they are available. */
  at: Date;
  owner: NonNullable<ActionItem['owner']>;
  /** The owner's day that it is meant for; one message for all actions of that day. */
  step: Day;
  /** The cycle of one of the conversations, which the message is filed under. */
  cycle: Cycle;
}

/**
 * services/reminder/action-item-planning.ts repeats this in SQL, for the present.
 *
 * Returns everybody who will be asked about due action items from an instant on, each day once, if
 * nothing changes; without those who have been asked.
 */
export async function dueAskings(
  { db }: Pick<Context, 'db'>,
  { workspaceId, from }: { workspaceId: string; from: Date },
): Promise<DueAsking[]> {
  const [working, rows] = await Promise.all([
    db.workspace.findUniqueOrThrow({ where: { id: workspaceId } }),
    db.actionItem.findMany({
      where: {
        workspaceId,
        state: 'open',
        conversationId: { not: null },
        dueOn: { gte: dateFromDay(addDays(dayFromDate(from), -longestDueDays)) },
      },
      include: { ...actionItemParts, conversation: { include: { cycle: true } } },
      orderBy: { id: 'asc' },
    }),
  ]);
  const askings = new Map<string, DueAsking>();
  for (const row of rows) {
    const { owner, dueOn } = toActionItem(row, from);
    const step = askedOn(dueOn, working);
    const cycle = row.conversation?.cycle;
    if (!owner || step === undefined || !cycle || !isActive(row, owner.id)) continue;
    const ownersRow = owner.id === row.person.id ? row.person : row.person.manager;
    const at = ownersRow && askedAt(step, { from, owner: availabilityOf(ownersRow), working });
    const key = `${owner.id}:${step}`;
    if (at && !askings.has(key)) askings.set(key, { at, owner, step, cycle: toCycle(cycle) });
  }
  return withoutAsked({ db }, workspaceId, [...askings.values()]);
}

interface RowPeople {
  person: { id: string; leftAt: Date | null; isBot: boolean };
}

/** A manager who left is no owner any more; a report who left may still be in the list. */
function isActive({ person }: RowPeople, ownerId: string): boolean {
  return ownerId !== person.id || (person.leftAt === null && !person.isBot);
}

/**
 * The first instant from the step's day on at which the owner can be asked; undefined where it is too
 * late.
 */
function askedAt(
  step: Day,
  { from, owner, working }: { from: Date; owner: Availability; working: WorkingTime },
): Date | undefined {
  const { timeZone } = owner;
  const begins = instantAt(step, 0, timeZone);
  const at = reachableFrom(owner, begins > from ? begins : from, working);
  if (!at || daysBetween(step, localDay(at, timeZone)) > askedLateDays) return undefined;
  return at;
}

async function withoutAsked(
  { db }: Pick<Context, 'db'>,
  workspaceId: string,
  askings: DueAsking[],
): Promise<DueAsking[]> {
  if (askings.length === 0) return [];
  const cycles = await db.cycle.findMany({ where: { workspaceId }, select: { id: true } });
  const asked = await db.delivery.findMany({
    where: {
      // They may be filed under any cycle; together with it they are found by an index.
      cycleId: { in: cycles.map(({ id }) => id) },
      kind: actionItemDue.kind,
      step: { in: [...new Set(askings.map(({ step }) => step))] },
      NOT: { state: 'obsolete', reason: { in: passingReasons } },
    },
    select: { recipientId: true, step: true },
  });
  const keys = new Set(asked.map(({ recipientId, step }) => `${recipientId}:${step}`));
  return askings.filter(({ owner, step }) => !keys.has(`${owner.id}:${step}`));
}
