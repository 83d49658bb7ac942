import type { WebClient } from '@slack/web-api';
import { teamState } from '../../services/digests.js';
import { readOverview } from '../../services/overview.js';
import type { SlackContext } from '../context.js';
import { failureText } from '../failure.js';
import { homeTroubleView, homeView } from './blocks.js';

/**
 * Draws a person's Home anew. Never throws: what can't be read is told on Home itself, where the
 * person is, with a way to try again.
 */
export async function publishHome(
  slack: SlackContext,
  client: WebClient,
  slackUserId: string,
): Promise<void> {
  const { services } = slack;
  try {
    const view = await currentHome(slack, slackUserId);
    await client.views.publish({ user_id: slackUserId, view });
  } catch (error) {
    const what = "I couldn't draw this page";
    const sentence = failureText(services.log, error, { what, user: slackUserId });
    await client.views
      .publish({ user_id: slackUserId, view: homeTroubleView(sentence) })
      .catch(() => services.log.warn({ user: slackUserId }, 'Home could not be published'));
  }
}

async function currentHome({ services, workspace, command }: SlackContext, slackUserId: string) {
  const workspaceId = workspace.id;
  const version = services.frameworks.current(workspaceId);
  const overview = await readOverview(services, { workspaceId, slackUserId });
  const at = services.clock.now();
  const { person: manager, reports } = overview;
  const state = reports > 0 ? await teamState(services, { workspaceId, manager, at }) : undefined;
  return homeView({ version, overview, team: state?.team, command });
}
