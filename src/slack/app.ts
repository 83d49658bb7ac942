import { App, HTTPReceiver, type Logger, LogLevel, SocketModeReceiver } from '@slack/bolt';
import type { Log } from '../services/context.js';
import * as action from './action/index.js';
import * as assessment from './assessment/index.js';
import * as brief from './brief/index.js';
import * as checkIn from './check-in/index.js';
import { impatientOptions } from './clients.js';
import { registerCommand } from './command-dispatch.js';
import type { SlackContext } from './context.js';
import * as conversation from './conversation/index.js';
import * as evidence from './evidence/index.js';
import { answerFailures } from './failure.js';
import * as history from './history/index.js';
import * as home from './home/index.js';
import type { Identity } from './identity.js';
import * as me from './me/index.js';
import * as quiet from './quiet/index.js';
import * as role from './role/index.js';
import * as team from './team/index.js';

export interface SlackAppOptions {
  apiUrl: string;
  botToken: string;
  /** Set for Socket Mode; else requests come over HTTP, signed with the secret. */
  appToken: string | undefined;
  signingSecret: string | undefined;
  /** From `auth.test` at start; spares asking on every request. */
  identity: Identity;
}

export interface SlackApp {
  app: App;
  receiver: HTTPReceiver | SocketModeReceiver;
  /** Resolves when no listener runs. */
  idle(): Promise<void>;
}

/** Builds the Bolt app with all its listeners and starts nothing. */
export function createSlackApp(slack: SlackContext, options: SlackAppOptions): SlackApp {
  const { botToken, identity } = options;
  const { log } = slack.services;
  const logger = boltLogger(log);
  const receiver = createReceiver(options, logger);
  const app = new App({
    receiver,
    logger,
    clientOptions: impatientOptions(options.apiUrl),
    authorize: async () => ({ botToken, ...identity }),
    // Bolt's memory of conversations: nothing here uses it, and every request would pay for it.
    convoStore: false,
  });
  const running = new Set<Promise<void>>();
  app.use(async ({ next }) => {
    const work = next();
    running.add(work);
    await work.finally(() => running.delete(work));
  });
  app.use(answerFailures(log));
  registerListeners(app, slack);
  return { app, receiver, idle: async () => void (await Promise.allSettled(running)) };
}

/** Everything that Ladder listens to; a test holds the app manifest against it. */
export function registerListeners(app: App, slack: SlackContext): void {
  for (const feature of [
    role,
    checkIn,
    evidence,
    assessment,
    brief,
    history,
    conversation,
    action,
    me,
    team,
    quiet,
    home,
  ]) {
    feature.register(app, slack);
  }
  registerCommand(app, slack);
}

function createReceiver(options: SlackAppOptions, logger: Logger) {
  const { appToken, signingSecret = '', apiUrl } = options;
  if (appToken === undefined) return new HTTPReceiver({ signingSecret, logger });
  const clientOptions = { slackApiUrl: apiUrl };
  return new SocketModeReceiver({ appToken, logger, installerOptions: { clientOptions } });
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
