import type { Database, Transaction } from '../../database/index.js';
import type { Day } from '../../domain/time/day.js';
import { localDay } from '../../domain/time/time-zone.js';
import type { Clock } from '../context.js';
import { type Cycle, toCycle } from '../cycle/index.js';
import type { Foreseen } from './foreseen.js';
import { previewCycle } from './preview-cycle.js';

/** How many people a cycle writes to on a day of theirs. */
export interface DayTotal {
  day: Day;
  /** What is due for one person at once is one message. */
  messages: number;
  /** By kind, how many of them say it. */
  kinds: Record<string, number>;
}

/**
 * Returns what a cycle would bring from now on with these dates, in totals a day, if nobody did
 * anything. The dates needn't be those in the database: it may be a change that is yet to be made.
 * `toThem`: only what asks these people, by their ids, for their own check-ins.
 */
export async function forecastCycle(
  { db, clock }: { db: Database | Transaction; clock: Clock },
  cycle: Cycle,
  toThem?: ReadonlySet<string>,
): Promise<DayTotal[]> {
  const { workspaceId } = cycle;
  const workspace = await db.workspace.findUniqueOrThrow({ where: { id: workspaceId } });
  const rows = await db.cycle.findMany({ where: { workspaceId } });
  const others = rows.map(toCycle).filter(({ id }) => id !== cycle.id);
  if (cycle.cancelledAt) return [];
  const cycles = [...others, cycle];
  const input = { workspace, cycle, cycles, from: clock.now(), invitedAt: new Map() };
  const messages = await previewCycle({ db }, input);
  const isAsked = ({ kind, recipient }: Foreseen) =>
    ownKinds.includes(kind) && toThem?.has(recipient.id);
  return totalsOf(toThem ? messages.filter(isAsked) : messages);
}

/** The kinds that ask for a person's own check-in. */
const ownKinds = ['invitation', 'reminder'];

function totalsOf(messages: readonly Foreseen[]): DayTotal[] {
  const byDay = new Map<Day, Foreseen[]>();
  for (const message of messages) {
    const day = localDay(message.at, message.recipient.timeZone);
    const others = byDay.get(day);
    if (others) others.push(message);
    else byDay.set(day, [message]);
  }
  const days = [...byDay].sort(([one], [other]) => one.localeCompare(other));
  return days.map(([day, ofDay]) => {
    const posts = new Set(ofDay.map(({ at, recipient }) => `${at.getTime()} ${recipient.id}`));
    const kinds: Record<string, number> = {};
    for (const { kind } of ofDay) kinds[kind] = (kinds[kind] ?? 0) + 1;
    return { day, messages: posts.size, kinds };
  });
}
