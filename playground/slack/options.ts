import type { Channel, Person, Workspace } from '../contract.js';

/** Who is in the workspace: what is left out gets a plain default. */
export type PersonInput = Pick<Person, 'id' | 'name'> & Partial<Person>;
export type ChannelInput = Pick<Channel, 'id' | 'name'> & Partial<Channel>;

export interface AppOptions {
  id?: string;
  /** Where Slack posts to, such as http://127.0.0.1:3000/slack/events. Without it: Socket Mode. */
  requestUrl?: string;
  commands?: { command: string; description: string; usageHint?: string }[];
  shortcuts?: { callbackId: string; name: string; type: 'message' | 'global' }[];
  /** Bot events subscribed to. message.im also brings the bot's own messages, as in Slack. */
  events?: string[];
  /** What the bot token was granted. */
  scopes?: string[];
}

/** Real time, in milliseconds; the movable clock has no part in these. */
export interface Timing {
  ackMs: number;
  triggerMs: number;
  responseUrlMs: number;
  /** Waits before the first, second and third retry of an event. */
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
  /** What it calls itself where something stands in front of it: http://slack.test. Default: its own. */
  publicUrl?: string;
  workspace?: Workspace;
  people: PersonInput[];
  channels?: ChannelInput[];
  botToken: string;
  /** Turns Socket Mode on. */
  appToken?: string;
  signingSecret: string;
  bot: { botId: string; botUserId: string; name: string };
  app?: AppOptions;
  /** The movable clock: message times and event times. Default: the real one. */
  now?: () => Date;
  timing?: Partial<Timing>;
  /** Enforce Slack's per-method rate limits. Default: off. */
  rateLimits?: boolean;
  /** Static pages, by path. */
  pages?: (path: string) => Page | undefined | Promise<Page | undefined>;
  /** Further JSON routes; undefined means "not mine". */
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
  'users:read.email',
  'team:read',
];

export const defaultEvents = [
  'app_home_opened',
  'user_change',
  'team_join',
  'app_uninstalled',
  'tokens_revoked',
];
