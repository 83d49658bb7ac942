import { basename } from 'node:path';
import { formatProblem, parseFrameworkFile } from './domain/framework/file.js';
import type { Framework } from './domain/framework/framework.js';
import { readTextFile } from './system/text-file.js';

/** Any valid framework is smaller; parsing a larger file would take minutes. */
const limits = { wanted: 'a framework file', mostMegabytes: 20 };

/** Reads a framework file. Returns the framework, or all problems, one line each with its place. */
export function checkFrameworkFile(
  path: string,
): { framework: Framework } | { problems: string[] } {
  const name = basename(path);
  const read = readTextFile(path, limits);
  if ('problem' in read) {
    const { line, message } = read.problem;
    const at = { line: line ?? 1, column: 1, message };
    return { problems: [line === undefined ? message : formatProblem(name, at)] };
  }
  const parsed = parseFrameworkFile(read.text, name);
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
