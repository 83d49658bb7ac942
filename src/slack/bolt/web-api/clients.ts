import { LogLevel, WebClient, type WebClientOptions } from '@slack/web-api';
import type { Log } from '../../../services/context.js';
import type { ClientName, SlackObserver } from '../observer.js';
import { observedFetch } from './observed-fetch.js';
import { fetchThrough, type Way } from './way-out.js';

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
export function interactiveOptions(way: Way, watched?: Watched): WebClientOptions {
  return { ...withoutRetries(way), ...toldTo(watched, 'impatient', way), timeout: 2_500 };
}

/** For asking who somebody is: quick, and with a queue of its own, in which nothing else waits. */
export function askingClient(token: string, way: Way, watched?: Watched): WebClient {
  const options = { ...interactiveOptions(way, watched), timeout: 1_500 };
  return new WebClient(token, { ...options, logLevel: LogLevel.ERROR });
}

/** For digests, reminders and reading profiles: waits longer for Slack. */
export function backgroundClient(token: string, way: Way, watched?: Watched): WebClient {
  return new WebClient(token, {
    ...withoutRetries(way),
    ...toldTo(watched, 'patient', way),
    timeout: 15_000,
    // Its warnings would be between our own lines; the caller reports every failure.
    logLevel: LogLevel.ERROR,
  });
}

/** For opening the socket: retries until Slack is back. */
export function socketOptions(way: Way, watched?: Watched): WebClientOptions {
  return { slackApiUrl: way.apiUrl, ...toldTo(watched, 'socket', way), timeout: 15_000 };
}

function withoutRetries({ apiUrl }: Way): WebClientOptions {
  return { slackApiUrl: apiUrl, retryConfig: { retries: 0 }, rejectRateLimitedCalls: true };
}

function toldTo(watched: Watched | undefined, client: ClientName, { apiUrl, proxy }: Way) {
  const fetch = fetchThrough(proxy);
  return { fetch: watched ? observedFetch(client, { ...watched, apiUrl, fetch }) : fetch };
}
