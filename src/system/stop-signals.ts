import { constants } from 'node:os';
import { isRunByNpm } from '../config.js';

const signals = ['SIGTERM', 'SIGINT', 'SIGHUP'] as const;
export type StopSignal = (typeof signals)[number];

/** Ctrl+C reaches a program that npm runs twice, from the terminal and from npm: in so many ms it is one. */
const sameSignalMs = 1_000;
const lookMs = 500;

/**
 * Calls `stop` when the process is asked to end: by a signal (SIGHUP is a terminal that closes), or
 * because the npm that runs it is gone, which then has passed nothing on. A second signal ends the
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
  const look = setInterval(() => {
    if (process.ppid === npm) return;
    clearInterval(look);
    ask('SIGHUP');
  }, lookMs);
  look.unref();
}

/** What a shell reports of a program that a signal has ended: 130 for SIGINT, 143 for SIGTERM. */
export function exitCodeOf(signal: StopSignal): number {
  return 128 + constants.signals[signal];
}
