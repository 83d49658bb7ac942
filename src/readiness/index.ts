import { within } from '../time-limit.js';

/** One thing that Ladder needs. */
export interface Check {
  /** What is wrong and what to do about it, in sentences; undefined: nothing. May throw. */
  look(): Promise<string | undefined>;
  /** What to say if looking throws or takes too long. */
  otherwise: string;
  /** So long an answer holds, in milliseconds: nobody is asked more often. */
  holdsMs: number;
}

/** A look doesn't take longer. */
const limitMs = 3000;

/**
 * Asks all checks at once; out come the sentences of those that fail, none if Ladder is ready.
 * However often it is called, each check looks once in the time for which its answer holds.
 */
export function createReadiness(
  checks: readonly Check[],
  now: () => number = () => performance.now(),
): () => Promise<string[]> {
  const answers = new Map<Check, { until: number; answer: Promise<string | undefined> }>();
  const ask = (check: Check) => {
    const known = answers.get(check);
    if (known && now() < known.until) return known.answer;
    const answer = within(limitMs, check.look()).catch(() => check.otherwise);
    answers.set(check, { until: now() + check.holdsMs, answer });
    return answer;
  };
  return async () => {
    const found = await Promise.all(checks.map(ask));
    return found.filter((problem) => problem !== undefined);
  };
}
