import type { Framework } from '../../domain/framework/framework.js';
import { count } from '../../domain/text/count.js';
import { checkFrameworkFile } from '../../framework-file.js';
import { CommandFailed, type Shell } from '../shell.js';

/** Reads a ladder's file. Prints its problems and throws CommandFailed if there are any. */
export function readChecked(shell: Shell, path: string): Framework {
  const read = checkFrameworkFile(path);
  if ('framework' in read) return read.framework;
  for (const problem of read.problems) shell.error(problem);
  shell.error(
    `${count(read.problems.length, 'problem', 'problems')}. docs/ladder-format.md explains the format.`,
  );
  throw new CommandFailed();
}
