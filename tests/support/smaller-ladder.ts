import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse, stringify } from 'yaml';
import { projectPath } from '../../src/project-path.js';

/** Writes the built-in ladder into a directory without some of its roles; returns the file's path. */
export function writeLadderWithout(roles: readonly string[], directory: string): string {
  const built = readFileSync(projectPath('ladders', 'business-operations.yaml'), 'utf8');
  const file = parse(built) as { roles: { key: string }[] };
  const smaller = { ...file, roles: file.roles.filter(({ key }) => !roles.includes(key)) };
  const path = join(directory, 'smaller.yaml');
  writeFileSync(path, stringify(smaller));
  return path;
}
