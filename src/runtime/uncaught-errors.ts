import type { Log } from '../services/context.js';
import { describeError } from '../services/errors/index.js';

/**
 * Handles errors that nothing caught: logs where they came from, never their messages, which may
 * quote what a person wrote, and calls `end` to stop the process in order. Its state is undefined
 * after such an error, so that a supervisor has to restart it.
 */
export function onUncaughtErrors(log: Log, end: () => void): void {
  let ending = false;
  const last = (error: unknown) => {
    log.error(describeError(error), 'an error that nobody caught; stopping');
    if (ending) return;
    ending = true;
    end();
  };
  process.on('uncaughtException', last);
  process.on('unhandledRejection', last);
}
