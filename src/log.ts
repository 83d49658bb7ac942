import { pino } from 'pino';
import type { LogLevel } from './config.js';
import type { Log } from './services/context.js';

/** One line of JSON for each event, on standard output: sentences of ours and ids, no one's words. */
export function createLog(level: LogLevel): Log {
  return pino({ level, base: null, timestamp: pino.stdTimeFunctions.isoTime });
}
