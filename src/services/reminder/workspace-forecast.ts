import type { Database, Transaction } from '../../database/index.js';
import { hasClosed } from '../../domain/cycle/cycle.js';
import { dayFromDate } from '../../domain/time/day.js';
import type { Clock } from '../context.js';
import { type Cycle, toCycle } from '../cycle/index.js';
import { previewCycle } from './preview-cycle.js';

/** What a cycle would send from now on, if nobody did anything. */
export interface CycleTotals {
  name: string;
  /** What is due for one person at once is one message. */
  messages: number;
  /** How many get one. */
  people: number;
}

/** Returns the totals of the cycles that are open or planned, the earliest first. */
export async function forecastCycles(
  { db, clock }: { db: Database | Transaction; clock: Clock },
  workspaceId: string,
): Promise<CycleTotals[]> {
  const from = clock.now();
  const workspace = await db.workspace.findUniqueOrThrow({ where: { id: workspaceId } });
  const orderBy = { reviewOn: 'asc' as const };
  const cycles = (await db.cycle.findMany({ where: { workspaceId }, orderBy })).map(toCycle);
  const today = dayFromDate(from);
  const isAhead = (cycle: Cycle) =>
    !hasClosed(cycle, cycles, from) && (cycle.openedAt !== undefined || cycle.reviewOn >= today);
  const totals: CycleTotals[] = [];
  for (const cycle of cycles.filter(isAhead)) {
    const input = { workspace, cycle, cycles, from, invitedAt: new Map() };
    const foreseen = await previewCycle({ db }, input);
    const posts = new Set(foreseen.map(({ at, recipient }) => `${at.getTime()} ${recipient.id}`));
    const people = new Set(foreseen.map(({ recipient }) => recipient.id));
    totals.push({ name: cycle.name, messages: posts.size, people: people.size });
  }
  return totals;
}
