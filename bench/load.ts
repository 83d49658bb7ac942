import { request } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';
import autocannon from 'autocannon';
import type { SignedCommand, SignedRequest } from './request.js';

export interface ClosedLoopResult {
  perSecond: number;
  /** The time of each answer, in milliseconds. */
  latencies: number[];
}

/**
 * Sends as many requests as the server handles: each connection sends its next request after the
 * answer to its last. Throws an Error if an answer isn't 200 or doesn't contain `expect`.
 */
export async function closedLoop(
  url: string,
  options: {
    connections: number;
    seconds: number;
    next: () => SignedCommand;
    expect: string;
  },
): Promise<ClosedLoopResult> {
  const { connections, seconds, next, expect } = options;
  const latencies: number[] = [];
  let wrong = 0;
  const planned: autocannon.Options = {
    url,
    connections,
    duration: seconds,
    requests: [
      {
        method: 'POST',
        setupRequest: (request) => {
          const { body, headers } = next();
          return { ...request, body, headers };
        },
        onResponse: (status, body) => {
          if (status !== 200 || !body.includes(expect)) wrong += 1;
        },
      },
    ],
  };
  const { duration } = await new Promise<autocannon.Result>((resolve, reject) => {
    autocannon(planned, (error, result) => (error ? reject(error) : resolve(result))).on(
      'response',
      (_client, _status, _bytes, tookMs) => latencies.push(tookMs),
    );
  });
  if (wrong > 0) throw new Error(`${wrong} of ${latencies.length} answers were not as expected.`);
  return { perSecond: latencies.length / duration, latencies };
}

/** When commands were sent and answered, by trigger id, in milliseconds of `performance.now()`. */
export interface Times {
  sent: Map<string, number>;
  answered: Map<string, number>;
}

/**
 * Sends commands at a steady rate, without waiting for answers. Throws an Error if an answer isn't
 * 200.
 */
export async function openLoop(
  url: string,
  { perSecond, commands }: { perSecond: number; commands: Iterable<() => SignedCommand> },
): Promise<Times> {
  const times: Times = { sent: new Map(), answered: new Map() };
  const answers: Promise<number>[] = [];
  const startedAt = performance.now();
  for (const makeCommand of commands) {
    const command = makeCommand();
    const waitMs = startedAt + (answers.length * 1000) / perSecond - performance.now();
    if (waitMs > 0) await pause(waitMs);
    times.sent.set(command.triggerId, performance.now());
    const answered = () => times.answered.set(command.triggerId, performance.now());
    answers.push(post(url, command, answered));
  }
  const statuses = await Promise.all(answers);
  const wrong = statuses.filter((status) => status !== 200).length;
  if (wrong > 0) throw new Error(`${wrong} of ${statuses.length} commands were not acknowledged.`);
  return times;
}

/** Sends one request and returns the answer's JSON. Throws an Error if there is none. */
export async function askOnce(url: string, { body, headers }: SignedRequest): Promise<unknown> {
  const response = await fetch(url, { method: 'POST', headers, body });
  if (!response.ok) throw new Error(`The answer came with status ${response.status}.`);
  return response.json();
}

/**
 * Returns the answer's status; 0 without one. Each request has a connection of its own, because the
 * server may have closed an idle one.
 */
function post(
  url: string,
  { body, headers }: SignedCommand,
  answered: () => void,
): Promise<number> {
  return new Promise((resolve) => {
    const post = request(url, { method: 'POST', headers, agent: false }, (response) => {
      response.resume();
      response.once('end', () => {
        answered();
        resolve(response.statusCode ?? 0);
      });
    });
    post.once('error', () => resolve(0));
    post.end(body);
  });
}
