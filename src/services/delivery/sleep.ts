import { setTimeout as pause } from 'node:timers/promises';

/** Waits so many milliseconds, or until the signal is aborted. Never throws. */
export async function sleep(ms: number, signal?: AbortSignal): Promise<void> {
  // An abort is all that it can reject with, and means that there is nothing to wait for any more.
  await pause(ms, undefined, { signal }).catch(() => {});
}
