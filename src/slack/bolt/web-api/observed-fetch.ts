import type { Log } from '../../../services/context.js';
import { addSpanFacts, inSpan } from '../../../services/span.js';
import type { ClientName, SlackObserver } from '../observer.js';
import type { Fetch } from './proxy.js';

type Init = NonNullable<Parameters<Fetch>[1]>;

/** For calls that bring no limit of their own: Bolt's to a `response_url`. */
const limitMs = 10_000;

interface ObservedFetchOptions {
  apiUrl: string;
  fetch: Fetch;
  log: Log;
  observer?: SlackObserver | undefined;
}

/**
 * Returns a `fetch` that reports each call's outcome and time to the observer, to the log at level debug,
 * and as a span. Reading the body is part of the call.
 */
export function observedFetch(
  client: ClientName,
  { apiUrl, fetch, log, observer }: ObservedFetchOptions,
): Fetch {
  return (url, init) => {
    const begun = performance.now();
    const method = methodOf(String(url), apiUrl);
    const report = (outcome: string) => {
      const seconds = (performance.now() - begun) / 1000;
      observer?.called({ client, method, outcome, seconds });
      addSpanFacts(() => ({ outcome }), { failed: outcome !== 'ok' });
      log.debug?.({ client, method, outcome, ms: Math.round(seconds * 1000) }, 'Slack was called');
    };
    return inSpan(`Slack: ${method}`, { client, method }, async () => {
      try {
        const { response, outcome } = await call(fetch, url, init);
        report(outcome);
        return response;
      } catch (error) {
        const inTime = !(error instanceof Error && error.name === 'TimeoutError');
        report(inTime ? 'unreachable' : 'timeout');
        throw error;
      }
    });
  };
}

async function call(fetch: Fetch, url: string | URL, init: Init | undefined) {
  const signal = init?.signal ?? AbortSignal.timeout(limitMs);
  const answered = await fetch(url, { ...init, signal });
  if (answered.status === 429) return { response: answered, outcome: 'ratelimited' };
  if (!answered.ok) return { response: answered, outcome: `http_${answered.status}` };
  const text = await answered.text();
  // Some statuses allow no body, not even an empty one.
  const { status, statusText } = answered;
  const headers = [...answered.headers.entries()];
  const response = new Response(text || null, { status, statusText, headers });
  return { response, outcome: outcomeOf(text) };
}

/** A `response_url` answers with "ok" or nothing; a method with JSON that says whether it worked. */
function outcomeOf(text: string): string {
  if (!text.startsWith('{')) return 'ok';
  try {
    const { ok, error } = JSON.parse(text) as { ok?: unknown; error?: unknown };
    if (ok !== false) return 'ok';
    return typeof error === 'string' && /^[a-z_]{1,40}$/.test(error) ? error : 'other_error';
  } catch {
    // Not the JSON that Slack answers with: perhaps a proxy's page.
    return 'other_error';
  }
}

/** Never the whole address: that of a `response_url` is a secret. */
function methodOf(url: string, apiUrl: string): string {
  return url.startsWith(apiUrl) ? url.slice(apiUrl.length) : 'response_url';
}
