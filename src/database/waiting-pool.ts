import { setTimeout as pause } from 'node:timers/promises';
import { Pool, type PoolClient, type PoolConfig } from 'pg';

/** Postgres' code where the server, the database or the role has no connection left. */
const tooManyConnections = '53300';
/** For how many milliseconds after a refusal no further connection is tried. */
const refusedMs = 5_000;
const retryMs = 200;

type Callback = (
  error: Error | undefined,
  client: PoolClient | undefined,
  done: (release?: Error | boolean) => void,
) => void;

/**
 * A pool that works with fewer connections where Postgres refuses more: statements then wait until
 * another connection is free, for `connectionTimeoutMillis` at most.
 */
export class WaitingPool extends Pool {
  readonly #most: number;
  #refusedUntil = 0;

  constructor(options: PoolConfig & { max: number; connectionTimeoutMillis?: number }) {
    super(options);
    this.#most = options.max;
  }

  override connect(): Promise<PoolClient>;
  override connect(callback: Callback): void;
  override connect(callback?: Callback): Promise<PoolClient> | undefined {
    const connected = this.#connectOrWait();
    if (!callback) return connected;
    connected.then(
      (client) => callback(undefined, client, (release) => client.release(release)),
      (error: Error) => callback(error, undefined, () => {}),
    );
    return undefined;
  }

  async #connectOrWait(): Promise<PoolClient> {
    const until = performance.now() + (this.options.connectionTimeoutMillis || 0);
    for (;;) {
      if (performance.now() >= this.#refusedUntil) this.options.max = this.#most;
      try {
        return await super.connect();
      } catch (error) {
        const { code } = error as { code?: unknown };
        if (code !== tooManyConnections || performance.now() + retryMs >= until) throw error;
        this.#refusedUntil = performance.now() + refusedMs;
        this.options.max = Math.max(1, this.totalCount);
        // Another process may release one.
        if (this.totalCount === 0) await pause(retryMs);
      }
    }
  }
}
