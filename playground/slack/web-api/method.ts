import type { Core } from '../core.js';
import type { Fields } from '../state/types.js';
import type { Args } from './args.js';

/** One Web API method. */
export interface Method {
  /** The bot token needs one of these; empty: none. */
  scopes: string[];
  /** All arguments of the method besides `token`. */
  args: string[];
  required?: string[];
  /** Calls a minute when rate limits are on. */
  perMinute: number;
  /** Takes the app-level token instead of the bot's. */
  appToken?: boolean;
  /** It is answered without a token as well. */
  open?: boolean;
  /** Returns the fields besides `ok: true`; throws ApiError. */
  run: (core: Core, args: Args) => Fields | Promise<Fields>;
}

/** Calls a minute of Slack's rate tiers. */
export const tiers = { two: 20, three: 50, four: 100, special: 600 };

/** A call that Slack answers with `ok: false`. */
export class ApiError extends Error {
  constructor(
    /** Slack's name of the error. */
    readonly error: string,
    /** The details, as in `response_metadata.messages`. */
    readonly reasons: string[] = [],
    readonly extra: Fields = {},
  ) {
    super(error);
  }
}

/** Returns Slack's error for a call that needs one of these scopes. */
export function missingScope(core: Core, scopes: readonly string[]): ApiError {
  const needed = scopes.join(',');
  const provided = [...core.scopes].join(',');
  return new ApiError('missing_scope', [`needs ${needed}`], { needed, provided });
}
