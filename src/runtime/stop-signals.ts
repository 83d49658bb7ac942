import { constants } from 'node:os';
import { isRunByNpm } from '../config.js';

const signals = ['SIGTERM', 'SIGINT', 'SIGHUP'] as const;
export type StopSignal = (typeof signals)[number];

/**
 * Ctrl+C reaches a program run by npm twice, from the terminal and from npm: within this time it
 * counts as one; in milliseconds.
 */
const sameSignalMs = 1_000;
const pollMs = 500;

/**
 * Calls `stop` when the process is asked to end: by a signal (SIGHUP: a closed terminal), or
 * because the npm that runs it has ended without passing its signal on. A second signal ends the
 * process at once.
 */
export function onStopSignal(stop: (signal: StopSignal) => void): void {
  let askedAt: number | undefined;
  const ask = (signal: StopSignal) => {
    const now = performance.now();
    if (askedAt === undefined) {
      askedAt = now;
      stop(signal);
    } else if (now - askedAt > sameSignalMs) process.exit(exitCodeOf(signal));
  };
  for (const signal of signals) process.on(signal, ask);
  if (!isRunByNpm()) return;
  const npm = process.ppid;
  const poll = setInterval(() => {
    if (process.ppid === npm) return;
    clearInterval(poll);
    ask('SIGHUP');
  }, pollMs);
  poll.unref();
}

/** Returns the exit code that a shell reports for a signal: 130 for SIGINT, 143 for SIGTERM. */
export function exitCodeOf(signal: StopSignal): number {
  return 128 + constants.signals[signal];
}
