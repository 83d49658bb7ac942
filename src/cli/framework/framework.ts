import { Command } from 'commander';
import type { Shell } from '../shell.js';
import { checkCommand } from './check.js';
import { diffCommand } from './diff.js';
import { importCommand } from './import.js';
import { pageCommand } from './page.js';
import { publishCommand } from './publish.js';
import { showCommand } from './show.js';
import { versionsCommand } from './versions.js';

/**
 * `framework` with its commands, one file each. What works with the database is imported when it is
 * needed: to load it takes longer than to check a ladder.
 */
export function frameworkCommand(shell: Shell): Command {
  const framework = new Command('framework').description('ladders as files, and their versions');
  const commands = [
    checkCommand(shell),
    showCommand(shell),
    diffCommand(shell),
    importCommand(shell),
    pageCommand(shell),
    publishCommand(shell),
    versionsCommand(shell),
  ];
  for (const command of commands) framework.addCommand(command);
  return framework;
}
