import { conversationFacts, may } from '../../domain/access/access.js';
import { managerOfToday, relationOf } from '../../domain/access/relation.js';
import { compareActionItems, recentlyClosedDays } from '../../domain/action-item/action-item.js';
import { type Day, dateFromDay } from '../../domain/time/day.js';
import type { Context } from '../context.js';
import {
  type ActionItem,
  type ActionItemRow,
  actionItemParts,
  toActionItem,
} from './action-items.js';
import { withCompetencyNames } from './competency-names.js';

/** Returns a person's open action items: as a report, and those that they own for their reports. */
export async function openActionItemsFor(
  context: Pick<Context, 'db' | 'frameworks'>,
  whose: { workspaceId: string; personId: string; at: Date },
): Promise<ListedActionItem[]> {
  const [own, withReports] = await Promise.all([
    actionItemsOf(context, whose),
    actionItemsWithReports(context, whose),
  ]);
  return [...own.filter(({ state }) => state === 'open'), ...withReports].sort(compareActionItems);
}

/** What a manager is to do for their reports of today: open actions, by their day. */
export async function actionItemsWithReports(
  context: Pick<Context, 'db' | 'frameworks'>,
  { workspaceId, personId, at }: { workspaceId: string; personId: string; at: Date },
): Promise<ListedActionItem[]> {
  const rows = await context.db.actionItem.findMany({
    where: {
      workspaceId,
      state: 'open',
      person: { managerId: personId, manager: { leftAt: null }, leftAt: null, isBot: false },
    },
    include: actionItemParts,
  });
  const items = rows.map((row) => toActionItem(row, at)).filter(({ side }) => side === 'manager');
  return (await withCompetencyNames(context, { workspaceId }, items)).sort(compareActionItems);
}

/**
 * What a report and their managers agreed on in conversations of cycles with an earlier review date, as
 * `actionItemsOf` returns it.
 */
export async function earlierActionItems(
  context: Pick<Context, 'db' | 'frameworks'>,
  { reviewOn, ...whose }: ActionItemsOfInput & { reviewOn: Day },
): Promise<ListedActionItem[]> {
  const { workspaceId, personId } = whose;
  const [actionItems, conversations] = await Promise.all([
    actionItemsOf(context, whose),
    context.db.conversation.findMany({
      where: { workspaceId, personId, cycle: { reviewOn: { lt: dateFromDay(reviewOn) } } },
      select: { id: true },
    }),
  ]);
  const earlier = new Set(conversations.map(({ id }) => id));
  return actionItems.filter(({ conversationId: id }) => id === undefined || earlier.has(id));
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
