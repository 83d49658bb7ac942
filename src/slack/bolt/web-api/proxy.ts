import type { WebClientOptions } from '@slack/web-api';
import { Agent, type Dispatcher, fetch as fetchBy, Pool, ProxyAgent } from 'undici';
import { type HttpProxy, isExempt } from '../../../config/proxy.js';

type ClientsFetch = NonNullable<WebClientOptions['fetch']>;
type Init = NonNullable<Parameters<ClientsFetch>[1]>;

/** What the clients call, and for files with bytes as a body. */
export type Fetch = (
  url: Parameters<ClientsFetch>[0],
  init?: Omit<Init, 'body'> & { body?: Init['body'] | Uint8Array<ArrayBuffer> },
) => ReturnType<ClientsFetch>;

/** How Slack is reached. */
export interface SlackEndpoint {
  apiUrl: string;
  proxy?: HttpProxy | undefined;
}

/** How long to wait for a proxy that accepts the connection and doesn't answer; milliseconds. */
const silentMs = 15_000;

/** Sends what NO_PROXY doesn't exempt through the proxy, in a tunnel; the rest as without one. */
export function proxyDispatcher({ address, authorization, exempt }: HttpProxy): Dispatcher {
  const proxy = new ProxyAgent({
    uri: address,
    ...(authorization !== undefined && { token: authorization }),
    clientFactory: (origin, options) => new Pool(origin, { ...options, headersTimeout: silentMs }),
  });
  return new Agent().compose(
    (direct) => (options, handler) =>
      isExempt(String(options.origin), exempt)
        ? direct(options, handler)
        : proxy.dispatch(options, handler),
  );
}

/** Node's `fetch`; with a proxy undici's, as Node's own takes no proxy of another version of undici. */
export function fetchThrough(proxy: HttpProxy | undefined): Fetch {
  if (!proxy) return (url, init) => fetch(url, init);
  const dispatcher = proxyDispatcher(proxy);
  // Ladder sends no forms, so a body is text or bytes.
  return (url, init) => fetchBy(url, { ...init, body: init?.body as string, dispatcher });
}
