import { LogLevel, WebClient } from '@slack/web-api';
import type { CommandLineConfig } from '../config.js';
import type { Messenger } from '../services/delivery/messenger.js';
import { UserFacingError } from '../services/errors/index.js';
import { backgroundClient } from '../slack/bolt/web-api/clients.js';
import { fetchThrough } from '../slack/bolt/web-api/way-out.js';
import { slackMessenger } from '../slack/delivery/send.js';
import type { Session } from './session.js';

type SlackSettings = NonNullable<CommandLineConfig['slack']>;

/** The settings, or a UserFacingError that says how to get a token. */
export function needSlack(slack: CommandLineConfig['slack']): SlackSettings {
  if (slack) return slack;
  throw new UserFacingError(
    "This needs Slack: set SLACK_BOT_TOKEN. Copy it from your Slack app's page OAuth & Permissions.",
  );
}

/** What sends messages, or a UserFacingError that says how to get a token. */
export function sendingMessenger({
  context,
  slack,
}: Pick<Session, 'context' | 'slack'>): Messenger {
  const { botToken, ...how } = needSlack(slack);
  return slackMessenger(backgroundClient(botToken, how), { ...how, log: context.log });
}

/** A client for reading many profiles: nobody waits for it, so it waits as long as Slack asks. */
export function readingClient({ botToken, apiUrl, proxy }: SlackSettings): WebClient {
  return new WebClient(botToken, {
    slackApiUrl: apiUrl,
    fetch: fetchThrough(proxy),
    timeout: 15_000,
    // It would tell of every wait; the command's own lines say what became of it.
    logLevel: LogLevel.ERROR,
    retryConfig: { retries: 10, minTimeout: 500, factor: 1.5 },
  });
}
