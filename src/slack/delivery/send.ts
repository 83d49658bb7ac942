import type { WebClient } from '@slack/web-api';
import type { Log } from '../../services/context.js';
import type { Messenger, OutgoingMessage, SendOutcome } from '../../services/delivery/index.js';
import { describeError } from '../../services/errors/index.js';
import { findPost } from './find-post.js';
import type { AllMessageBlocks } from './message-blocks.js';
import { messageFor } from './messages.js';
import { markOf } from './post-mark.js';
import { classify } from './send-outcome.js';

export interface MessengerOptions {
  command: string;
  /** How many messages a minute may go out in the workspace. */
  messagesPerMinute: number;
  /** The block builders of all kinds. */
  blocks: AllMessageBlocks;
  log: Log;
}

/** Sends deliveries as DMs. Blocks are built here, at the last moment, from fresh data. */
export function slackMessenger(
  client: WebClient,
  { command, messagesPerMinute, blocks, log }: MessengerOptions,
): Messenger {
  return {
    perMinute: messagesPerMinute,
    check: (message) => void messageFor(message, { command, blocks }),
    async send({ slackUserId }, message, claim): Promise<SendOutcome> {
      const built = build(message, { command, blocks, log });
      if (!built) return { state: 'failed', reason: 'not_built' };
      try {
        // A user's id as the channel opens the DM.
        const posted = await client.chat.postMessage({
          channel: slackUserId,
          ...built,
          metadata: markOf(claim),
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
    find: (post) => findPost(client, post, log),
  };
}

/** Whatever goes wrong here, nothing has left: Slack was not asked yet. */
function build(
  message: OutgoingMessage,
  { command, blocks, log }: Pick<MessengerOptions, 'command' | 'blocks' | 'log'>,
): ReturnType<typeof messageFor> | undefined {
  try {
    return messageFor(message, { command, blocks });
  } catch (error) {
    log.error({ kind: message.kind, ...describeError(error) }, 'a message could not be built');
    return undefined;
  }
}
