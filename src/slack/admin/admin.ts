import { requireAdmin } from '../../services/access/index.js';
import { actor } from '../bolt/actor.js';
import type { SlackContext } from '../bolt/context.js';

/** An admin who acts. */
export interface Admin {
  workspaceId: string;
  by: { personId: string };
}

/** Returns the admin behind a Slack user. Throws UserFacingError for everybody who is none now. */
export async function adminOf(slack: SlackContext, slackUserId: string): Promise<Admin> {
  const { workspaceId, personId } = await actor(slack, slackUserId);
  const admin = { workspaceId, by: { personId } };
  await requireAdmin(slack.services.db, admin);
  return admin;
}
