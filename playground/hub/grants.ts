import { randomBytes } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import { parse } from 'node:querystring';
import { pause } from '../slack/pause.js';
import type { TokenState } from '../slack/web-api/tokens.js';
import type { HubOptions } from './index.js';
import { IssuedTokens, type TokenRotation } from './issued-tokens.js';

interface Grant {
  teamId: string;
  redirectUri: string;
  used: boolean;
}

/** A refresh that was asked for, and what Slack answered: `ok` or an error. */
export interface Refresh {
  teamId: string | undefined;
  answer: string;
}

/** Where the app is installed: the codes that were handed out, and the tokens for them. */
export class Grants {
  readonly rotation: TokenRotation;
  readonly refreshes: Refresh[] = [];
  readonly #options: HubOptions;
  readonly #issued: (teamId: string, token: string) => void;
  readonly #codes = new Map<string, Grant>();
  readonly #tokens: IssuedTokens;

  /** `issued` is called with each new token. */
  constructor(options: HubOptions, issued: (teamId: string, token: string) => void) {
    this.#options = options;
    this.#issued = issued;
    this.rotation = { lastSeconds: options.tokensLastSeconds };
    this.#tokens = new IssuedTokens(this.rotation);
  }

  allow(teamId: string, redirectUri: string): string {
    const code = randomBytes(12).toString('hex');
    this.#codes.set(code, { teamId, redirectUri, used: false });
    return code;
  }

  /** The answer of `oauth.v2.access`. */
  async access({ headers }: IncomingMessage, body: string): Promise<object> {
    const basic = Buffer.from(headers.authorization?.replace(/^Basic /, '') ?? '', 'base64');
    const [user, password] = basic.toString().split(':');
    const { client_id = user, client_secret = password, ...asked } = parse(body);
    const { code, redirect_uri, grant_type, refresh_token } = asked;
    const refuse = (error: string) => ({ ok: false, error });
    if (client_id !== this.#options.clientId) return refuse('invalid_client_id');
    if (client_secret !== this.#options.clientSecret) return refuse('bad_client_secret');
    if (grant_type === 'refresh_token') return this.#refresh(String(refresh_token));
    const grant = this.#codes.get(String(code));
    if (!grant) return refuse('invalid_code');
    if (grant.used) return refuse('code_already_used');
    if (grant.redirectUri !== redirect_uri) return refuse('bad_redirect_uri');
    grant.used = true;
    return this.#install(grant.teamId);
  }

  async #refresh(refreshToken: string): Promise<object> {
    const { refuse, delayMs = 0 } = this.rotation;
    const teamId = refuse === undefined ? this.#tokens.use(refreshToken) : undefined;
    await pause(delayMs);
    const error = refuse ?? 'invalid_refresh_token';
    this.refreshes.push({ teamId, answer: teamId === undefined ? error : 'ok' });
    return teamId === undefined ? { ok: false, error } : this.#answer(teamId);
  }

  #install(teamId: string): object {
    this.#tokens.revoke(teamId);
    return this.#answer(teamId);
  }

  #answer(teamId: string): object {
    const one = this.#options.workspaces.find(({ workspace }) => workspace.id === teamId);
    if (!one) return { ok: false, error: 'invalid_team' };
    const issued = this.#tokens.issue(teamId);
    this.#issued(teamId, issued.access_token);
    const { workspace, bot, app } = one;
    return {
      ok: true,
      ...issued,
      token_type: 'bot',
      scope: (app?.scopes ?? []).join(','),
      bot_user_id: bot.botUserId,
      app_id: app?.id ?? 'A0LADDER',
      team: { id: workspace.id, name: workspace.name },
      enterprise: null,
      is_enterprise_install: false,
      authed_user: { id: one.people[0]?.id ?? '' },
    };
  }

  revoke(teamId: string): void {
    this.#tokens.revoke(teamId);
  }

  tokenOf(teamId: string): string | undefined {
    return this.#tokens.newest(teamId);
  }

  tokenState(teamId: string, token: string): TokenState {
    return this.#tokens.state(teamId, token);
  }

  installed(): string[] {
    return this.#tokens.teams();
  }

  /** The workspace of the token with which a method is called. */
  teamOf({ headers }: IncomingMessage, body: string): string | undefined {
    const token = headers.authorization?.replace(/^Bearer /, '') ?? String(parse(body).token ?? '');
    return this.#tokens.teamOf(token);
  }
}
