import type { WebClient } from '@slack/web-api';
import { describeError, UserFacingError } from '../../../services/errors/index.js';
import type { SlackEndpoint } from './proxy.js';
import { tokenCodes } from './token-codes.js';
import { unreachableText } from './unreachable.js';

/** The workspace of the token, and the bot in it. */
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
 * Asks Slack whether it takes the app token, with which Socket Mode opens its connection. Throws
 * TokenRefused if it doesn't. Whatever else goes wrong may be over in a moment.
 */
export async function checkAppToken(client: WebClient): Promise<void> {
  try {
    await client.apps.connections.open();
  } catch (error) {
    const { slack } = describeError(error) as { slack?: string };
    if (slack === undefined || passing.has(slack)) return;
    const why = appTokenAdvice[slack] ?? 'See what Slack says of it';
    throw new TokenRefused(
      `Slack refuses SLACK_APP_TOKEN (${slack}). ${why}: your Slack app's page Basic Information, App-Level Tokens.`,
      { cause: error },
    );
  }
}

/** Errors of Slack's own: Socket Mode retries by itself. */
const passing = new Set(['ratelimited', 'internal_error', 'fatal_error', 'service_unavailable']);

const appTokenAdvice: Partial<Record<string, string>> = {
  invalid_auth: 'Copy it again',
  not_authed: 'Copy it again',
  token_revoked: 'Make a new one with connections:write',
  token_expired: 'Make a new one with connections:write',
  account_inactive: 'Make a new one with connections:write',
  missing_scope: 'Make one with the scope connections:write',
  not_allowed_token_type: 'It is a token of another kind; make one with connections:write',
};

/**
 * Returns the identity of the token. Throws TokenRefused if Slack doesn't accept it, and an Error
 * in words if Slack can't be reached or has errors of its own. `ofInstallation`: the token is that of an
 * installation, and not of the environment.
 */
export async function identify(
  client: WebClient,
  endpoint: SlackEndpoint,
  { ofInstallation = false } = {},
): Promise<Identity> {
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
    // Its cause has the code of a connection, which may look like the database's.
    if (slack === undefined) throw new UserFacingError(unreachableText(error, endpoint), cause);
    if (tokenCodes.has(slack)) {
      throw new TokenRefused(
        ofInstallation
          ? `Slack refuses the token (${slack}). Install the app again at /slack/install.`
          : `Slack refuses SLACK_BOT_TOKEN (${slack}). Copy it again from your Slack app's page OAuth & Permissions.`,
        cause,
      );
    }
    const token = ofInstallation ? 'the token' : 'token SLACK_BOT_TOKEN';
    throw new Error(
      `Slack doesn't say whose ${token} is (${slack}). See https://status.slack.com, and try again.`,
      cause,
    );
  }
}

/**
 * Asks Slack whether it takes the bot token. Throws an Error in words where Slack can't be reached or has
 * errors of its own.
 */
export async function takesToken(client: WebClient, endpoint: SlackEndpoint): Promise<boolean> {
  try {
    await identify(client, endpoint);
    return true;
  } catch (error) {
    if (error instanceof TokenRefused) return false;
    throw error;
  }
}
