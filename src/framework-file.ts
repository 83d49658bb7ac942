import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import type { Framework } from './domain/framework.js';
import { formatProblem, parseFrameworkFile } from './domain/framework-file.js';

/** Reads a framework file; out come the framework or all problems, one line each with its place. */
export function checkFrameworkFile(
  path: string,
): { framework: Framework } | { problems: string[] } {
  const name = basename(path);
  const text = readText(path);
  if (text instanceof Error) return { problems: [text.message] };
  const parsed = parseFrameworkFile(text, name);
  if ('framework' in parsed) return parsed;
  return { problems: parsed.problems.map((problem) => formatProblem(name, problem)) };
}

/** Reads a framework file. Throws an Error that lists every problem with its line. */
export function readFrameworkFile(path: string): Framework {
  const read = checkFrameworkFile(path);
  if ('framework' in read) return read.framework;
  const problems = read.problems.map((problem) => `  ${problem}`);
  throw new Error(`The framework file has problems:\n${problems.join('\n')}`);
}

function readText(path: string): string | Error {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    const why = code === 'ENOENT' ? 'There is no file' : `I can't read (${code})`;
    return new Error(`${why} ${path}. Give the path of a framework file.`);
  }
}
