import {
  WebAPIHTTPError,
  WebAPIPlatformError,
  WebAPIRateLimitedError,
  type WebClient,
} from '@slack/web-api';
import type { Log } from '../services/context.js';
import { describeError } from '../services/error-description.js';
import type { Messenger, OutgoingMessage, SendOutcome } from '../services/messenger.js';
import { messageFor } from './reminder/index.js';

export interface MessengerOptions {
  command: string;
  /** How many messages a minute may go out in the workspace. */
  messagesPerMinute: number;
  log: Log;
}

/** Sends deliveries as DMs. Blocks are built here, at the last moment, from fresh data. */
export function slackMessenger(
  client: WebClient,
  { command, messagesPerMinute, log }: MessengerOptions,
): Messenger {
  return {
    perMinute: messagesPerMinute,
    async send(recipient, message: OutgoingMessage): Promise<SendOutcome> {
      try {
        const { text, blocks } = messageFor(message, { command });
        // A user's id as the channel opens the DM.
        const posted = await client.chat.postMessage({
          channel: recipient.slackUserId,
          text,
          blocks,
          unfurl_links: false,
          unfurl_media: false,
        });
        return { state: 'sent', channelId: posted.channel ?? '', ts: posted.ts ?? '' };
      } catch (error) {
        log.warn(
          { kind: message.kind, ...describeError(error) },
          'a message was not confirmed by Slack',
        );
        return classify(error);
      }
    },
  };
}

/** What an error says about whether the message was posted. */
export function classify(error: unknown): SendOutcome {
  if (error instanceof WebAPIRateLimitedError) {
    return { state: 'limited', afterMs: error.retryAfter * 1000 };
  }
  if (error instanceof WebAPIPlatformError) {
    const reason = error.data.error;
    return laterReasons.has(reason)
      ? { state: 'retry', afterMs: 60_000 }
      : { state: 'failed', reason };
  }
  // Slack answered with an error page before it took the request on.
  if (error instanceof WebAPIHTTPError && error.statusCode < 500) {
    return { state: 'failed', reason: `http_${error.statusCode}` };
  }
  if (neverLeft(error)) return { state: 'retry', afterMs: 60_000 };
  return { state: 'unknown', reason: error instanceof Error ? error.name : 'unknown' };
}

/** Slack's own word that nothing was posted and that it may work later. */
const laterReasons = new Set([
  'ratelimited',
  'rate_limited',
  'service_unavailable',
  'internal_error',
  'request_timeout',
]);

/** No connection came about, so nothing can have been posted. */
function neverLeft(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const { code } = error as { code?: unknown };
  if (code === 'ECONNREFUSED' || code === 'ENOTFOUND' || code === 'EAI_AGAIN') return true;
  const { original } = error as { original?: unknown };
  return neverLeft(original) || neverLeft(error.cause);
}
