import { randomBytes } from 'node:crypto';
import type { TokenState } from '../slack/web-api/tokens.js';

/** How the hub issues tokens; may be changed while it runs. */
export interface TokenRotation {
  /** How long new tokens last; undefined: for ever, and without a refresh token. */
  lastSeconds: number | undefined;
  /** The error with which every refresh is refused. */
  refuse?: string | undefined;
  /** How long an answer to a refresh takes. */
  delayMs?: number;
}

interface IssuedToken {
  teamId: string;
  expiresAtMs: number;
}

/** The tokens that were handed out, and the refresh tokens, each of which is good for one use. */
export class IssuedTokens {
  readonly #rotation: TokenRotation;
  readonly #tokens = new Map<string, IssuedToken>();
  /** The newest one, by the id of the workspace. */
  readonly #newest = new Map<string, string>();
  readonly #refreshTokens = new Map<string, string>();

  constructor(rotation: TokenRotation) {
    this.#rotation = rotation;
  }

  /** Returns a new token as Slack answers it. The ones before last as long as they would have. */
  issue(teamId: string): { access_token: string; refresh_token?: string; expires_in?: number } {
    const { lastSeconds } = this.#rotation;
    const rotates = lastSeconds !== undefined;
    const token = `${rotates ? 'xoxe.' : ''}xoxb-${teamId}-${randomBytes(6).toString('hex')}`;
    const expiresAtMs = rotates ? Date.now() + lastSeconds * 1000 : Number.POSITIVE_INFINITY;
    this.#tokens.set(token, { teamId, expiresAtMs });
    this.#newest.set(teamId, token);
    if (!rotates) return { access_token: token };
    const refreshToken = `xoxe-${teamId}-${randomBytes(6).toString('hex')}`;
    this.#refreshTokens.set(refreshToken, teamId);
    return { access_token: token, refresh_token: refreshToken, expires_in: lastSeconds };
  }

  /** Uses a refresh token up, and returns whose it was. */
  use(refreshToken: string): string | undefined {
    const teamId = this.#refreshTokens.get(refreshToken);
    this.#refreshTokens.delete(refreshToken);
    return teamId;
  }

  /** Takes back all tokens of a workspace. */
  revoke(teamId: string): void {
    this.#newest.delete(teamId);
    for (const [token, one] of this.#tokens) {
      if (one.teamId === teamId) this.#tokens.delete(token);
    }
    for (const [token, id] of this.#refreshTokens) {
      if (id === teamId) this.#refreshTokens.delete(token);
    }
  }

  state(teamId: string, token: string): TokenState {
    const issued = this.#tokens.get(token);
    if (issued?.teamId !== teamId) return 'unknown';
    return issued.expiresAtMs > Date.now() ? 'good' : 'expired';
  }

  newest(teamId: string): string | undefined {
    return this.#newest.get(teamId);
  }

  /** The ids of the workspaces that have a token. */
  teams(): string[] {
    return [...this.#newest.keys()];
  }

  teamOf(token: string): string | undefined {
    return this.#tokens.get(token)?.teamId;
  }
}
