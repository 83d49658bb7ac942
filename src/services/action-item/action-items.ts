import type { Prisma } from '../../database/index.js';
import { managerOfToday } from '../../domain/access/relation.js';
import {
  type ActionItemSide,
  type ActionItemState,
  type DueState,
  dueState,
} from '../../domain/action-item/action-item.js';
import { type Day, dayFromDate } from '../../domain/time/day.js';
import { localDay } from '../../domain/time/time-zone.js';
import { withManager } from '../access/index.js';
import { type Partner, toPartner } from './partner.js';

/** Something that a report and their manager agreed on, as of an instant. */
export interface ActionItem {
  id: string;
  conversationId: string | undefined;
  /** The report that it is about, and the report's manager of today. */
  report: Partner;
  manager: Partner | undefined;
  /**
   * The owner's side, and the owner of today; undefined where a manager's action item has no
   * manager.
   */
  side: ActionItemSide;
  owner: Partner | undefined;
  competencyKey: string | undefined;
  what: string;
  measure: string;
  dueOn: Day;
  /** By the reader's day. */
  due: DueState;
  /** The owner's own day; in a message, that of its recipient. */
  today: Day;
  state: ActionItemState;
  /** Why it was moved or dropped, the last time; else empty. */
  reason: string;
  timesRescheduled: number;
  /** Counts its changes. */
  version: number;
  createdAt: Date;
  closedAt: Date | undefined;
}

export const actionItemParts = {
  person: { include: withManager },
  conversation: { select: { managerId: true, cycleId: true } },
} satisfies Prisma.ActionItemInclude;

export type ActionItemRow = Prisma.ActionItemGetPayload<{ include: typeof actionItemParts }>;

/**
 * Converts a row to an action item with the people of today; `reader` is the recipient of a message
 * about it.
 */
export function toActionItem(
  row: ActionItemRow,
  at: Date,
  reader?: Pick<Partner, 'timeZone'>,
): ActionItem {
  const { person, competencyKey, closedAt } = row;
  const { side, manager, owner } = partiesOf(row);
  const today = localDay(at, (reader ?? owner ?? person).timeZone);
  const dueOn = dayFromDate(row.dueOn);
  return {
    id: row.id,
    conversationId: row.conversationId ?? undefined,
    report: toPartner(person),
    manager: manager && toPartner(manager),
    side,
    owner: owner && toPartner(owner),
    competencyKey: competencyKey ?? undefined,
    what: row.what,
    measure: row.measure,
    dueOn,
    due: dueState(dueOn, today),
    today,
    state: row.state,
    reason: row.reason,
    timesRescheduled: row.timesRescheduled,
    version: row.version,
    createdAt: row.createdAt,
    closedAt: closedAt ?? undefined,
  };
}

/** Returns an action item's side, its owner of today, and the manager of today. */
export function partiesOf({ person, ownerId }: Pick<ActionItemRow, 'person' | 'ownerId'>) {
  const side: ActionItemSide = ownerId === person.id ? 'report' : 'manager';
  const manager = managerOfToday(person);
  const owner = side === 'report' ? person : manager;
  return { side, manager, owner };
}
