import { setTimeout as pause } from 'node:timers/promises';
import { loadEnvironmentFile, readConfig } from './config.js';
import { startLadder } from './ladder.js';
import { createLog } from './log.js';
import { errorText } from './system/error-text.js';
import { onUncaughtErrors } from './system/last-resort.js';
import { onStopSignal } from './system/stop-signals.js';

/** After this long a stop doesn't wait any more for what still runs; in milliseconds. */
const stopWithinMs = 10_000;

/** The server: starts a Ladder by the environment, and stops it on a signal. Never throws. */
export async function run(): Promise<void> {
  try {
    loadEnvironmentFile();
    const config = readConfig();
    const log = createLog(config.logLevel);
    const starting = startLadder(config, { log });
    let ending = false;
    /** Finishes what runs, from whatever point of the start on, and ends the process. */
    const end = (code: number, delayMs: number) => {
      if (ending) return;
      ending = true;
      setTimeout(() => process.exit(1), delayMs + stopWithinMs).unref();
      starting
        .then(async (ladder) => {
          ladder.announceStop();
          await pause(delayMs);
          await ladder.stop();
        })
        .then(
          () => process.exit(code),
          () => process.exit(1),
        );
    };
    onUncaughtErrors(log, () => end(1, 0));
    // From the start on: the first messages go out before it is through.
    onStopSignal((signal) => {
      log.info({ signal }, 'stopping');
      end(0, config.stopDelayMs);
    });
    const ladder = await starting;
    // Whoever runs Ladder starts it again; the requests under way are answered before.
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
