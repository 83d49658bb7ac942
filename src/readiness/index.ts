import { within } from '../system/time-limit.js';

/** How a part is: `none` where this instance has none, `unknown` where it can't be told just now. */
export type State = 'ok' | 'trouble' | 'unknown' | 'none';

/** A state with a sentence: what is wrong and what to do about it, if something is. */
export interface Found {
  state: State;
  text: string;
}

/** One thing that is looked at. */
export interface Check {
  about: 'instance' | 'database' | 'disk' | 'slack' | 'token' | 'socket' | 'round';
  /** May throw. */
  look(): Promise<Found>;
  /** The trouble, in words, if looking throws or takes too long. */
  otherwise: string;
  /** So long an answer holds, in milliseconds: nobody is asked more often. */
  holdsMs: number;
}

export type Parts = Partial<Record<Check['about'], Found>>;

export const ok = (text: string): Found => ({ state: 'ok', text });
export const trouble = (text: string): Found => ({ state: 'trouble', text });

/** A look doesn't take longer. */
const limitMs = 3000;

/**
 * Returns what asks all checks at once. However often it is called, each check looks once in the time
 * for which its answer holds.
 */
export function createLook(
  checks: readonly Check[],
  now: () => number = () => performance.now(),
): () => Promise<Parts> {
  const answers = new Map<Check, { until: number; answer: Promise<Found> }>();
  const ask = (check: Check) => {
    const known = answers.get(check);
    if (known && now() < known.until) return known.answer;
    const answer = within(limitMs, check.look()).catch(() => trouble(check.otherwise));
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

/** The sentences about what is wrong; none if nothing is. */
export function problemsOf(parts: Parts): string[] {
  return Object.values(parts)
    .filter(({ state }) => state === 'trouble')
    .map(({ text }) => text);
}

/** Whether this instance goes on taking requests. */
export function stoppingCheck(isStopping: () => boolean): Check {
  return {
    about: 'instance',
    holdsMs: 0,
    otherwise: '',
    look: async () =>
      isStopping() ? trouble('This instance is stopping.') : ok('This instance takes requests.'),
  };
}
