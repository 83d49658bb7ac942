import { LogLevel, WebClient, type WebClientOptions } from '@slack/web-api';
import type { Log } from '../../../services/context.js';
import type { ClientName, SlackObserver } from '../observer.js';
import { observedFetch } from './observed-fetch.js';
import { fetchThrough, type Way } from './way-out.js';

/** Who is told of the calls; left out by the command line, which prints what it does. */
export interface Watched {
  log: Log;
  observer?: SlackObserver | undefined;
}

/**
 * Two clients, because one 429 stops a client's whole queue: what a person waits for must not stand
 * behind what goes out on its own accord. Neither retries by itself: a post that is sent again after
 * a dropped connection may arrive twice.
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
    // Its warnings would stand between our own lines; every failure is told by whoever made the call.
    logLevel: LogLevel.ERROR,
  });
}

/** For opening the socket: tries again by itself until Slack is back. */
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
