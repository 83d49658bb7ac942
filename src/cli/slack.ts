import { LogLevel, WebClient } from '@slack/web-api';
import type { CommandLineConfig } from '../config.js';
import type { Messenger } from '../services/delivery/index.js';
import { UserFacingError } from '../services/errors/index.js';
import { backgroundClient } from '../slack/bolt/web-api/clients.js';
import { fetchThrough } from '../slack/bolt/web-api/proxy.js';
import { slackMessenger } from '../slack/delivery/send.js';
import { messageBlocks } from '../slack/messages.js';
import type { Session } from './session.js';

type SlackSettings = NonNullable<CommandLineConfig['slack']>;

/** Returns the messenger. Throws UserFacingError, with how to get a token, if there is none. */
export function sendingMessenger({
  context,
  slack,
  noSlack,
}: Pick<Session, 'context' | 'slack' | 'noSlack'>): Messenger {
  if (!slack) throw new UserFacingError(noSlack);
  const { botToken, ...how } = slack;
  return slackMessenger(backgroundClient(botToken, how), {
    ...how,
    blocks: messageBlocks,
    log: context.log,
  });
}

/** Returns a client for reading many profiles, which waits as long as Slack asks it to. */
export function readingClient({ botToken, apiUrl, proxy }: SlackSettings): WebClient {
  return new WebClient(botToken, {
    slackApiUrl: apiUrl,
    fetch: fetchThrough(proxy),
    timeout: 15_000,
    // The client would log every wait; the command's own lines say what happened.
    logLevel: LogLevel.ERROR,
    retryConfig: { retries: 10, minTimeout: 500, factor: 1.5 },
  });
}
