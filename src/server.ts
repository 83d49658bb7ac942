import { setTimeout as pause } from 'node:timers/promises';
import { loadEnvironment, readConfig } from './config.js';
import { startServer } from './ladder.js';
import { createLog } from './log.js';
import { errorText } from './runtime/error-text.js';
import { onStopSignal } from './runtime/stop-signals.js';
import { onUncaughtErrors } from './runtime/uncaught-errors.js';

/** How long a stop waits for running work, in milliseconds. */
const stopWithinMs = 10_000;

/**
 * Runs the server: starts a Ladder as the environment says, and stops it on a signal. Never throws.
 */
export async function run(): Promise<void> {
  try {
    loadEnvironment();
    const config = readConfig();
    const log = createLog(config.logLevel);
    // Before anything is opened, so that the start is traced too. Loaded only if asked for: it is large.
    const tracing = config.tracing
      ? (await import('./runtime/tracing.js')).startTracing(log)
      : undefined;
    const starting = startServer(config, { log });
    let ending = false;
    /** Finishes running work, at any point of the start or later, and ends the process. */
    const end = (code: number, delayMs: number) => {
      if (ending) return;
      ending = true;
      setTimeout(() => process.exit(1), delayMs + stopWithinMs).unref();
      starting
        .then(async (ladder) => {
          ladder.announceStop();
          await pause(delayMs);
          await ladder.stop();
          await tracing?.stop();
        })
        .then(
          () => process.exit(code),
          () => process.exit(1),
        );
    };
    onUncaughtErrors(log, () => end(1, 0));
    // From the beginning of the start: the first messages are sent before it is complete.
    onStopSignal((signal) => {
      log.info({ signal }, 'stopping');
      end(0, config.stopDelayMs);
    });
    const ladder = await starting;
    // The operator's supervisor restarts it; the running requests are answered before.
    ladder.died.then((reason) => {
      log.error({ error: 'DatabaseDied' }, 'the embedded database has stopped; stopping too');
      console.error(reason.message);
      setTimeout(() => process.exit(1), stopWithinMs).unref();
      ladder.idle().then(() => process.exit(1));
    });
  } catch (error) {
    console.error(errorText(error));
    process.exit(1);
  }
}
