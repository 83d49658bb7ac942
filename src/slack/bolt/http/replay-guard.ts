/** More than people can send; the oldest are dropped then. */
const most = 200_000;

/**
 * The signatures of accepted requests, each stored while its timestamp is valid: until then a
 * recorded request could be replayed.
 */
export class ReplayGuard {
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

  /** Timestamps arrive almost in order, so expired ones are at the front. */
  #forget(now: number): void {
    for (const [signature, until] of this.#until) {
      if (until >= now && this.#until.size < most) return;
      this.#until.delete(signature);
    }
  }
}
