import { LogLevel, WebClient, type WebClientOptions } from '@slack/web-api';

/**
 * Two clients, because one 429 stops a client's whole queue: what a person waits for must not stand
 * behind what goes out on its own accord. Neither retries by itself: a post that is sent again after
 * a dropped connection may arrive twice.
 */
export function impatientOptions(apiUrl: string): WebClientOptions {
  return { ...common(apiUrl), timeout: 2_500 };
}

/** For digests, reminders and reading profiles: waits longer for Slack. */
export function patientClient(token: string, apiUrl: string): WebClient {
  // Its warnings would stand between our own lines; every failure is told by whoever made the call.
  return new WebClient(token, { ...common(apiUrl), timeout: 15_000, logLevel: LogLevel.ERROR });
}

function common(slackApiUrl: string): WebClientOptions {
  return { slackApiUrl, retryConfig: { retries: 0 }, rejectRateLimitedCalls: true };
}
