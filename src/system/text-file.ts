import { closeSync, openSync, readSync } from 'node:fs';
import { type ByteProblem, decodeFile } from '../domain/text/file-text.js';
import { visible } from '../domain/text/text.js';
import { systemErrorText } from './system-error.js';

export interface TextFileLimits {
  /** What the file should be, for messages: "a CSV file". */
  wanted: string;
  mostMegabytes: number;
}

/** Why a file can't be read, with the line if there is one. */
export interface TextFileProblem {
  line: number | undefined;
  message: string;
}

/**
 * Reads a file as UTF-8 text with any line ends. Never throws, and never reads more than the limit.
 */
export function readTextFile(
  path: string,
  limits: TextFileLimits,
): { text: string } | { problem: TextFileProblem } {
  return readFileAs(path, limits, decodeFile);
}

/** Reads a file as `decode` decodes it. Never throws, and never reads more than the limit. */
export function readFileAs<Decoded>(
  path: string,
  { wanted, mostMegabytes }: TextFileLimits,
  decode: (bytes: Uint8Array) => Decoded | { problem: ByteProblem },
): Decoded | { problem: TextFileProblem } {
  const refused = (message: string) => ({ problem: { line: undefined, message } });
  try {
    const bytes = readAtMost(path, mostMegabytes * 1024 * 1024);
    if (bytes) return decode(bytes);
    return refused(
      `${visible(path)} has more than ${mostMegabytes} MB, so it is hardly ${wanted}. Give another file.`,
    );
  } catch (error) {
    const why = systemErrorText(error, { path: visible(path) });
    if (why === undefined) throw error;
    return refused(`${why} Give the path of ${wanted}.`);
  }
}

/**
 * Returns the file's bytes; undefined if there are more than `most`. A pipe or a device has no size
 * to check.
 */
function readAtMost(path: string, most: number): Buffer | undefined {
  const file = openSync(path, 'r');
  try {
    const parts: Buffer[] = [];
    let total = 0;
    for (;;) {
      const part = Buffer.allocUnsafe(1024 * 1024);
      const length = readSync(file, part);
      if (length === 0) return Buffer.concat(parts, total);
      parts.push(part.subarray(0, length));
      total += length;
      if (total > most) return undefined;
    }
  } finally {
    closeSync(file);
  }
}
