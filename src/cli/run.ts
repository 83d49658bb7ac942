import { Command, CommanderError } from 'commander';
import { visible, visibleLines } from '../domain/text/text.js';
import { errorText } from '../runtime/error-text.js';
import { version } from '../version.js';
import { examplesText } from './examples.js';
import { Interrupted } from './interruption.js';
import { CommandFailed, type Shell } from './shell.js';

type MakeCommand = (shell: Shell) => Command;

/**
 * The commands by their names, in the order of the help. Each is imported when it is called, so that
 * none needs the memory of what only the others work with.
 */
const commands: Record<string, () => Promise<MakeCommand>> = {
  setup: async () => (await import('./setup/setup.js')).setupCommand,
  people: async () => (await import('./person/people.js')).peopleCommand,
  cycle: async () => (await import('./cycle/cycle.js')).cycleCommand,
  workspaces: async () => (await import('./workspace/workspaces.js')).workspacesCommand,
  settings: async () => (await import('./settings/settings.js')).settingsCommand,
  retention: async () => (await import('./retention/retention.js')).retentionCommand,
  reminders: async () => (await import('./reminder/reminders.js')).remindersCommand,
  problems: async () => (await import('./problem/problems.js')).problemsCommand,
  deliveries: async () => (await import('./delivery/deliveries.js')).deliveriesCommand,
  framework: async () => (await import('./framework/framework.js')).frameworkCommand,
  backup: async () => (await import('./backup/backup.js')).backupCommand,
  restore: async () => (await import('./backup/restore.js')).restoreCommand,
  'after-restore': async () => (await import('./backup/restore.js')).afterRestoreCommand,
  doctor: async () => (await import('./doctor/doctor.js')).doctorCommand,
};

/**
 * Runs one command of the operator. Returns the exit code: 0 done; 1 it failed or found something
 * wrong, which it has printed; 2 a usage error.
 */
export async function runCommand(allWords: string[], plainShell: Shell): Promise<number> {
  const { words, workspace } = withoutWorkspace(allWords);
  const shell = { ...withEscapedOutput(plainShell), ...(workspace !== undefined && { workspace }) };
  try {
    const root = program(shell, await commandsFor(words, shell));
    await root.parseAsync(words, { from: 'user' });
    return 0;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
    if (error instanceof Interrupted) shell.error('Interrupted; what was not finished is undone.');
    else if (!(error instanceof CommandFailed)) shell.error(errorText(error));
    return 1;
  }
}

/** The option may stand anywhere, and is no command's own: each is about a workspace. */
function withoutWorkspace(all: string[]): { words: string[]; workspace?: string } {
  const at = all.findIndex(
    (word) => word === workspaceFlag || word.startsWith(`${workspaceFlag}=`),
  );
  const [flag, value] = [all[at], all[at + 1]];
  if (flag === undefined) return { words: all };
  if (flag !== workspaceFlag) {
    return { words: all.toSpliced(at, 1), workspace: flag.slice(workspaceFlag.length + 1) };
  }
  // Without a value it is left to the parser, which says so.
  return value === undefined ? { words: all } : { words: all.toSpliced(at, 2), workspace: value };
}

const workspaceFlag = '--workspace';

/** Escapes everything that is printed, so that no text can control the terminal. */
function withEscapedOutput(shell: Shell): Shell {
  const { colours: styled } = shell;
  return {
    ...shell,
    out: (line) => shell.out(visibleLines(line, { styled })),
    error: (line) => shell.error(visibleLines(line, { styled })),
    ...(shell.ask && {
      ask: (question: string) => shell.ask?.(visible(question)) ?? Promise.resolve(false),
    }),
    ...(shell.askText && {
      askText: async (question: string, how: { secret: boolean }) =>
        shell.askText?.(visible(question), how),
    }),
    ...(shell.status && { status: (line: string) => shell.status?.(visible(line)) }),
  };
}

/** Returns the command that the words call; all of them where they call none, as for the help. */
async function commandsFor(words: string[], shell: Shell): Promise<Command[]> {
  const called = words.find((word) => !word.startsWith('-')) ?? '';
  const names = Object.hasOwn(commands, called) ? [called] : Object.keys(commands);
  const made: Command[] = [];
  for (const name of names) {
    const make = await commands[name]?.();
    if (make) made.push(make(shell));
  }
  return made;
}

function program(shell: Shell, made: Command[]): Command {
  const root = new Command('ladder')
    .option(`${workspaceFlag} <name>`, 'where there are several: its name, or its id in Slack')
    .version(version, '-V, --version', 'print the version, with the commit that was built')
    .description(
      "Ladder's command line: people, cycles, settings and reminders, beside a running server or not.",
    )
    .addHelpText(
      'after',
      '\nThe configuration is that of the server: the environment and .env; see docs/setup.md.',
    );
  for (const command of made) root.addCommand(command);
  for (const command of [root, ...descendants(root)]) {
    command
      .exitOverride()
      .configureOutput({
        writeOut: (text) => shell.out(text.trimEnd()),
        writeErr: (text) => shell.error(text.trimEnd()),
      })
      .addHelpText('after', examplesText(callOf(command).trim()))
      .showHelpAfterError(`What it takes: npm run ladder -- ${callOf(command)}--help`);
  }
  return root;
}

/**
 * Returns the words of every command that can be called: "cycle add".
 *
 * @internal
 */
export async function callableCommands(shell: Shell): Promise<string[]> {
  const all = descendants(program(shell, await commandsFor([], shell)));
  return all
    .filter(({ commands: children }) => children.length === 0)
    .map((command) => callOf(command).trim())
    .sort();
}

/** Returns "reminders send ", the words that call a command; empty for the command line itself. */
function callOf(command: Command): string {
  const { parent } = command;
  return parent ? `${callOf(parent)}${command.name()} ` : '';
}

function descendants(command: Command): Command[] {
  return command.commands.flatMap((child) => [child, ...descendants(child)]);
}
