import { readFileSync } from 'node:fs';
import { parseFrameworkFile } from '../../src/domain/framework/file.js';
import type { Framework } from '../../src/domain/framework/framework.js';

let read: Framework | undefined;

/** The built-in ladder, read from its file once. */
export function builtInFramework(): Framework {
  read ??= parse('ladders/business-operations.yaml');
  return read;
}

function parse(path: string): Framework {
  const result = parseFrameworkFile(readFileSync(path, 'utf8'), path);
  if ('problems' in result) throw new Error(result.problems[0]?.message);
  return result.framework;
}
