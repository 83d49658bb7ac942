import { randomBytes } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import { parse } from 'node:querystring';
import type { HubOptions } from './index.js';

interface Grant {
  teamId: string;
  redirectUri: string;
  used: boolean;
}

/** Where the app is installed: the codes that were handed out, and the tokens for them. */
export class Grants {
  readonly #options: HubOptions;
  readonly #issued: (teamId: string, token: string) => void;
  readonly #codes = new Map<string, Grant>();
  /** By the id of the workspace. */
  readonly #tokens = new Map<string, string>();

  /** `issued` is called with each new token. */
  constructor(options: HubOptions, issued: (teamId: string, token: string) => void) {
    this.#options = options;
    this.#issued = issued;
  }

  allow(teamId: string, redirectUri: string): string {
    const code = randomBytes(12).toString('hex');
    this.#codes.set(code, { teamId, redirectUri, used: false });
    return code;
  }

  /** The answer of `oauth.v2.access`. */
  access({ headers }: IncomingMessage, body: string): object {
    const basic = Buffer.from(headers.authorization?.replace(/^Basic /, '') ?? '', 'base64');
    const [user, password] = basic.toString().split(':');
    const { client_id = user, client_secret = password, code, redirect_uri } = parse(body);
    const refuse = (error: string) => ({ ok: false, error });
    if (client_id !== this.#options.clientId) return refuse('invalid_client_id');
    if (client_secret !== this.#options.clientSecret) return refuse('bad_client_secret');
    const grant = this.#codes.get(String(code));
    if (!grant) return refuse('invalid_code');
    if (grant.used) return refuse('code_already_used');
    if (grant.redirectUri !== redirect_uri) return refuse('bad_redirect_uri');
    grant.used = true;
    return this.#install(grant.teamId);
  }

  #install(teamId: string): object {
    const one = this.#options.workspaces.find(({ workspace }) => workspace.id === teamId);
    if (!one) return { ok: false, error: 'invalid_team' };
    const token = `xoxb-${teamId}-${randomBytes(6).toString('hex')}`;
    this.#tokens.set(teamId, token);
    this.#issued(teamId, token);
    const { workspace, bot, app } = one;
    return {
      ok: true,
      access_token: token,
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
    this.#tokens.delete(teamId);
  }

  tokenOf(teamId: string): string | undefined {
    return this.#tokens.get(teamId);
  }

  installed(): string[] {
    return [...this.#tokens.keys()];
  }

  /** The workspace of the token with which a method is called. */
  teamOf({ headers }: IncomingMessage, body: string): string | undefined {
    const token = headers.authorization?.replace(/^Bearer /, '') ?? String(parse(body).token ?? '');
    return [...this.#tokens].find(([, known]) => known === token)?.[0];
  }
}
