/** So many a minute are nobody's typing; the oldest are forgotten then. */
const most = 200_000;

/**
 * Signatures of requests that were taken, each remembered for as long as its timestamp is good:
 * until then whoever has caught the request could send it again.
 */
export class SeenSignatures {
  /** By the second until which it is to be remembered, in the order of their coming. */
  #until = new Map<string, number>();

  /** Remembers a verified signature; false if it was there already. All times in seconds. */
  add(signature: string, { now, until }: { now: number; until: number }): boolean {
    if (this.#until.has(signature)) return false;
    this.#forget(now);
    this.#until.set(signature, until);
    return true;
  }

  get size(): number {
    return this.#until.size;
  }

  /** Timestamps come almost in order, so what is over stands at the front. */
  #forget(now: number): void {
    for (const [signature, until] of this.#until) {
      if (until >= now && this.#until.size < most) return;
      this.#until.delete(signature);
    }
  }
}
