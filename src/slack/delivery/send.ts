import type { WebClient } from '@slack/web-api';
import type { Log } from '../../services/context.js';
import type { Messenger, SendOutcome } from '../../services/delivery/index.js';
import { describeError } from '../../services/errors/index.js';
import type { Message } from '../ui/blocks.js';
import { findPost } from './find-post.js';
import type { AllMessageBlocks } from './message-blocks.js';
import { messageFor } from './messages.js';
import { markOf } from './post-mark.js';
import { classify } from './send-outcome.js';
import { deletePost, hashOf, updatePost } from './update-post.js';

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
  const all = { command, blocks };
  return {
    perMinute: messagesPerMinute,
    check: (message) => void messageFor(message, all),
    async send({ slackUserId, locale }, message, claim): Promise<SendOutcome> {
      let built: Message;
      try {
        built = messageFor(message, { ...all, locale });
      } catch (error) {
        log.error({ kind: message.kind, ...describeError(error) }, 'a message could not be built');
        return { state: 'failed', reason: 'not_built' };
      }
      try {
        // A user's id as the channel opens the DM.
        const posted = await client.chat.postMessage({
          channel: slackUserId,
          ...built,
          metadata: markOf(claim),
          unfurl_links: false,
          unfurl_media: false,
        });
        const { channel: channelId = '', ts = '' } = posted;
        return { state: 'sent', channelId, ts, drawn: hashOf(built) };
      } catch (error) {
        log.warn(
          { kind: message.kind, ...describeError(error) },
          'a message was not confirmed by Slack',
        );
        return classify(error);
      }
    },
    drawn: ({ locale }, message) => hashOf(messageFor(message, { ...all, locale })),
    update: ({ reader: { locale }, ...post }, message) =>
      updatePost(client, { ...post, ...messageFor(message, { ...all, locale }) }, log),
    remove: (post) => deletePost(client, post, log),
    find: (post) => findPost(client, post, log),
  };
}
