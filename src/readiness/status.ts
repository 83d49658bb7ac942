import type { IncomingMessage } from 'node:http';
import { answer, type Handler, HttpError } from '../runtime/http-server.js';
import { version } from '../version.js';
import { type Parts, problemsOf } from './index.js';

/**
 * Answers `/statusz`: the version, and each part with its state and a sentence. Always 200, as it
 * is a report. It names no person and no workspace and shows no token.
 */
export function statusHandler(run: () => Promise<Parts>): Handler {
  return async (_request, response) => {
    const parts = await run();
    const ok = problemsOf(parts).length === 0;
    answer(response, 200, { version, node: process.versions.node, ok, parts });
  };
}

/** Restricts a handler to requests from this machine; all others get 404. */
export function onThisMachine(handler: Handler): Handler {
  return (request, response) => {
    if (!isFromHere(request)) throw new HttpError(404, 'not found');
    return handler(request, response);
  };
}

/**
 * A reverse proxy on this machine also connects from here, and names the client in these headers.
 */
const passedOn = ['forwarded', 'via', 'x-forwarded-for', 'x-forwarded-host', 'x-real-ip'];

function isFromHere({ socket, headers }: IncomingMessage): boolean {
  const isLoopback = /^(::1|(::ffff:)?127\.\d+\.\d+\.\d+)$/.test(socket.remoteAddress ?? '');
  return isLoopback && passedOn.every((name) => headers[name] === undefined);
}
