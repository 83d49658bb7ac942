import type { Database, Transaction } from '../../database/index.js';
import { compareActionItems } from '../../domain/action-item/action-item.js';
import { dateFromDay } from '../../domain/time/day.js';
import { localDay } from '../../domain/time/time-zone.js';
import { type ActionItem, actionItemParts, toActionItem } from '../action-item/index.js';

interface Reader {
  id: string;
  timeZone: string;
}

/**
 * Returns the open action items that are due by each manager's own calendar, by manager: those of
 * their reports, with either owner, and their own. One statement for teams of any size.
 */
export async function dueActionItemsOf(
  db: Database | Transaction,
  { workspaceId, managers, at }: { workspaceId: string; managers: Reader[]; at: Date },
): Promise<Map<string, ActionItem[]>> {
  const ids = managers.map(({ id }) => id);
  const readers = new Map(managers.map((manager) => [manager.id, manager]));
  const latest = managers
    .map(({ timeZone }) => localDay(at, timeZone))
    .sort()
    .at(-1);
  if (latest === undefined) return new Map();
  const rows = await db.actionItem.findMany({
    where: {
      workspaceId,
      state: 'open',
      dueOn: { lte: dateFromDay(latest) },
      // All of it about the person: so the few people are found first, and then their actions.
      person: {
        ...{ workspaceId, leftAt: null, isBot: false },
        OR: [{ managerId: { in: ids } }, { id: { in: ids } }],
      },
    },
    include: actionItemParts,
  });
  const byManager = new Map<string, ActionItem[]>(ids.map((id) => [id, []]));
  for (const row of rows) {
    const { side, manager, report } = toActionItem(row, at);
    const own = side === 'report' ? report.id : undefined;
    for (const readerId of new Set([manager?.id, own])) {
      const reader = readers.get(readerId ?? '');
      const action = reader && toActionItem(row, at, reader);
      if (action && action.dueOn <= action.today) byManager.get(reader.id)?.push(action);
    }
  }
  for (const actions of byManager.values()) actions.sort(compareActionItems);
  return byManager;
}
