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

/** Returns the settings. Throws a UserFacingError that says how to get a token if there is none. */
function needSlack(slack: CommandLineConfig['slack']): SlackSettings {
  if (slack) return slack;
  throw new UserFacingError(
    "This needs Slack: set SLACK_BOT_TOKEN. Copy it from your Slack app's page OAuth & Permissions.",
  );
}

/** Returns the messenger. Throws UserFacingError, with how to get a token, if there is none. */
export function sendingMessenger({
  context,
  slack,
}: Pick<Session, 'context' | 'slack'>): Messenger {
  const { botToken, ...how } = needSlack(slack);
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
