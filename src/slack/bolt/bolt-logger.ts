import { type Logger, LogLevel } from '@slack/bolt';
import type { Log } from '../../services/context.js';

/** Bolt's log in ours. Its debug lines quote whole requests, people's words included: never kept. */
export function boltLogger(log: Log): Logger {
  const line =
    (level: 'info' | 'warn' | 'error') =>
    (...parts: unknown[]) =>
      log[level]({ from: 'bolt' }, parts.filter((part) => typeof part === 'string').join(' '));
  return {
    debug: () => {},
    info: line('info'),
    warn: line('warn'),
    error: line('error'),
    setLevel: () => {},
    getLevel: () => LogLevel.INFO,
    setName: () => {},
  };
}
