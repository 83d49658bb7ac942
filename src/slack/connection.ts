import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { HTTPReceiver, type SocketModeReceiver } from '@slack/bolt';
import type { SlackApp } from './app.js';
import { createHttpServer } from './http-server.js';
import type { SlackObserver } from './observer.js';

export interface ConnectionOptions {
  port: number;
  slackApp: SlackApp;
  /** What is wrong, in words; for `/readyz`. */
  readiness: () => Promise<string[]>;
  observer?: SlackObserver | undefined;
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
  port,
  slackApp: { receiver, idle },
  readiness,
  observer,
}: ConnectionOptions): Promise<Connection> {
  const overHttp = receiver instanceof HTTPReceiver;
  const server = createHttpServer({
    slack: overHttp ? receiver.requestListener : undefined,
    readiness,
    observer,
  });
  await listen(server, port);
  if (!overHttp) await (receiver as SocketModeReceiver).start();
  return {
    port: (server.address() as AddressInfo).port,
    idle,
    async stop() {
      if (!overHttp) {
        // A socket that is closed takes no answer any more, so those under way go first.
        await Promise.race([idle(), pause(answeredWithinMs, undefined, { ref: false })]);
        await (receiver as SocketModeReceiver).stop();
      }
      await close(server);
      await idle();
    },
  };
}

function listen(server: Server, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      const taken = error.code === 'EADDRINUSE';
      reject(taken ? new Error(`Port ${port} is taken. Set PORT to a free one.`) : error);
    });
    server.listen(port, resolve);
  });
}

async function close(server: Server): Promise<void> {
  // Closing turns away who knocked and was not let in yet; right after a look at the door there is
  // hardly anybody.
  await new Promise((resolve) => setImmediate(resolve));
  await new Promise<void>((resolve) => {
    server.close(() => resolve());
    server.closeIdleConnections();
  });
}
