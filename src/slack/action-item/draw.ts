import type { ModalView } from '@slack/types';
import { listActionItems } from '../../services/conversation/index.js';
import { actor } from '../bolt/actor.js';
import type { SlackContext } from '../bolt/context.js';
import { listView } from './views.js';

/** The record about a check-in for this Slack user, with a note on what was just done. */
export type DrawRecord = (
  slack: SlackContext,
  slackUserId: string,
  checkInId: string,
  note: string,
) => Promise<ModalView>;

/** The actions of a report as somebody sees them today; one's own without a report's id. */
export async function drawList(
  slack: SlackContext,
  slackUserId: string,
  { reportId, note }: { reportId?: string | undefined; note?: string } = {},
): Promise<ModalView> {
  const { services } = slack;
  const { workspaceId, personId: viewerId } = await actor(slack, slackUserId);
  const list = await listActionItems(services, {
    workspaceId,
    viewerId,
    personId: reportId ?? viewerId,
  });
  return listView(list, { note });
}
