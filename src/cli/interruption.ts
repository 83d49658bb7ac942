import { setTimeout as pause } from 'node:timers/promises';

/** A command that was interrupted and did not end by itself. */
export class Interrupted extends Error {
  override name = 'Interrupted';
}

/** So long an interrupted command may finish what it has begun; in milliseconds. */
const patienceMs = 3_000;

/**
 * Waits for a command's work; once `signal` is aborted, for a moment only, and throws Interrupted then.
 * The transaction that is under way is undone when the database is closed.
 */
export async function orInterrupted<T>(
  work: Promise<T>,
  signal: AbortSignal | undefined,
): Promise<T> {
  if (!signal) return work;
  const interrupted = new Promise<void>((resolve) => {
    if (signal.aborted) resolve();
    else signal.addEventListener('abort', () => resolve(), { once: true });
  });
  return Promise.race([work, interrupted.then(() => giveUp())]);
}

async function giveUp(): Promise<never> {
  await pause(patienceMs, undefined, { ref: false });
  throw new Interrupted('Interrupted.');
}
