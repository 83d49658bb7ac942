import type { Transaction } from '../../database/index.js';
import { markKinds } from '../redraw-mark/index.js';

/** The kind of the last word about a cycle, which names the dates of the next; see `services/reminder`. */
const lastWord = 'cycle_closed';

/** Marks the posts that name the dates of a cycle to come, where one is added, moved or cancelled. */
export function markNextDates(
  tx: Pick<Transaction, '$executeRaw'>,
  workspaceId: string,
  at: Date,
): Promise<void> {
  return markKinds(tx, { workspaceId, kinds: [lastWord], at });
}
