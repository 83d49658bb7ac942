import { Command } from 'commander';
import type { Shell } from '../shell.js';
import { readChecked } from './file.js';
import { showText } from './show-text.js';

/** `framework show`. */
export function showCommand(shell: Shell): Command {
  return new Command('show')
    .argument('[file]', 'a ladder; left out: the one in use')
    .description(
      'a ladder as Ladder understands it: families, tracks, rungs in order, and what is new at each',
    )
    .addHelpText(
      'after',
      '\nLines that begin with + are new at a rung, those with ~ are asked in other words.',
    )
    .action(async (file: string | undefined) => {
      if (file !== undefined) return shell.out(showText(readChecked(shell, file)));
      const { frameworkInUse } = await import('./in-use.js');
      shell.out(showText(await frameworkInUse(shell)));
    });
}
