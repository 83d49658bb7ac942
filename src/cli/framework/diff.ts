import { Command } from 'commander';
import { frameworkChanges } from '../../domain/framework-version/changes.js';
import { diffText } from '../../domain/framework-version/diff-text.js';
import type { Shell } from '../shell.js';
import { readChecked } from './file.js';

/** `framework diff`. */
export function diffCommand(shell: Shell): Command {
  return new Command('diff')
    .argument('<file>', 'a ladder; with a second one, the older of the two')
    .argument('[newer]', 'the newer ladder')
    .description(
      'what differs between two ladders, or between the one in use and a file, with how many people stand on what changes',
    )
    .action((file: string, newer: string | undefined) => diff(shell, file, newer));
}

async function diff(shell: Shell, file: string, newer: string | undefined): Promise<void> {
  const one = readChecked(shell, file);
  if (newer !== undefined) {
    const other = readChecked(shell, newer);
    return shell.out(diffText(frameworkChanges(one, other), undefined) || 'The two are the same.');
  }
  const { diffToUsed } = await import('./diff-to-used.js');
  await diffToUsed(shell, one);
}
