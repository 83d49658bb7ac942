import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { traced } from '../services/trace.js';
import { version } from '../version.js';
import type { SlackObserver } from './observer.js';

export interface HttpServerOptions {
  /** Bolt's listener for Slack's requests; absent in Socket Mode. */
  slack: ((request: IncomingMessage, response: ServerResponse) => void) | undefined;
  /** What is wrong, in words; an empty list means ready. */
  readiness: () => Promise<string[]>;
  observer?: SlackObserver | undefined;
  /** The present, for judging how old a request is; real time, not the playground's. */
  now?: () => number;
}

/** Slack says: refuse what is more than five minutes off. */
const oldestSeconds = 300;

/**
 * The server behind PORT: Slack's requests, `/healthz` (the process is alive) and `/readyz`
 * (database and Slack are reachable). Refuses what Bolt lets through: requests from the future and
 * exact replays of a request that was seen already.
 */
export function createHttpServer(options: HttpServerOptions): Server {
  const { slack, readiness, observer, now = Date.now } = options;
  const seen = new SeenSignatures();
  return createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost');
    if (pathname === '/healthz') return answer(response, 200, { alive: true, version });
    if (pathname === '/readyz') return void answerReadiness(response, readiness);
    if (pathname !== '/slack/events' || request.method !== 'POST' || !slack) {
      return answer(response, 404, { error: 'not found' });
    }
    const seconds = Math.floor(now() / 1000);
    const timestamp = Number(request.headers['x-slack-request-timestamp']);
    const signature = String(request.headers['x-slack-signature'] ?? '');
    if (!(Math.abs(seconds - timestamp) <= oldestSeconds)) {
      observer?.refused('timestamp');
      return answer(response, 401, { error: 'stale or missing timestamp' });
    }
    if (!seen.add(signature, seconds)) {
      observer?.refused('replay');
      return answer(response, 401, { error: 'replayed request' });
    }
    response.once('finish', () => {
      if (response.statusCode === 401) observer?.refused('signature');
    });
    traced(() => slack(request, response));
  });
}

/** Signatures of the last ten minutes, which is twice as long as a request stays valid. */
class SeenSignatures {
  #recent = new Set<string>();
  #older = new Set<string>();
  #turnedAt = 0;

  /** Remembers a signature; false if it was there already. */
  add(signature: string, seconds: number): boolean {
    if (seconds - this.#turnedAt > 2 * oldestSeconds) {
      this.#older = this.#recent;
      this.#recent = new Set();
      this.#turnedAt = seconds;
    }
    if (this.#recent.has(signature) || this.#older.has(signature)) return false;
    this.#recent.add(signature);
    return true;
  }
}

async function answerReadiness(response: ServerResponse, readiness: () => Promise<string[]>) {
  const problems = await readiness();
  answer(response, problems.length === 0 ? 200 : 503, { ready: problems.length === 0, problems });
}

function answer(response: ServerResponse, status: number, body: object): void {
  response.writeHead(status, { 'content-type': 'application/json' });
  response.end(`${JSON.stringify(body)}\n`);
}
