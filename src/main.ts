#!/usr/bin/env node
import { setTimeout as pause } from 'node:timers/promises';
import { loadEnvironmentFile, readConfig } from './config.js';
import { startLadder } from './ladder.js';
import { createLog } from './log.js';

/** After this long a stop doesn't wait any more for what still runs; in milliseconds. */
const stopWithinMs = 10_000;

try {
  loadEnvironmentFile();
  const config = readConfig();
  const log = createLog(config.logLevel);
  const starting = startLadder(config, { log });
  // From the start on: the first messages go out before it is through.
  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    process.once(signal, () => {
      log.info({ signal }, 'stopping');
      setTimeout(() => process.exit(1), config.stopDelayMs + stopWithinMs).unref();
      starting
        .then(async (ladder) => {
          ladder.announceStop();
          await pause(config.stopDelayMs);
          await ladder.stop();
        })
        .then(
          () => process.exit(0),
          () => process.exit(1),
        );
    });
  }
  const ladder = await starting;
  // Whoever runs Ladder starts it again; the requests under way are answered before.
  ladder.died.then((reason) => {
    log.error({ error: 'DatabaseDied' }, 'the embedded database has stopped; stopping too');
    console.error(reason.message);
    setTimeout(() => process.exit(1), stopWithinMs).unref();
    ladder.idle().then(() => process.exit(1));
  });
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
}
