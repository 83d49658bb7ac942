import { AsyncLocalStorage } from 'node:async_hooks';
import { subscribe } from 'node:diagnostics_channel';
import { availableParallelism, loadavg } from 'node:os';
import { setTimeout as pause } from 'node:timers/promises';

/** Slack shows an error to the person who waited longer than this. */
export const slackWaitsMs = 3000;
/** How often this process notes that it gets to run. */
const tickMs = 20;
/** A standstill this old is of no request that is still open. */
const keptMs = 120_000;

/** A request that was not acknowledged in time. */
export interface LateAck {
  request: string;
  /** From its sending until its ack, less the time for which this process had to wait for a processor. */
  tookMs: number;
}

/** What undici, Node's `fetch`, publishes about a request. */
interface HttpMessage {
  request: { method: string; path: string; headers: string[] };
}

/** What the local Slack publishes about an envelope that it sends over a socket. */
interface EnvelopeMessage {
  what: string;
}

interface Standstill {
  from: number;
  to: number;
  /** How much of it was not this process's own work. */
  waitedMs: number;
}

/** A request that took longer by the clock on the wall. */
interface Slow {
  request: string;
  from: number;
  to: number;
}

const sent = new WeakMap<object, { request: string; from: number }>();
const unlimited = new AsyncLocalStorage<true>();
let slow: Slow[] = [];
let standstills: Standstill[] = [];

/** The requests whose ack came late since the last call, whichever test sent them. */
export async function takeLateAcks(limitMs = ackLimitMs()): Promise<LateAck[]> {
  if (slow.length === 0) return [];
  // A standstill is noted at its end, in the next tick.
  await pause(2 * tickMs);
  const taken = slow.map(({ request, from, to }) => ({
    request,
    tookMs: Math.round(to - from - waitedBetween(from, to)),
  }));
  slow = [];
  return taken.filter(({ tookMs }) => tookMs > limitMs);
}

/**
 * Slack's three seconds, where up to two processes want each processor, as while the suite runs alone;
 * in proportion more where there are more, since the database and other servers then wait for a processor
 * too, which this process can't see.
 */
export function ackLimitMs(): number {
  const [lastMinute = 0] = loadavg();
  return slackWaitsMs * Math.max(1, lastMinute / (2 * availableParallelism()));
}

/** Sends requests whose acks may take any time, such as those of somebody who floods the app. */
export function withoutAckLimit<T>(send: () => Promise<T>): Promise<T> {
  return unlimited.run(true, send);
}

/**
 * Every ack is held to Slack's three seconds: of each signed request that this process sends by `fetch`,
 * and of each envelope of the local Slack. The app may run in this process or another.
 */
subscribe('undici:request:create', (message) => {
  const { request } = message as HttpMessage;
  const isSigned = request.headers.includes('x-slack-signature');
  if (isSigned) begin(request, `${request.method} ${request.path}`);
});
for (const end of ['undici:request:headers', 'undici:request:error']) {
  subscribe(end, (message) => finish((message as HttpMessage).request));
}
subscribe('tracing:local-slack:envelope:start', (message) => {
  begin(message as EnvelopeMessage, (message as EnvelopeMessage).what);
});
subscribe('tracing:local-slack:envelope:asyncEnd', (message) => finish(message as EnvelopeMessage));
tick(performance.now(), process.cpuUsage());

function begin(key: object, request: string): void {
  if (!unlimited.getStore()) sent.set(key, { request, from: performance.now() });
}

function finish(key: object): void {
  const begun = sent.get(key);
  if (!begun) return;
  sent.delete(key);
  const to = performance.now();
  if (to - begun.from > slackWaitsMs) slow.push({ ...begun, to });
}

/**
 * Notes how long this process stands still. On a busy machine it waits for a processor, which is not
 * the app's doing; the time in which it works itself, and so keeps an app in it from an ack, counts.
 */
function tick(before: number, usedBefore: NodeJS.CpuUsage): void {
  setTimeout(() => {
    const now = performance.now();
    const used = process.cpuUsage();
    const workedMs = (used.user + used.system - usedBefore.user - usedBefore.system) / 1000;
    const waitedMs = now - before - tickMs - workedMs;
    if (waitedMs > 0) standstills.push({ from: before, to: now, waitedMs });
    if (standstills.length > 5_000) standstills = standstills.filter(({ to }) => to > now - keptMs);
    tick(now, used);
  }, tickMs).unref();
}

/** How long this process waited for a processor between two times. */
function waitedBetween(from: number, to: number): number {
  return standstills.reduce((sum, one) => {
    const overlap = Math.min(one.to, to) - Math.max(one.from, from);
    return overlap > 0 ? sum + (one.waitedMs * overlap) / (one.to - one.from) : sum;
  }, 0);
}
