import type { Clock } from '../../src/services/context.js';

/** A clock that stands still until a test moves it. */
export class TestClock implements Clock {
  #now: Date;

  /** Begins at an instant in ISO form. */
  constructor(now: string) {
    this.#now = new Date(now);
  }

  now(): Date {
    return this.#now;
  }

  set(now: string | Date): void {
    this.#now = new Date(now);
  }

  advance({ days = 0, hours = 0, minutes = 0 }): void {
    this.#now = new Date(this.#now.getTime() + ((days * 24 + hours) * 60 + minutes) * 60_000);
  }
}
