import { type App, type ReceiverEvent, SocketModeReceiver } from '@slack/bolt';
import type { HttpProxy } from '../../config/proxy.js';
import { describeError } from '../../services/errors/index.js';
import { boltLogger } from './bolt-logger.js';
import { HttpRequests } from './http/requests.js';
import { observed } from './requests.js';
import { guardEnvelopes } from './socket/envelopes.js';
import { watchSocket } from './socket/socket.js';
import { socketOptions, type Watched } from './web-api/clients.js';
import { proxyDispatcher } from './web-api/proxy.js';

export interface ReceptionOptions {
  apiUrl: string;
  /** Set where Slack is reached through one. */
  proxy?: HttpProxy | undefined;
  /** Set for Socket Mode; else requests come over HTTP, signed with the secret. */
  appToken: string | undefined;
  signingSecret: string | undefined;
}

/** Returns the app that a request is for, by its body. */
export type FindApp = (body: ReceiverEvent['body']) => Promise<Pick<App, 'processEvent'>>;

/** Where all of Slack's requests come in. */
export interface Reception {
  receiver: HttpRequests | SocketModeReceiver;
  /** For how many milliseconds the socket has been closed; undefined while it is open, and over HTTP. */
  socketLostForMs(): number | undefined;
  /** Resolves when no listener runs. */
  idle(): Promise<void>;
}

/** Builds what receives requests and passes each to its app, and starts nothing. */
export function createReception(
  options: ReceptionOptions,
  findApp: FindApp,
  watched: Watched,
): Reception {
  const receiver = createReceiver(options, watched);
  const over = receiver instanceof HttpRequests ? 'http' : 'socket';
  const running = new Set<Promise<void>>();
  const app = {
    async processEvent(event: ReceiverEvent) {
      const work = findApp(event.body).then((found) => found.processEvent(event));
      running.add(work);
      await work.finally(() => running.delete(work));
    },
  };
  // Of an app a receiver uses nothing else.
  receiver.init(observed(app, { over, ...watched }) as App);
  return {
    receiver,
    socketLostForMs: watchSocket(receiver, watched.observer),
    idle: async () => {
      while (running.size > 0) await Promise.allSettled(running);
    },
  };
}

function createReceiver(options: ReceptionOptions, watched: Watched) {
  const { appToken, signingSecret = '', proxy } = options;
  const logger = boltLogger(watched.log);
  if (appToken === undefined) {
    return new HttpRequests({ signingSecret, logger, observer: watched.observer });
  }
  const receiver = new SocketModeReceiver({
    appToken,
    logger,
    installerOptions: { clientOptions: socketOptions(options, watched) },
    // Without a proxy the library's own way: it can end a socket whose other side has fallen silent.
    ...(proxy && { dispatcher: proxyDispatcher(proxy) }),
    // Bolt's own would log the error's message, which may quote what a person wrote.
    processEventErrorHandler: async ({ error }) => {
      watched.log.error(describeError(error), 'a request on the socket failed');
      return false;
    },
  });
  guardEnvelopes(receiver.client, watched.log);
  return receiver;
}
