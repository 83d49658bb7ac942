import { compareActions } from '../../domain/action-item/action-item.js';
import type { Context } from '../context.js';
import { type AnsweredConversation, latestConversation } from '../conversation/answers.js';
import { UserFacingError } from '../errors/user-facing-error.js';
import {
  type AgreedAction,
  actionParts,
  actionsOf,
  type Partner,
  toAction,
  toPartner,
} from './action-items.js';

/** All that somebody sees of a report's actions. */
export interface ActionList {
  viewer: Partner;
  report: Partner;
  /** Open ones first, by their day; then those that were closed of late. */
  actions: AgreedAction[];
  /** Of one's own list: what one is to do for one's own reports. */
  withReports: AgreedAction[];
  /** Of one's own list: the latest record, to be confirmed or commented on. */
  conversation: AnsweredConversation | undefined;
}

/**
 * A report's actions, for the report or their manager of today. Throws UserFacingError for everybody
 * else, former managers included.
 */
export async function listActions(
  context: Context,
  input: { workspaceId: string; viewerId: string; personId: string },
): Promise<ActionList> {
  const { db, clock } = context;
  const { workspaceId, viewerId, personId } = input;
  const at = clock.now();
  const people = await db.person.findMany({
    where: { workspaceId, id: { in: [viewerId, personId] } },
  });
  const viewer = people.find(({ id }) => id === viewerId);
  const report = people.find(({ id }) => id === personId);
  const isOwn = viewerId === personId;
  if (!viewer || !report || (!isOwn && report.managerId !== viewerId)) {
    throw new UserFacingError(
      'These actions are between a report and their manager of today, and you are neither.',
    );
  }
  const [actions, withReports, conversation] = await Promise.all([
    actionsOf(context, { workspaceId, personId, viewerId, at }),
    isOwn ? actionsWithReports(context, { workspaceId, personId, at }) : [],
    isOwn ? latestConversation(context, { workspaceId, personId }) : undefined,
  ]);
  return {
    viewer: toPartner(viewer),
    report: toPartner(report),
    actions,
    withReports,
    conversation,
  };
}

/** What is open for somebody: as a report, and what they are to do for their own reports. */
export async function openActionsFor(
  context: Pick<Context, 'db'>,
  whose: { workspaceId: string; personId: string; at: Date },
): Promise<AgreedAction[]> {
  const [own, withReports] = await Promise.all([
    actionsOf(context, whose),
    actionsWithReports(context, whose),
  ]);
  return [...own.filter(({ state }) => state === 'open'), ...withReports].sort(compareActions);
}

/** What a manager is to do for their reports of today: open actions, by their day. */
export async function actionsWithReports(
  { db }: Pick<Context, 'db'>,
  { workspaceId, personId, at }: { workspaceId: string; personId: string; at: Date },
): Promise<AgreedAction[]> {
  const rows = await db.action.findMany({
    where: {
      workspaceId,
      state: 'open',
      person: { managerId: personId, leftAt: null, isBot: false },
    },
    include: actionParts,
  });
  return rows
    .map((row) => toAction(row, at))
    .filter(({ side }) => side === 'manager')
    .sort(compareActions);
}
