import { createHmac, hkdfSync, randomBytes, timingSafeEqual } from 'node:crypto';
import type { InstallURLOptions, StateStore } from '@slack/oauth';
import { InvalidStateError } from '@slack/oauth';
import type { TokenKey } from '../../domain/installation/token-keys.js';
import { ReplayGuard } from '../bolt/http/replay-guard.js';

/** How long somebody may take to allow the installation, in seconds. */
export const stateSeconds = 600;

/**
 * The states of installations under way: random, signed, and good for ten minutes and one use. Any instance
 * knows those of the others by the signature; that one is used twice at two instances is Slack's to
 * refuse, whose code can be used once.
 */
export class SignedStates implements StateStore {
  readonly #keys: Buffer[];
  readonly #options: InstallURLOptions;
  readonly #used = new ReplayGuard();

  /** `options`: what the installation is asked for with; they don't travel along. */
  constructor(keys: readonly TokenKey[], options: InstallURLOptions) {
    this.#keys = keys.map(({ secret }) =>
      Buffer.from(hkdfSync('sha256', secret, '', 'state of an installation', 32)),
    );
    this.#options = options;
  }

  async generateStateParam(_options: InstallURLOptions, now: Date): Promise<string> {
    const text = `${secondsOf(now) + stateSeconds}.${randomBytes(18).toString('base64url')}`;
    return `${text}.${sign(this.#keys[0], text)}`;
  }

  async verifyStateParam(now: Date, state: string): Promise<InstallURLOptions> {
    const [until = '', nonce = '', signature = '', ...more] = state.split('.');
    const text = `${until}.${nonce}`;
    const isOurs = this.#keys.some((key) => isSame(signature, sign(key, text)));
    if (!isOurs || more.length > 0) throw new InvalidStateError('not one of ours');
    if (Number(until) < secondsOf(now)) throw new InvalidStateError('too old');
    if (!this.#used.add(nonce, { now: secondsOf(now), until: Number(until) })) {
      throw new InvalidStateError('used before');
    }
    return this.#options;
  }
}

function secondsOf(now: Date): number {
  return Math.floor(now.getTime() / 1000);
}

function sign(key: Buffer | undefined, text: string): string {
  if (!key) throw new Error('there is no key to sign with');
  return createHmac('sha256', key).update(text).digest('base64url');
}

function isSame(one: string, other: string): boolean {
  const [a, b] = [Buffer.from(one), Buffer.from(other)];
  return a.length === b.length && timingSafeEqual(a, b);
}
