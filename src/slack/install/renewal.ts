import { LogLevel, WebClient } from '@slack/web-api';
import type { SeveralConfig } from '../../config.js';
import { describeError } from '../../services/errors/index.js';
import { type AskForTokens, RenewalRefused } from '../../services/installation/index.js';
import { interactiveOptions, type Watched } from '../bolt/web-api/clients.js';

/** Errors that are over in a moment. */
const passing: ReadonlySet<string> = new Set([
  'fatal_error',
  'internal_error',
  'ratelimited',
  'request_timeout',
  'service_unavailable',
]);

/**
 * Returns a function that asks Slack for the next tokens. It throws RenewalRefused where Slack refuses, and
 * what the client throws where Slack can't be reached.
 */
export function askingForTokens(slack: SeveralConfig, watched: Watched): AskForTokens {
  const { clientId, clientSecret } = slack.oauth;
  const options = { ...interactiveOptions(slack, watched), timeout: 10_000 };
  const client = new WebClient(undefined, { ...options, logLevel: LogLevel.ERROR });
  return async (refreshToken) => {
    try {
      const answer = await client.oauth.v2.access({
        ...{ client_id: clientId, client_secret: clientSecret },
        ...{ grant_type: 'refresh_token', refresh_token: refreshToken },
      });
      const { access_token: botToken, refresh_token: next, expires_in: seconds } = answer;
      if (botToken === undefined || next === undefined || seconds === undefined) {
        throw new RenewalRefused('no_tokens_in_answer');
      }
      const tokens = { botToken, refreshToken: next };
      return { tokens, tokenExpiresAt: new Date(Date.now() + seconds * 1000) };
    } catch (error) {
      const { slack: code } = describeError(error) as { slack?: string };
      if (code !== undefined && !passing.has(code)) throw new RenewalRefused(code);
      throw error;
    }
  };
}
