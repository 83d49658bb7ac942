import { setTimeout as pause } from 'node:timers/promises';
import { Pool, type PoolClient, type PoolConfig } from 'pg';

/** Postgres's code where the server, the database or the role has no connection left to give. */
const tooManyConnections = '53300';
/** How long it doesn't try for more connections after it was refused one, in milliseconds. */
const contentMs = 5_000;
const retryMs = 200;

type Callback = (
  error: Error | undefined,
  client: PoolClient | undefined,
  done: (release?: Error | boolean) => void,
) => void;

/**
 * A pool that makes do with fewer connections where Postgres gives no more: what can't have one of its
 * own waits until another one is free. It is not tried for longer than `connectionTimeoutMillis`.
 */
export class PatientPool extends Pool {
  readonly #most: number;
  #contentUntil = 0;

  constructor(options: PoolConfig & { max: number; connectionTimeoutMillis?: number }) {
    super(options);
    this.#most = options.max;
  }

  override connect(): Promise<PoolClient>;
  override connect(callback: Callback): void;
  override connect(callback?: Callback): Promise<PoolClient> | undefined {
    const connected = this.#connectPatiently();
    if (!callback) return connected;
    connected.then(
      (client) => callback(undefined, client, (release) => client.release(release)),
      (error: Error) => callback(error, undefined, () => {}),
    );
    return undefined;
  }

  async #connectPatiently(): Promise<PoolClient> {
    const until = performance.now() + (this.options.connectionTimeoutMillis || 0);
    for (;;) {
      if (performance.now() >= this.#contentUntil) this.options.max = this.#most;
      try {
        return await super.connect();
      } catch (error) {
        const { code } = error as { code?: unknown };
        if (code !== tooManyConnections || performance.now() + retryMs >= until) throw error;
        this.#contentUntil = performance.now() + contentMs;
        this.options.max = Math.max(1, this.totalCount);
        // Another process may give one back.
        if (this.totalCount === 0) await pause(retryMs);
      }
    }
  }
}
