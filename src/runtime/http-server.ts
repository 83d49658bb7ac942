import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Log } from '../services/context.js';
import { describeError } from '../services/errors/index.js';
import { type ListenSettings, portProblem } from '../system/port-problem.js';

/** Answers one request. Errors that it throws are answered and logged, and end nothing else. */
export type Handler = (request: IncomingMessage, response: ServerResponse) => void | Promise<void>;

/** Handlers by method and path: `GET /healthz`. GET also covers HEAD. */
export type Routes = Record<string, Handler>;

/** A refused request, with the HTTP status and the reason for the answer. */
export class HttpError extends Error {
  override name = 'HttpError';
  constructor(
    readonly status: number,
    reason: string,
  ) {
    super(reason);
  }
}

/**
 * The limits of each of Ladder's HTTP servers. Nothing that arrives ends the process: Node itself
 * answers what is not HTTP (400), oversized headers (431) and slow requests (408).
 */
const limits = {
  headersTimeout: 10_000,
  requestTimeout: 20_000,
  connectionsCheckingInterval: 2_000,
};
const mostConnections = 1_000;

/** Creates a server that doesn't listen yet. */
export function createHttpServer(routes: Routes, log: Log): Server {
  const server = createServer(limits, (request, response) => {
    // A broken connection needs no answer; without a listener its error would be uncaught.
    for (const stream of [request, response]) stream.on('error', () => {});
    run(routes, request, response).catch((error: unknown) => {
      if (!(error instanceof HttpError) && !request.destroyed) {
        log.error(describeError(error), 'an HTTP request failed');
      }
      if (response.headersSent) response.destroy();
      else refuse(request, response, error);
    });
  });
  server.maxConnections = mostConnections;
  return server;
}

async function run(routes: Routes, request: IncomingMessage, response: ServerResponse) {
  const path = pathOf(request.url ?? '');
  if (path === undefined) throw new HttpError(400, 'bad request');
  const method = request.method === 'HEAD' ? 'GET' : request.method;
  const route = `${method} ${path}`;
  if (!Object.hasOwn(routes, route)) throw new HttpError(404, 'not found');
  await routes[route]?.(request, response);
}

/** Returns the path of a request line; undefined where there is none. Never throws. */
function pathOf(url: string): string | undefined {
  if (url.startsWith('/')) return url.split('?', 1)[0];
  return URL.canParse(url) ? new URL(url).pathname : undefined;
}

function refuse(request: IncomingMessage, response: ServerResponse, error: unknown): void {
  const known = error instanceof HttpError;
  // The rest of a body is not read.
  if (!request.complete) response.setHeader('connection', 'close');
  answer(response, known ? error.status : 500, { error: known ? error.message : 'failed' });
}

/** Ends a response with JSON. */
export function answer(response: ServerResponse, status: number, body: object): void {
  response.writeHead(status, { 'content-type': 'application/json' });
  response.end(`${JSON.stringify(body)}\n`);
}

export interface ListenOptions {
  /** An address of this machine; undefined: all of them. */
  host: string | undefined;
  /** 0: any free port. */
  port: number;
  /** The names of the settings: `PORT` and `HOST`. */
  settings: ListenSettings;
  log: Log;
}

/** Opens the port and returns its number. Throws an Error in words if that fails. */
export async function listen(
  server: Server,
  { host, port, settings, log }: ListenOptions,
): Promise<number> {
  await new Promise<void>((resolve, reject) => {
    server.once('error', ({ code }: NodeJS.ErrnoException) => {
      reject(new Error(portProblem(code, { host, port, settings })));
    });
    server.listen({ port, host }, resolve);
  });
  server.removeAllListeners('error');
  // Later errors are those of accepting a connection, for example without free file handles.
  server.on('error', (error) => log.error(describeError(error), 'a connection was not taken'));
  return (server.address() as AddressInfo).port;
}

/** Accepts no new connection, and waits until the open ones have been answered. */
export async function close(server: Server): Promise<void> {
  // Closing resets connections that are not accepted yet; right after accepting there are hardly
  // any.
  await new Promise((resolve) => setImmediate(resolve));
  await new Promise<void>((resolve) => {
    server.close(() => resolve());
    server.closeIdleConnections();
  });
}
