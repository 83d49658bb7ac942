import { Command, CommanderError } from 'commander';
import { visible, visibleLines } from '../domain/text/text.js';
import { errorText } from '../runtime/error-text.js';
import { version } from '../version.js';
import { backupCommand } from './backup/backup.js';
import { afterRestoreCommand, restoreCommand } from './backup/restore.js';
import { cycleCommand } from './cycle/cycle.js';
import { deliveriesCommand } from './delivery/deliveries.js';
import { doctorCommand } from './doctor/doctor.js';
import { frameworkCommand } from './framework/framework.js';
import { Interrupted } from './interruption.js';
import { peopleCommand } from './person/people.js';
import { remindersCommand } from './reminder/reminders.js';
import { CommandFailed, type Shell } from './shell.js';

/**
 * Runs one command of the operator. Returns the exit code: 0 done; 1 it failed or found something
 * wrong, which it has printed; 2 a usage error.
 */
export async function runCommand(words: string[], plainShell: Shell): Promise<number> {
  const shell = withEscapedOutput(plainShell);
  try {
    await program(shell).parseAsync(words, { from: 'user' });
    return 0;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
    if (error instanceof Interrupted) shell.error('Interrupted; what was not finished is undone.');
    else if (!(error instanceof CommandFailed)) shell.error(errorText(error));
    return 1;
  }
}

/** Escapes everything that is printed, so that no text can control the terminal. */
function withEscapedOutput(shell: Shell): Shell {
  const { colours: styled } = shell;
  return {
    ...shell,
    out: (line) => shell.out(visibleLines(line, { styled })),
    error: (line) => shell.error(visibleLines(line, { styled })),
    ...(shell.status && { status: (line: string) => shell.status?.(visible(line)) }),
  };
}

function program(shell: Shell): Command {
  const root = new Command('ladder')
    .version(version, '-V, --version', 'print the version, with the commit that was built')
    .description(
      "Ladder's command line: people, cycles and reminders, beside a running server or not.",
    )
    .addHelpText(
      'after',
      '\nThe configuration is that of the server: the environment and .env; see docs/setup.md.',
    );
  const commands = [
    peopleCommand(shell),
    cycleCommand(shell),
    remindersCommand(shell),
    deliveriesCommand(shell),
    frameworkCommand(shell),
    backupCommand(shell),
    restoreCommand(shell),
    afterRestoreCommand(shell),
    doctorCommand(shell),
  ];
  for (const command of commands) root.addCommand(command);
  for (const command of [root, ...descendants(root)]) {
    command
      .exitOverride()
      .configureOutput({
        writeOut: (text) => shell.out(text.trimEnd()),
        writeErr: (text) => shell.error(text.trimEnd()),
      })
      .showHelpAfterError(`What it takes: npm run ladder -- ${callOf(command)}--help`);
  }
  return root;
}

/** Returns "reminders send ", the words that call a command; empty for the command line itself. */
function callOf(command: Command): string {
  const { parent } = command;
  return parent ? `${callOf(parent)}${command.name()} ` : '';
}

function descendants(command: Command): Command[] {
  return command.commands.flatMap((child) => [child, ...descendants(child)]);
}
