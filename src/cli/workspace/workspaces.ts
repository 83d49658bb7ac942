import { Command } from 'commander';
import type { CommandLineConfig } from '../../config.js';
import { count } from '../../domain/text/count.js';
import { UserFacingError } from '../../services/errors/index.js';
import { rotateKeys } from '../../services/installation/index.js';
import { withDatabase } from '../session.js';
import { CommandFailed, type Shell } from '../shell.js';
import { table } from '../table.js';
import { type ListedWorkspace, listForOperator } from './list.js';

/** `workspaces list` and `workspaces rotate-keys`. */
export function workspacesCommand(shell: Shell): Command {
  const workspaces = new Command('workspaces').description(
    'the workspaces of this database, and the keys of their tokens',
  );
  workspaces
    .command('list')
    .description('all workspaces, and whether the app is installed there')
    .option('--json', 'print JSON')
    .action(({ json }: { json?: boolean }) => list(shell, json === true));
  workspaces
    .command('rotate-keys')
    .description('encrypt all tokens with the first key of TOKENS_KEY')
    .action(() => rotate(shell));
  return workspaces;
}

async function list(shell: Shell, json: boolean): Promise<void> {
  const found = await withDatabase(shell, (context, { several }) =>
    listForOperator(context, several?.keys),
  );
  if (json) return shell.out(JSON.stringify(found, null, 2));
  if (found.length === 0) return shell.out('No workspace has installed the app yet.');
  shell.out(table(found, columns, shell));
}

const columns = [
  { title: 'id', text: ({ slackTeamId }: ListedWorkspace) => slackTeamId },
  { title: 'name', text: ({ name }: ListedWorkspace) => name },
  { title: 'people', text: ({ people }: ListedWorkspace) => String(people) },
  { title: 'the app', text: ({ app }: ListedWorkspace) => app },
];

async function rotate(shell: Shell): Promise<void> {
  const { rotated, failed } = await withDatabase(shell, (context, config) =>
    rotateKeys(context, keysOf(config)),
  );
  shell.out(
    rotated === 0
      ? 'No token had to be encrypted anew.'
      : `The tokens of ${count(rotated, 'workspace', 'workspaces')} are encrypted with the first key now.`,
  );
  for (const { name, why } of failed) shell.error(`${name}: ${why}`);
  if (failed.length > 0) throw new CommandFailed();
  shell.out(
    'The other keys of TOKENS_KEY are needed no more, once every instance has the new one.',
  );
}

function keysOf({ several }: CommandLineConfig) {
  if (several) return several.keys;
  throw new UserFacingError(
    'There are no keys here: SLACK_CLIENT_ID and TOKENS_KEY are not set, or SLACK_BOT_TOKEN is, which is for one workspace.',
  );
}
