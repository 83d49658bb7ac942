import type { Log } from '../services/context.js';
import { describeError } from '../services/errors/index.js';

/**
 * For errors that nobody caught: says where they came from, never what they say, for that may quote
 * what a person wrote, and has the process ended in order. In what state it is can't be known any more;
 * whoever runs it starts it again.
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
