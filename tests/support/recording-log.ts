import type { Log } from '../../src/services/context.js';

export interface RecordedLine {
  level: keyof Log;
  fields: object;
  sentence: string;
}

/** A log that a test can read, to see that references are in it and people's words are not. */
export function recordingLog(): { log: Log; lines: RecordedLine[] } {
  const lines: RecordedLine[] = [];
  const record = (level: keyof Log) => (fields: object, sentence: string) => {
    lines.push({ level, fields, sentence });
  };
  const log: Log = {
    debug: record('debug'),
    info: record('info'),
    warn: record('warn'),
    error: record('error'),
  };
  return { log, lines };
}
