import { Command } from 'commander';
import type { Shell } from '../shell.js';

/** `framework versions`. */
export function versionsCommand(shell: Shell): Command {
  return new Command('versions')
    .description('the versions of the ladder, the newest, which is in use, first')
    .option('--json', 'print JSON')
    .action(async ({ json }: { json?: boolean }) => {
      const { printVersions } = await import('./print-versions.js');
      return printVersions(shell, json === true);
    });
}
