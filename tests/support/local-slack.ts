import { App, HTTPReceiver, LogLevel } from '@slack/bolt';
import { WebClient } from '@slack/web-api';
import {
  type LocalSlack,
  type LocalSlackOptions,
  startLocalSlack,
} from '../../playground/slack/index.js';

export const signingSecret = 'a-made-up-signing-secret';
export const botToken = 'xoxb-made-up';

/** The workspace's id where a test names none. */
export const localTeamId = 'T0LADDER';

/** A small workspace of made-up people. */
export const ana = 'U0ANA';
export const ben = 'U0BEN';
export const general = 'C0GENERAL';

/** Options for a small workspace; whatever is given wins. */
export function workspaceOptions(more: Partial<LocalSlackOptions> = {}): LocalSlackOptions {
  return {
    botToken,
    signingSecret,
    bot: { botId: 'B0LADDER', botUserId: 'U0LADDER', name: 'Ladder' },
    people: [
      { id: ana, name: 'Ana Associate', tz: 'America/New_York', locale: 'en-US' },
      { id: ben, name: 'Ben Lead', tz: 'Europe/Berlin', isAdmin: true, email: 'ben@example.com' },
    ],
    channels: [{ id: general, name: 'general' }],
    // Patient, so that a busy machine fails no test; those about timeouts shorten it.
    timing: { ackMs: 20_000, triggerMs: 20_000, eventRetryMs: [5, 5, 5] },
    ...more,
  };
}

/** Keeps Slack's clients from printing what a test provokes. */
export const quietLogger = {
  debug() {},
  info() {},
  warn() {},
  error() {},
  setLevel() {},
  getLevel: () => LogLevel.ERROR,
  setName() {},
};

/** A Web API client of the app, as it comes without retries. */
export function clientOf(slack: LocalSlack, token = botToken): WebClient {
  const retryConfig = { retries: 0 };
  return new WebClient(token, { slackApiUrl: slack.apiUrl, retryConfig, logger: quietLogger });
}

/** The error that Slack answers a call with; 'no error' if it was fine. */
export async function errorOf(call: Promise<unknown>): Promise<unknown> {
  return call.then(
    () => 'no error',
    (error: { data?: { error: string } }) => error.data?.error ?? error,
  );
}

/** A Bolt app and the local Slack that talks to it, both running. */
export interface SlackWithApp {
  slack: LocalSlack;
  app: App;
  stop: () => Promise<void>;
}

/** Starts both over HTTP; `register` adds the app's listeners. */
export async function startSlackWithApp(
  register: (app: App) => void,
  options: Partial<LocalSlackOptions> = {},
): Promise<SlackWithApp> {
  const slack = await startLocalSlack(workspaceOptions(options));
  const receiver = new HTTPReceiver({ signingSecret, logger: quietLogger });
  const app = new App({
    receiver,
    token: botToken,
    botId: 'B0LADDER',
    botUserId: 'U0LADDER',
    tokenVerificationEnabled: false,
    logger: quietLogger,
    clientOptions: { slackApiUrl: slack.apiUrl, retryConfig: { retries: 0 } },
  });
  register(app);
  const server = await receiver.start(0);
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The app has no port');
  slack.connectApp(`http://127.0.0.1:${address.port}/slack/events`);
  return {
    slack,
    app,
    stop: async () => {
      await slack.close();
      server.closeAllConnections();
      await receiver.stop();
    },
  };
}
