const most = 1_000;

/** The latest thousand of something that one process knows, by a key. */
export class Recent<Value> {
  readonly #values = new Map<string, Value>();

  get(key: string): Value | undefined {
    return this.#values.get(key);
  }

  /** Keeps a value as the latest, in place of the one that the key had. */
  set(key: string, value: Value): void {
    this.#values.delete(key);
    this.#values.set(key, value);
    for (const oldest of this.#values.keys()) {
      if (this.#values.size <= most) break;
      this.#values.delete(oldest);
    }
  }
}
