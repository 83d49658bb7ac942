import type { LocalSlackOptions } from '../options.js';

/** What a bot's token is good for. */
export type TokenState = 'good' | 'expired' | 'unknown';

/** Returns what a token is good for: as the hub says, or good where it is the workspace's own. */
export function tokenState(options: LocalSlackOptions, token: string): TokenState {
  return options.tokenState?.(token) ?? (token === options.botToken ? 'good' : 'unknown');
}
