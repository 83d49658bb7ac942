import { writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { Command } from 'commander';
import { frameworkPage } from '../../framework-page/page.js';
import { UserFacingError } from '../../services/errors/index.js';
import { systemErrorText } from '../../system/system-error.js';
import type { Shell } from '../shell.js';
import { readChecked } from './file.js';

/** `framework page`. */
export function pageCommand(shell: Shell): Command {
  return new Command('page')
    .argument('[file]', 'a ladder; left out: the one in use')
    .option('--out <file>', 'the page to write; one of before is replaced', 'ladder.html')
    .description(
      'write a ladder as one web page, to read, print and link to; it needs no network and no server',
    )
    .action((file: string | undefined, { out }: { out: string }) => page(shell, file, out));
}

async function page(shell: Shell, file: string | undefined, out: string): Promise<void> {
  const framework =
    file === undefined
      ? await (await import('./in-use.js')).frameworkInUse(shell)
      : readChecked(shell, file);
  const path = resolve(out);
  try {
    writeFileSync(path, frameworkPage(framework));
  } catch (error) {
    const why = systemErrorText(error, { path });
    throw why === undefined ? error : new UserFacingError(`${why} Nothing was written.`);
  }
  shell.out(`Wrote ${path}: the ${framework.name} ladder. Open it in a browser.`);
}
