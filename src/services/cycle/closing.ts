import { hasClosed } from '../../domain/cycle/cycle.js';
import type { Context } from '../context.js';
import { toCycle } from '../open-cycle/index.js';
import { markCycles } from '../redraw-mark/index.js';

/**
 * Marks the posts of cycles that have closed since the last call, so that they come to say so; each
 * cycle's once. A second call marks nothing, and any number of processes may make it.
 */
export async function markClosedCycles(
  { db, clock }: Pick<Context, 'db' | 'clock'>,
  workspaceId: string,
): Promise<void> {
  const at = clock.now();
  const rows = await db.cycle.findMany({ where: { workspaceId, openedAt: { not: null } } });
  const all = rows.map(toCycle);
  for (const { id, postsClosedAt } of rows) {
    const cycle = all.find((one) => one.id === id);
    if (postsClosedAt || !cycle || !hasClosed(cycle, all, at)) continue;
    await db.$transaction(async (tx) => {
      const data = { postsClosedAt: at };
      const { count } = await tx.cycle.updateMany({ where: { id, postsClosedAt: null }, data });
      if (count === 1) await markCycles(tx, [id], at);
    });
  }
}
