import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { Command } from 'commander';
import { withSettings } from '../../config/environment-writing.js';
import { readConfig } from '../../config.js';
import { projectPath } from '../../project-path.js';
import { errorText } from '../../runtime/error-text.js';
import { UserFacingError } from '../../services/errors/index.js';
import { refuseUnwritable, writePrivateFile } from '../../system/private-file.js';
import { systemErrorText } from '../../system/system-error.js';
import { withSession } from '../session.js';
import { CommandFailed, type Shell } from '../shell.js';
import { manifestLink } from './manifest-link.js';
import { confirmReplacing, readVariables } from './variables.js';

interface SetupOptions {
  link?: boolean;
  address?: string;
  yes?: boolean;
}

/** `setup`: asks for the tokens, checks them, writes `.env` and makes the database. */
export function setupCommand(shell: Shell): Command {
  return new Command('setup')
    .description('ask for the tokens, check them, write .env and make the database')
    .option('--link', 'only print the link that makes the Slack app')
    .option('--address <url>', 'over HTTP: the public address of this server, https://…')
    .option('--yes', 'replace what .env has by what the environment has, without asking')
    .action((options: SetupOptions) => setUp(shell, options));
}

async function setUp(shell: Shell, { link, address, yes = false }: SetupOptions): Promise<void> {
  const path = shell.environmentFile ?? '.env';
  const variables = readVariables(shell.environment, path);
  const command = variables.all.LADDER_COMMAND ?? '/ladder';
  const url = manifestLink({ command, address });
  if (link) return shell.out(url);
  if (address !== undefined && variables.all.SLACK_APP_TOKEN) {
    throw new UserFacingError(
      'SLACK_APP_TOKEN is set, with which Ladder uses Socket Mode. Take it out to use HTTP, or leave --address out.',
    );
  }
  refuseOtherProblems(variables.all);
  await fileErrors(path, () => refuseUnwritable(path));
  await confirmReplacing(shell, variables, { path, yes });
  if (shell.askText) shell.out(firstSteps(url, address));
  // Loaded on demand: it imports all of Bolt.
  const { askAll } = await import('./questions.js');
  const answers = await unchanged(() =>
    askAll(shell, variables, { overHttp: address !== undefined }),
  );
  const environment = { ...variables.all, ...answers };
  await fileErrors(path, () => writePrivateFile(path, withSettings(textOf(path), answers)));
  shell.out(`Wrote ${resolve(path)}; others can't read it.`);
  await withSession({ ...shell, environment }, async ({ workspace }) => {
    shell.out(`The database is ready, for ${workspace.name}.`);
  });
  await reportFindings({ ...shell, environment });
  shell.out(nextSteps(command));
}

/** Throws ConfigError with what is wrong apart from what is asked for. */
function refuseOtherProblems(variables: NodeJS.ProcessEnv): void {
  const asked = { SLACK_BOT_TOKEN: 'xoxb-', SLACK_APP_TOKEN: 'xapp-' };
  readConfig({ ...variables, ...asked, DATABASE_URL: undefined });
}

function textOf(path: string): string {
  return readFileSync(existsSync(path) ? path : projectPath('.env.example'), 'utf8');
}

/** Calls what comes before anything is written. Throws its errors, with that said. */
async function unchanged<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof CommandFailed) throw error;
    throw new UserFacingError(`${errorText(error)}\nNothing was changed.`);
  }
}

async function fileErrors<T>(path: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    const why = systemErrorText(error, { path: resolve(path) });
    if (why === undefined) throw error;
    throw new UserFacingError(`${why} Nothing was changed.`);
  }
}

/** Says what the doctor finds now; changes nothing. */
async function reportFindings(shell: Shell): Promise<void> {
  const { examine } = await import('../doctor/examine.js');
  for (const { ok, about, text } of await examine(shell)) {
    if (!ok) shell.out(`Still to do (${about}): ${text}`);
  }
}

function firstSteps(url: string, address: string | undefined): string {
  const second =
    address === undefined
      ? '3. Basic Information, App-Level Tokens: generate one with connections:write.'
      : '3. Basic Information, App Credentials: the Signing Secret.';
  return [
    '1. Open this link, choose your workspace, and press Create:',
    '',
    url,
    '',
    '2. Install App: install it to the workspace, and copy the Bot User OAuth Token.',
    second,
    '',
    'What you paste below is not shown.',
  ].join('\n');
}

function nextSteps(command: string): string {
  return [
    '',
    'Next:',
    `  npm start                      then type ${command} help in Slack`,
    '  npm run ladder -- doctor       whenever something seems wrong',
    '  npm run ladder -- people import people.csv   roles and managers for everybody (docs/setup.md)',
  ].join('\n');
}
