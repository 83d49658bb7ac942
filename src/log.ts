import { pino } from 'pino';
import type { LogLevel } from './config.js';
import type { Log } from './services/context.js';
import { currentTrace } from './services/trace.js';

/**
 * Creates a log that writes one line of JSON for each event to standard output: our sentences and
 * ids, never a person's words.
 */
export function createLog(level: LogLevel): Log {
  const log = pino({ level, base: null, timestamp: pino.stdTimeFunctions.isoTime });
  const line = (name: keyof Log) => (fields: object, sentence: string) =>
    log[name](fields, sentence);
  return {
    ...(level === 'debug' && { debug: line('debug') }),
    ...{ info: line('info'), warn: line('warn'), error: line('error') },
  };
}

/** Returns a log that adds the reference of the current work to each line. */
export function withReferences(log: Log): Log {
  const line = (level: keyof Log) => (fields: object, sentence: string) => {
    const reference = currentTrace()?.reference;
    log[level]?.(reference === undefined ? fields : { reference, ...fields }, sentence);
  };
  return {
    ...(log.debug && { debug: line('debug') }),
    ...{ info: line('info'), warn: line('warn'), error: line('error') },
  };
}
