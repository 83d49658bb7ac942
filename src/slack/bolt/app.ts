import { App, type Logger, LogLevel, SocketModeReceiver } from '@slack/bolt';
import type { HttpProxy } from '../../config/proxy.js';
import type { Log } from '../../services/context.js';
import { describeError } from '../../services/errors/index.js';
import { concurrencyLimit } from './concurrency/concurrency-limit.js';
import { answerFailures } from './error-handler.js';
import { HttpRequests } from './http/requests.js';
import type { LookUps } from './members/guest-access.js';
import type { SlackMembers } from './members/members.js';
import { onlyMembers } from './members/only-members.js';
import type { SlackObserver } from './observer.js';
import { observed } from './requests.js';
import { guardEnvelopes } from './socket/envelopes.js';
import { watchSocket } from './socket/socket.js';
import { interactiveOptions, socketOptions, type Watched } from './web-api/clients.js';
import type { Identity } from './web-api/identity.js';
import { proxyDispatcher } from './web-api/proxy.js';

export interface BoltAppOptions {
  apiUrl: string;
  /** Set where Slack is reached through one. */
  proxy?: HttpProxy | undefined;
  botToken: string;
  /** Set for Socket Mode; else requests come over HTTP, signed with the secret. */
  appToken: string | undefined;
  signingSecret: string | undefined;
  /** From `auth.test` at start; spares asking on every request. */
  identity: Identity;
  /** Says who is a member of our workspace. */
  members: SlackMembers;
  /** Undefined without metrics. */
  observer?: SlackObserver | undefined;
}

export interface SlackApp {
  app: App;
  receiver: HttpRequests | SocketModeReceiver;
  /** For how many milliseconds the socket has been closed; undefined while it is open, and over HTTP. */
  socketLostForMs(): number | undefined;
  /** Resolves when no listener runs. */
  idle(): Promise<void>;
}

/** Builds the Bolt app with what stands before all listeners, and starts nothing. */
export function createBoltApp(
  options: BoltAppOptions,
  { log, lookUps }: { log: Log; lookUps: LookUps },
): SlackApp {
  const { botToken, identity, members, observer } = options;
  const watched = { log, observer };
  const logger = boltLogger(log);
  const receiver = createReceiver(options, logger, watched);
  const app = new App({
    receiver,
    logger,
    clientOptions: interactiveOptions(options, watched),
    authorize: async () => ({ botToken, ...identity }),
    // Bolt's memory of conversations: nothing here uses it, and every request would pay for it.
    convoStore: false,
  });
  const over = receiver instanceof HttpRequests ? 'http' : 'socket';
  // Of an app a receiver uses nothing else.
  receiver.init(observed(app, { over, ...watched }) as App);
  const running = new Set<Promise<void>>();
  app.use(async ({ next }) => {
    const work = next();
    running.add(work);
    await work.finally(() => running.delete(work));
  });
  app.use(answerFailures(log));
  // Before the limit for each person: refused requests don't count against it.
  app.use(onlyMembers({ ours: identity, members, lookUps, log }));
  app.use(concurrencyLimit());
  return {
    app,
    receiver,
    socketLostForMs: watchSocket(receiver, observer),
    idle: async () => {
      while (running.size > 0) await Promise.allSettled(running);
    },
  };
}

function createReceiver(options: BoltAppOptions, logger: Logger, watched: Watched) {
  const { appToken, signingSecret = '', proxy } = options;
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

/** Bolt's log in ours. Its debug lines quote whole requests, people's words included: never kept. */
function boltLogger(log: Log): Logger {
  const line =
    (level: 'info' | 'warn' | 'error') =>
    (...parts: unknown[]) =>
      log[level]({ from: 'bolt' }, parts.filter((part) => typeof part === 'string').join(' '));
  return {
    debug: () => {},
    info: line('info'),
    warn: line('warn'),
    error: line('error'),
    setLevel: () => {},
    getLevel: () => LogLevel.INFO,
    setName: () => {},
  };
}
