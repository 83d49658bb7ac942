import { may } from '../../domain/access/access.js';
import { findRelation } from '../access/index.js';
import {
  actionItemsOf,
  actionItemsWithReports,
  type ListedActionItem,
  type Partner,
  toPartner,
} from '../action-item/index.js';
import type { Context } from '../context.js';
import { UserFacingError } from '../errors/index.js';
import { type AnsweredConversation, latestConversation } from './answers.js';

/** All that somebody sees of a report's actions. */
export interface ActionItemList {
  viewer: Partner;
  report: Partner;
  /** Open ones first, by their day; then those that were closed of late. */
  actionItems: ListedActionItem[];
  /** Of one's own list: what one is to do for one's own reports. */
  withReports: ListedActionItem[];
  /** Of one's own list: the latest record, to be confirmed or commented on. */
  conversation: AnsweredConversation | undefined;
}

/**
 * A report's actions, for the report or their manager of today. Throws UserFacingError for everybody
 * else, former managers included.
 */
export async function listActionItems(
  context: Context,
  input: { workspaceId: string; viewerId: string; personId: string },
): Promise<ActionItemList> {
  const { workspaceId, viewerId, personId } = input;
  const at = context.clock.now();
  const pair = { workspaceId, actorId: viewerId, subjectId: personId };
  const { relation, subject: report } = await findRelation(context.db, pair);
  const isOwn = relation === 'self';
  const viewer = isOwn ? report : report?.manager;
  if (!viewer || !report || !may('followActionItems', { relation })) {
    throw new UserFacingError(
      'These actions are between a report and their manager of today, and you are neither.',
    );
  }
  const [actionItems, withReports, conversation] = await Promise.all([
    actionItemsOf(context, { workspaceId, personId, viewerId, at }),
    isOwn ? actionItemsWithReports(context, { workspaceId, personId, at }) : [],
    isOwn ? latestConversation(context, { workspaceId, personId }) : undefined,
  ]);
  return {
    viewer: toPartner(viewer),
    report: toPartner(report),
    actionItems,
    withReports,
    conversation,
  };
}
