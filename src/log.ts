import { pino } from 'pino';
import type { LogLevel } from './config.js';
import type { Log } from './services/context.js';
import { currentTrace } from './services/trace.js';

/** One line of JSON for each event, on standard output: sentences of ours and ids, no one's words. */
export function createLog(level: LogLevel): Log {
  const log = pino({ level, base: null, timestamp: pino.stdTimeFunctions.isoTime });
  const line = (name: keyof Log) => (fields: object, sentence: string) =>
    log[name](fields, sentence);
  return {
    ...(level === 'debug' && { debug: line('debug') }),
    ...{ info: line('info'), warn: line('warn'), error: line('error') },
  };
}

/** The same log with the reference of the work that runs on each of its lines. */
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
