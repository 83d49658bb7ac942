import { WebAPIRateLimitedError } from '@slack/web-api';
import type { Check } from './index.js';

/** A socket is opened anew now and then, which takes some seconds. */
const reconnectMs = 30_000;

/**
 * Whether Slack answers and takes the token. `ask` throws an Error in words if not; its answer holds
 * half a minute, so that nobody can use it to hammer Slack.
 */
export function slackCheck(ask: () => Promise<unknown>): Check {
  return {
    holdsMs: 30_000,
    otherwise:
      "Slack is not answering. Check this machine's network, and https://status.slack.com; Ladder goes on by itself.",
    async look() {
      try {
        await ask();
        return undefined;
      } catch (error) {
        // Who asks to wait is there.
        if ((error as Error).cause instanceof WebAPIRateLimitedError) return undefined;
        return error instanceof Error ? error.message : String(error);
      }
    },
  };
}

/** Whether the socket is open; `lostForMs` is undefined while it is, and over HTTP. */
export function socketCheck(lostForMs: () => number | undefined): Check {
  return {
    holdsMs: 0,
    otherwise: 'The socket to Slack is closed.',
    async look() {
      const lost = lostForMs();
      if (lost === undefined || lost < reconnectMs) return undefined;
      return `The socket to Slack has been closed for ${Math.round(lost / 1000)} seconds, so nothing that people do reaches Ladder. Check the network, that Socket Mode is on in the Slack app, and SLACK_APP_TOKEN: npm run ladder -- doctor`;
    },
  };
}
