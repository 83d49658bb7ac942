import { CommandFailed, type Shell } from './shell.js';

/**
 * Asks before something is done, unless `yes` says so already. Throws CommandFailed where the answer is
 * no, and where nobody can be asked.
 */
export async function confirm(
  shell: Shell,
  question: string,
  { yes, nothing }: { yes: boolean; nothing: string },
): Promise<void> {
  if (yes) return;
  if (!shell.ask) {
    shell.out(`${nothing} yet. Add --yes to do it.`);
    throw new CommandFailed();
  }
  if (await shell.ask(question)) return;
  shell.out(`${nothing}.`);
  throw new CommandFailed();
}
