import type { Channel, Person, Several, Workspace } from '../contract.js';
import type { TokenState } from './web-api/tokens.js';

/** A person of the workspace; missing fields get plain defaults. */
export type PersonInput = Pick<Person, 'id' | 'name'> & Partial<Person>;
export type ChannelInput = Pick<Channel, 'id' | 'name'> & Partial<Channel>;

export interface AppOptions {
  id?: string;
  /** Slack's request URL, such as http://127.0.0.1:3000/slack/events. Undefined: Socket Mode. */
  requestUrl?: string;
  commands?: { command: string; description: string; usageHint?: string }[];
  shortcuts?: { callbackId: string; name: string; type: 'message' | 'global' }[];
  /** The messages tab is read-only: nothing can be typed in the DM. Default: false. */
  messagesReadOnly?: boolean;
  /** Subscribed bot events. message.im also brings the bot's own messages, as in Slack. */
  events?: string[];
  /** The granted bot scopes. */
  scopes?: string[];
}

/** Real time in milliseconds; the movable clock doesn't affect these. */
export interface Timing {
  ackMs: number;
  triggerMs: number;
  responseUrlMs: number;
  /** The delays before the first, second and third retry of an event. */
  eventRetryMs: number[];
}

export interface Page {
  contentType: string;
  body: string | Uint8Array;
  status?: number;
}

export interface LocalSlackOptions {
  /** 0 (the default) takes any free port. */
  port?: number;
  /** Its address behind a reverse proxy: http://slack.test. Default: its own. */
  publicUrl?: string;
  workspace?: Workspace;
  people: PersonInput[];
  channels?: ChannelInput[];
  botToken: string;
  /** Says what a bot's token is good for, where tokens expire. Default: `botToken` is good for ever. */
  tokenState?: (token: string) => TokenState;
  /** Turns Socket Mode on. */
  appToken?: string;
  signingSecret: string;
  /** What the app names itself by when it asks for a token. */
  client?: { clientId: string; clientSecret: string };
  bot: { botId: string; botUserId: string; name: string };
  app?: AppOptions;
  /** The movable clock for the times of messages and events. Default: the real one. */
  now?: () => Date;
  timing?: Partial<Timing>;
  /** Enforce Slack's per-method rate limits. Default: off. */
  rateLimits?: boolean;
  /** The other workspaces, where there are several. */
  several?: () => Several;
  /** Static pages, by path. */
  pages?: (path: string) => Page | undefined | Promise<Page | undefined>;
  /** Further JSON routes; returns undefined for paths of others. */
  extra?: (method: string, path: string, body: unknown) => Promise<unknown> | undefined;
}

export const defaultTiming: Timing = {
  ackMs: 3000,
  triggerMs: 3000,
  responseUrlMs: 30 * 60 * 1000,
  eventRetryMs: [0, 60_000, 300_000],
};

export const defaultScopes = [
  'commands',
  'chat:write',
  'im:write',
  'im:history',
  'im:read',
  'channels:read',
  'users:read',
  'users.profile:read',
  'users:read.email',
  'files:read',
  'files:write',
  'team:read',
];

export const defaultEvents = [
  'app_home_opened',
  'user_change',
  'team_join',
  'app_uninstalled',
  'tokens_revoked',
];
