import type { Prisma } from '../../database/index.js';
import { conversationFacts, may } from '../../domain/access/access.js';
import { managerOfToday, relationOf } from '../../domain/access/relation.js';
import {
  type ActionItemSide,
  type ActionItemState,
  compareActionItems,
  type DueState,
  dueState,
  recentlyClosedDays,
} from '../../domain/action-item/action-item.js';
import { type Day, dayFromDate } from '../../domain/time/day.js';
import { localDay } from '../../domain/time/working-hours.js';
import { withManager } from '../access/index.js';
import type { Context } from '../context.js';
import { withCompetencyNames } from './competency-names.js';

/** One side of an agreement. */
export interface Partner {
  id: string;
  slackUserId: string;
  name: string;
  timeZone: string;
}

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

/** An action item as a list shows it. */
export interface ListedActionItem extends ActionItem {
  /** What its competency is called; undefined where it is about none. */
  competencyName: string | undefined;
}

export interface ActionItemsOfInput {
  workspaceId: string;
  /** The report. */
  personId: string;
  at: Date;
  /** The person who reads them, if not the report. */
  viewerId?: string;
  /** The version of the ladder beside which they are read, if it is not the one in use. */
  frameworkVersionId?: string;
}

export const actionItemParts = {
  person: { include: withManager },
  conversation: { select: { managerId: true, cycleId: true } },
} satisfies Prisma.ActionItemInclude;

export type ActionItemRow = Prisma.ActionItemGetPayload<{ include: typeof actionItemParts }>;

/**
 * What a report and their managers agreed on: open actions, by their day, then what was done or
 * dropped in the last hundred days, the latest first.
 */
export async function actionItemsOf(
  context: Pick<Context, 'db' | 'frameworks'>,
  { workspaceId, personId, at, viewerId = personId, frameworkVersionId }: ActionItemsOfInput,
): Promise<ListedActionItem[]> {
  const since = new Date(at.getTime() - recentlyClosedDays * 24 * 60 * 60 * 1000);
  const rows = await context.db.actionItem.findMany({
    where: { workspaceId, personId, OR: [{ state: 'open' }, { closedAt: { gte: since } }] },
    include: actionItemParts,
  });
  const items = rows.filter((row) => mayRead(row, viewerId)).map((row) => toActionItem(row, at));
  const named = await withCompetencyNames(context, { workspaceId, frameworkVersionId }, items);
  return named.sort(compareActionItems);
}

function mayRead({ person, state, conversation }: ActionItemRow, viewerId: string): boolean {
  const relation = relationOf(viewerId, person);
  if (state === 'open') return may('followActionItems', { relation });
  return may('readClosedActionItem', {
    relation,
    ...conversationFacts({
      actorId: viewerId,
      managerId: managerOfToday(person)?.id,
      recordedWith: conversation?.managerId,
    }),
  });
}

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

/** Stands for a manager who was erased. */
export const formerManager: Partner = {
  id: '',
  slackUserId: '',
  name: 'a former manager',
  timeZone: 'UTC',
};

export function toPartner({ id, slackUserId, name, timeZone }: Partner): Partner {
  return { id, slackUserId, name, timeZone };
}
