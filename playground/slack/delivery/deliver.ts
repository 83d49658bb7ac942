import { tracingChannel } from 'node:diagnostics_channel';
import type { AppRequest, RequestKind } from '../../contract.js';
import type { LocalSlackOptions, Timing } from '../options.js';
import type { Store } from '../state/store.js';
import { type Fields, isFields } from '../state/types.js';
import { signatureHeaders } from './sign.js';

/** A request of Slack to the app. */
export interface Delivery {
  kind: RequestKind;
  what: string;
  as?: string;
  payload: Fields;
  retry?: { number: number; reason: string };
}

/** The app's answer. `body` is undefined if it was empty. */
export interface Ack {
  request: AppRequest;
  body: unknown;
  /** The app asked for no retries of this event. */
  noRetry: boolean;
}

/** An open Socket Mode connection, in place of HTTP. */
export interface Socket {
  send: (delivery: Delivery, timeoutMs: number) => Promise<{ body: unknown } | 'timeout'>;
}

export type Deliver = (delivery: Delivery) => Promise<Ack>;

interface Wiring {
  options: LocalSlackOptions;
  timing: Timing;
  store: Store;
  requestUrl: () => string | undefined;
  socket: () => Socket | undefined;
}

const keptRequests = 200;
/** Tells who listens when an envelope leaves and when it is acknowledged; `fetch` has channels of its own. */
const envelopes = tracingChannel('local-slack:envelope');

/** Returns the function that sends to the app, waits for its ack and logs both. */
export function makeDeliver(wiring: Wiring): Deliver {
  const { store, timing } = wiring;
  return async (delivery) => {
    const request = logged(store, delivery);
    const startedAt = performance.now();
    const url = wiring.requestUrl();
    const socket = wiring.socket();
    let body: unknown;
    let noRetry = false;
    if (socket) {
      const sending = () => socket.send(delivery, timing.ackMs);
      const answer = await envelopes.tracePromise(sending, { what: delivery.what });
      request.outcome = answer === 'timeout' ? 'timeout' : 'acked';
      if (answer !== 'timeout') {
        request.status = 200;
        body = answer.body;
      }
    } else if (url !== undefined) {
      const answer = await post(url, delivery, wiring);
      request.outcome = answer.outcome;
      if (answer.status !== undefined) request.status = answer.status;
      ({ body, noRetry } = answer);
    } else {
      request.outcome = 'unreachable';
    }
    request.ackMs = Math.round((performance.now() - startedAt) * 10) / 10;
    store.changed('requests');
    return { request, body, noRetry };
  };
}

function logged(store: Store, delivery: Delivery): AppRequest {
  const request: AppRequest = {
    id: store.nextNumber(),
    at: new Date().toISOString(),
    kind: delivery.kind,
    what: delivery.what,
    outcome: 'pending',
    retry: delivery.retry?.number ?? 0,
  };
  if (delivery.as !== undefined) request.as = delivery.as;
  store.requests.push(request);
  if (store.requests.length > keptRequests) store.requests.shift();
  store.changed('requests');
  return request;
}

async function post(url: string, delivery: Delivery, { options, timing }: Wiring) {
  const { contentType, body } = encode(delivery);
  const headers: Record<string, string> = {
    'content-type': contentType,
    'user-agent': 'Slackbot 1.0 (+https://api.slack.com/robots)',
    ...signatureHeaders(options.signingSecret, body, Date.now()),
  };
  if (delivery.retry) {
    headers['x-slack-retry-num'] = String(delivery.retry.number);
    headers['x-slack-retry-reason'] = delivery.retry.reason;
  }
  try {
    const signal = AbortSignal.timeout(timing.ackMs);
    const response = await fetch(url, { method: 'POST', headers, body, signal });
    const text = await response.text();
    return {
      outcome: response.ok ? ('acked' as const) : ('failed' as const),
      status: response.status,
      body: decode(text),
      noRetry: response.headers.get('x-slack-no-retry') === '1',
    };
  } catch (error) {
    const timedOut = error instanceof Error && error.name === 'TimeoutError';
    const outcome = timedOut ? ('timeout' as const) : ('unreachable' as const);
    return { outcome, status: undefined, body: undefined, noRetry: false };
  }
}

function encode({ kind, payload }: Delivery): { contentType: string; body: string } {
  if (kind === 'event') return { contentType: 'application/json', body: JSON.stringify(payload) };
  const form = new URLSearchParams();
  if (kind === 'command') {
    for (const [key, value] of Object.entries(payload)) form.set(key, String(value));
  } else {
    form.set('payload', JSON.stringify(payload));
  }
  return { contentType: 'application/x-www-form-urlencoded', body: form.toString() };
}

function decode(text: string): unknown {
  if (text.trim() === '') return undefined;
  try {
    const json: unknown = JSON.parse(text);
    return isFields(json) ? json : text;
  } catch {
    return text;
  }
}
