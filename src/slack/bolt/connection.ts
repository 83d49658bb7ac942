import { setTimeout as pause } from 'node:timers/promises';
import { answer, close, createHttpServer, listen, type Routes } from '../../runtime/http-server.js';
import type { Log } from '../../services/context.js';
import { version } from '../../version.js';
import { HttpRequests } from './http/requests.js';
import type { Reception } from './reception.js';

export interface ConnectionOptions {
  /** An address of this machine; undefined: all of them. */
  host: string | undefined;
  port: number;
  reception: Reception;
  /** The problems, in words; for `/readyz`. */
  readiness: () => Promise<string[]>;
  /** Further paths, such as `/statusz`. */
  routes: Routes;
  log: Log;
}

export interface Connection {
  port: number;
  /** Resolves when nothing runs, listeners' work after their ack included. */
  idle(): Promise<void>;
  /** Takes no new request, and waits for those that run, listeners' work after their ack included. */
  stop(): Promise<void>;
}

/** Slack waits no longer for an answer. */
const answeredWithinMs = 3_000;

/** Opens the port (Slack's requests over HTTP, and health checks) and, in Socket Mode, the socket. */
export async function startConnection({
  host,
  port: wanted,
  reception: { receiver, idle },
  readiness,
  routes: further,
  log,
}: ConnectionOptions): Promise<Connection> {
  const routes: Routes = {
    ...further,
    'GET /healthz': (_request, response) => answer(response, 200, { alive: true, version }),
    'GET /readyz': async (_request, response) => {
      const problems = await readiness();
      const ready = problems.length === 0;
      answer(response, ready ? 200 : 503, { ready, problems });
    },
    ...(receiver instanceof HttpRequests && { 'POST /slack/events': receiver.handle }),
  };
  const server = createHttpServer(routes, log);
  const settings = { port: 'PORT', host: 'HOST' };
  const port = await listen(server, { host, port: wanted, settings, log });
  const socket = receiver instanceof HttpRequests ? undefined : receiver;
  await socket?.start();
  return {
    port,
    idle,
    async stop() {
      if (socket) {
        // A socket that is closed takes no answer any more, so those under way go first.
        await Promise.race([idle(), pause(answeredWithinMs, undefined, { ref: false })]);
        await socket.stop();
      }
      await close(server);
      await idle();
    },
  };
}
