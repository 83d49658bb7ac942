import type { Transaction } from '../../database/index.js';
import type { Context } from '../context.js';

/**
 * Returns the id of the cycle that a message which belongs to none is filed under: the open one, else the
 * next, else the last. Undefined where there is none at all: then no message can be sent.
 */
export async function cycleToFileUnder(
  db: Pick<Context['db'] | Transaction, 'cycle'>,
  { workspaceId, at }: { workspaceId: string; at: Date },
): Promise<string | undefined> {
  const rows = await db.cycle.findMany({ where: { workspaceId }, orderBy: { reviewOn: 'asc' } });
  const ahead = rows.find(({ reviewOn }) => reviewOn >= at);
  return (ahead ?? rows.at(-1))?.id;
}
