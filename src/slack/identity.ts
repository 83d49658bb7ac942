import type { WebClient } from '@slack/web-api';
import { describeError } from '../services/error-description.js';
import { tokenCodes } from './token-codes.js';
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

/** Slack doesn't take the token; says in words what to do. */
export class TokenRefused extends Error {
  override name = 'TokenRefused';
}

/**
 * Asks Slack whose token it is. Throws TokenRefused if Slack doesn't take it, and an Error in words if
 * Slack can't be reached or has troubles of its own.
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
    const cause = { cause: error };
    if (slack === undefined) throw new Error(unreachableText(error, way), cause);
    if (tokenCodes.has(slack)) {
      throw new TokenRefused(
        `Slack refuses SLACK_BOT_TOKEN (${slack}). Copy it again from your Slack app's page OAuth & Permissions.`,
        cause,
      );
    }
    throw new Error(
      `Slack doesn't say whose token SLACK_BOT_TOKEN is (${slack}). See https://status.slack.com, and try again.`,
      cause,
    );
  }
}
