import { LogLevel, WebClient } from '@slack/web-api';
import type { CommandLineConfig } from '../config.js';
import { UserFacingError } from '../services/user-facing-error.js';
import { fetchThrough } from '../slack/way-out.js';

type SlackSettings = NonNullable<CommandLineConfig['slack']>;

/** The settings, or a UserFacingError that says how to get a token. */
export function needSlack(slack: CommandLineConfig['slack']): SlackSettings {
  if (slack) return slack;
  throw new UserFacingError(
    "This needs Slack: set SLACK_BOT_TOKEN. Copy it from your Slack app's page OAuth & Permissions.",
  );
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
