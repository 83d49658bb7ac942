import { LogLevel, WebClient, type WebClientOptions } from '@slack/web-api';
import type { Log } from '../../../services/context.js';
import type { ClientName, SlackObserver } from '../observer.js';
import { observedFetch } from './observed-fetch.js';
import { onlySlack } from './only-slack.js';
import { fetchThrough, type SlackEndpoint } from './proxy.js';

/** The observer of the calls; undefined for the command line, which prints its results. */
export interface Watched {
  log: Log;
  observer?: SlackObserver | undefined;
}

/**
 * Two clients, because one 429 stops a client's whole queue: requests that a person waits for must
 * not wait behind background messages. Neither retries by itself: a post that is sent again after a
 * dropped connection may arrive twice.
 */
export function interactiveOptions(endpoint: SlackEndpoint, watched?: Watched): WebClientOptions {
  return {
    ...withoutRetries(endpoint),
    ...observed(watched, 'impatient', endpoint),
    timeout: 2_500,
  };
}

/** For asking who somebody is: quick, and with a queue of its own, in which nothing else waits. */
export function askingClient(token: string, endpoint: SlackEndpoint, watched?: Watched): WebClient {
  const options = { ...interactiveOptions(endpoint, watched), timeout: 1_500 };
  return new WebClient(token, { ...options, logLevel: LogLevel.ERROR });
}

/** For digests, reminders and reading profiles: waits longer for Slack. */
export function backgroundClient(
  token: string | undefined,
  endpoint: SlackEndpoint,
  watched?: Watched,
): WebClient {
  return new WebClient(token, {
    ...withoutRetries(endpoint),
    ...observed(watched, 'patient', endpoint),
    timeout: 15_000,
    // Its warnings would be between our own lines; the caller reports every failure.
    logLevel: LogLevel.ERROR,
  });
}

/** For opening the socket: retries until Slack is back. */
export function socketOptions(endpoint: SlackEndpoint, watched?: Watched): WebClientOptions {
  return {
    slackApiUrl: endpoint.apiUrl,
    ...observed(watched, 'socket', endpoint),
    timeout: 15_000,
  };
}

function withoutRetries({ apiUrl }: SlackEndpoint): WebClientOptions {
  return { slackApiUrl: apiUrl, retryConfig: { retries: 0 }, rejectRateLimitedCalls: true };
}

function observed(
  watched: Watched | undefined,
  client: ClientName,
  { apiUrl, proxy }: SlackEndpoint,
) {
  const fetch = onlySlack(fetchThrough(proxy), apiUrl);
  return { fetch: watched ? observedFetch(client, { ...watched, apiUrl, fetch }) : fetch };
}
