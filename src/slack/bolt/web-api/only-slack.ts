import type { Fetch } from './proxy.js';

/**
 * Returns a `fetch` that calls Slack and nothing else: the address to answer at (`response_url`) comes
 * with a request, and what is answered there is for the person alone. Rejects for any other address.
 */
export function onlySlack(fetch: Fetch, apiUrl: string): Fetch {
  const own = new URL(apiUrl).host;
  return async (url, init) => {
    const { host, hostname, protocol } = new URL(url);
    const isSlacks = protocol === 'https:' && /(^|\.)slack(-gov)?\.com$/.test(hostname);
    if (host !== own && !isSlacks) throw new Error('an answer to an address that is not of Slack');
    return fetch(url, init);
  };
}
