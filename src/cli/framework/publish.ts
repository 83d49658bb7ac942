import { Command, InvalidArgumentError } from 'commander';
import type { Shell } from '../shell.js';
import type { PublishOptions } from './publish-file.js';

/** `framework publish`. */
export function publishCommand(shell: Shell): Command {
  return new Command('publish')
    .argument('<file>', 'a ladder')
    .description('make a ladder the next version: checks it, shows what differs, and asks')
    .option('--note <text>', 'what is said of it in the list of versions', parseLine)
    .option('--by <name>', 'who publishes it; default: the user of this machine', parseLine)
    .option('--yes', 'publish without asking')
    .option('--even-if-nobody-stays', 'publish although everybody would lose their role')
    .action(async (file: string, options: PublishOptions) => {
      const { publishFile } = await import('./publish-file.js');
      return publishFile(shell, file, options);
    });
}

const longest = 300;

function parseLine(text: string): string {
  const line = text.trim();
  if (/[\p{Cc}\p{Cs}]/u.test(line)) throw new InvalidArgumentError('Write it on one line.');
  if (line.length > longest) {
    throw new InvalidArgumentError(`It can have ${longest} characters at most.`);
  }
  return line;
}
