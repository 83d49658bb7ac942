import type { WebClient } from '@slack/web-api';
import { describeError } from '../services/error-description.js';
import { unreachableText } from './unreachable.js';
import type { Way } from './way-out.js';

/** Who we are in Slack: the workspace, and our bot in it. */
export interface Identity {
  teamId: string;
  teamName: string;
  /** The organization that the workspace belongs to, if it does. */
  enterpriseId?: string | undefined;
  botId: string;
  botUserId: string;
}

/**
 * Asks Slack whose token it is. Throws an Error in words if Slack refuses the token or can't be reached.
 */
export async function identify(client: WebClient, way: Way): Promise<Identity> {
  try {
    const {
      team_id = '',
      team = '',
      bot_id = '',
      user_id = '',
      enterprise_id,
    } = await client.auth.test();
    return {
      ...{ teamId: team_id, teamName: team, botId: bot_id, botUserId: user_id },
      ...(enterprise_id && { enterpriseId: enterprise_id }),
    };
  } catch (error) {
    const { slack } = describeError(error) as { slack?: string };
    throw new Error(
      slack
        ? `Slack refuses SLACK_BOT_TOKEN (${slack}). Copy it again from your Slack app's page OAuth & Permissions.`
        : unreachableText(error, way),
      { cause: error },
    );
  }
}
