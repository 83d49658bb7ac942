import type { Clock } from '../src/services/context.js';

/** A clock that starts at any time and can be moved forward; it never goes back. */
export class PlaygroundClock implements Clock {
  #offsetMs: number;

  constructor(start: Date) {
    this.#offsetMs = start.getTime() - Date.now();
  }

  now(): Date {
    return new Date(Date.now() + this.#offsetMs);
  }

  /** Moves on to that instant; one in the past changes nothing. */
  moveTo(instant: Date): void {
    this.#offsetMs = Math.max(this.#offsetMs, instant.getTime() - Date.now());
  }
}
