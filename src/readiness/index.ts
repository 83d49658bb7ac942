import { within } from '../system/time-limit.js';

/**
 * The state of a part: `none` where this instance has no such part, `unknown` where it can't be
 * determined now.
 */
type State = 'ok' | 'trouble' | 'unknown' | 'none';

/** A state with a sentence: what is wrong, if anything, and what to do about it. */
export interface Found {
  state: State;
  text: string;
}

/** One check. */
export interface Check {
  about: 'instance' | 'database' | 'disk' | 'slack' | 'token' | 'app' | 'socket' | 'round';
  /** May throw. */
  run(): Promise<Found>;
  /** The problem, in words, if the check throws or takes too long. */
  otherwise: string;
  /** For how many milliseconds a result is reused. */
  holdsMs: number;
}

export type Parts = Partial<Record<Check['about'], Found>>;

export const ok = (text: string): Found => ({ state: 'ok', text });
export const failing = (text: string): Found => ({ state: 'trouble', text });

/** How long a check may take, in milliseconds. */
const limitMs = 3000;

/**
 * Returns a function that runs all checks at once. However often it is called, each check runs once
 * in the time for which its result is reused.
 */
export function createChecks(
  checks: readonly Check[],
  now: () => number = () => performance.now(),
): () => Promise<Parts> {
  const answers = new Map<Check, { until: number; answer: Promise<Found> }>();
  const ask = (check: Check) => {
    const known = answers.get(check);
    if (known && now() < known.until) return known.answer;
    const answer = within(limitMs, check.run()).catch(() => failing(check.otherwise));
    answers.set(check, { until: now() + check.holdsMs, answer });
    return answer;
  };
  return async () => {
    const found = await Promise.all(
      checks.map(async (check) => [check.about, await ask(check)] as const),
    );
    return Object.fromEntries(found);
  };
}

/** Returns the sentences about what is wrong; empty if nothing is. */
export function problemsOf(parts: Parts): string[] {
  return Object.values(parts)
    .filter(({ state }) => state === 'trouble')
    .map(({ text }) => text);
}

/** Checks whether this instance still takes requests. */
export function stoppingCheck(isStopping: () => boolean): Check {
  return {
    about: 'instance',
    holdsMs: 0,
    otherwise: '',
    run: async () =>
      isStopping() ? failing('This instance is stopping.') : ok('This instance takes requests.'),
  };
}
