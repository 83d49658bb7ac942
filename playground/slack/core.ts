import type { AppInfo } from '../contract.js';
import type { Deliver } from './delivery/deliver.js';
import type { Faults } from './faults.js';
import {
  defaultEvents,
  defaultScopes,
  defaultTiming,
  type LocalSlackOptions,
  type Timing,
} from './options.js';
import type { ResponseUrls } from './state/response-urls.js';
import type { Store } from './state/store.js';
import type { Triggers } from './state/triggers.js';

/** What every part of the local Slack uses. */
export interface Core {
  options: LocalSlackOptions;
  timing: Timing;
  scopes: Set<string>;
  app: Settings;
  store: Store;
  triggers: Triggers;
  responseUrls: ResponseUrls;
  faults: Faults;
  rateLimits: { on: boolean };
  /** Tickets of Socket Mode connections that are not open yet. */
  tickets: Set<string>;
  deliver: Deliver;
  /** Whether the app can be reached: it has a request URL or an open socket. */
  isConnected: () => boolean;
  /** The address of this server: http://127.0.0.1:PORT, or its public address. */
  baseUrl: () => string;
  /** Whether `close` was called: nothing new is sent then. */
  closed: () => boolean;
}

/** The app under test with the settings of its Slack app. */
export interface Settings {
  id: string;
  requestUrl: string | undefined;
  commands: AppInfo['commands'];
  shortcuts: AppInfo['shortcuts'];
  messagesReadOnly: boolean;
  events: Set<string>;
}

/** Returns the options with their defaults. */
export function readSettings(options: LocalSlackOptions) {
  const app: Settings = {
    id: options.app?.id ?? 'A0LADDER',
    requestUrl: options.app?.requestUrl,
    commands: options.app?.commands ?? [],
    shortcuts: options.app?.shortcuts ?? [],
    messagesReadOnly: options.app?.messagesReadOnly ?? false,
    events: new Set(options.app?.events ?? defaultEvents),
  };
  const timing: Timing = { ...defaultTiming, ...options.timing };
  const scopes = new Set(options.app?.scopes ?? defaultScopes);
  return { app, timing, scopes };
}
