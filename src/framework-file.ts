import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import type { Framework } from './domain/framework.js';
import { formatProblem, parseFrameworkFile } from './domain/framework-file.js';

/** Reads a framework file. Throws an Error that lists every problem with its line. */
export function readFrameworkFile(path: string): Framework {
  const name = basename(path);
  const parsed = parseFrameworkFile(readFileSync(path, 'utf8'), name);
  if ('framework' in parsed) return parsed.framework;
  const problems = parsed.problems.map((problem) => `  ${formatProblem(name, problem)}`);
  throw new Error(`The framework file has problems:\n${problems.join('\n')}`);
}
