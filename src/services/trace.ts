import { AsyncLocalStorage } from 'node:async_hooks';
import { randomInt } from 'node:crypto';
import { inSpan, type SpanFacts } from './span.js';

/** One piece of work: a request of Slack's, or a run of the minute job. */
export interface Trace {
  /** On each of its log lines, and in the sentence about a failure. */
  readonly reference: string;
  /** In milliseconds, by `performance.now()`. */
  beganAt: number;
  /** Whether a person got a sentence that it failed. */
  failed: boolean;
}

const traces = new AsyncLocalStorage<Trace>();

/** Runs work, and whatever it sets going, under a reference of its own and as a span of this name. */
export function traced<T>(name: string, facts: SpanFacts, work: () => Promise<T>): Promise<T> {
  return traces.run(new Work(), () => inSpan(name, facts, work));
}

class Work implements Trace {
  readonly beganAt = performance.now();
  failed = false;
  #reference: string | undefined;

  /** Drawn once it is asked for: most requests have nothing to be found by. */
  get reference(): string {
    this.#reference ??= newReference();
    return this.#reference;
  }
}

/** The work that runs here; undefined outside of any. */
export function currentTrace(): Trace | undefined {
  return traces.getStore();
}

/** Six characters that are not mistaken for each other when read aloud. */
export function newReference(): string {
  const letters = '23456789ABCDEFGHJKMNPQRSTVWXYZ';
  return Array.from({ length: 6 }, () => letters[randomInt(letters.length)]).join('');
}
