import { setTimeout as pause } from 'node:timers/promises';

/** A command was interrupted and did not end by itself. */
export class Interrupted extends Error {
  override name = 'Interrupted';
}

/** How long an interrupted command may take to finish, in milliseconds. */
const timeoutMs = 3_000;

/**
 * Waits for a command's work. Once `signal` is aborted, waits only for a moment and throws
 * Interrupted; closing the database then rolls back the open transaction.
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
  await pause(timeoutMs, undefined, { ref: false });
  throw new Interrupted('Interrupted.');
}
