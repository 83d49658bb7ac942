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
import { withDatabase, withSession } from '../session.js';
import { CommandFailed, type Shell } from '../shell.js';
import { baseUrl, manifestLink } from './manifest-link.js';
import { confirmReplacing, readVariables } from './variables.js';

interface SetupOptions {
  link?: boolean;
  several?: boolean;
  address?: string;
  yes?: boolean;
}

/** `setup`: asks for the tokens, checks them, writes `.env` and makes the database. */
export function setupCommand(shell: Shell): Command {
  return new Command('setup')
    .description('ask for the tokens, check them, write .env and make the database')
    .option('--link', 'only print the link that makes the Slack app')
    .option('--address <url>', 'over HTTP: the public address of this server, https://…')
    .option('--several', 'for several workspaces, in each of which somebody installs the app')
    .option('--yes', 'replace what .env has by what the environment has, without asking')
    .action((options: SetupOptions) => setUp(shell, options));
}

async function setUp(shell: Shell, options: SetupOptions): Promise<void> {
  const { link, address, several = false, yes = false } = options;
  const path = shell.environmentFile ?? '.env';
  const variables = readVariables(shell.environment, path);
  const command = variables.all.LADDER_COMMAND ?? '/ladder';
  const url = manifestLink({ command, address, several });
  if (link) return shell.out(url);
  if (!several && address !== undefined && variables.all.SLACK_APP_TOKEN) {
    throw new UserFacingError(
      'SLACK_APP_TOKEN is set, with which Ladder uses Socket Mode. Take it out to use HTTP, or leave --address out.',
    );
  }
  if (several && variables.all.SLACK_BOT_TOKEN) {
    throw new UserFacingError(
      'SLACK_BOT_TOKEN is set, which is for one workspace. Take it out for several, or leave --several out.',
    );
  }
  const publicUrl = several && address !== undefined ? baseUrl(address) : undefined;
  refuseOtherProblems(variables.all, publicUrl);
  await fileErrors(path, () => refuseUnwritable(path));
  await confirmReplacing(shell, variables, { path, yes });
  if (shell.askText) shell.out(firstSteps(url, { address, several }));
  // Loaded on demand: it imports all of Bolt.
  const { askAll, askForSeveral } = await import('./questions.js');
  const answers = await unchanged(() =>
    publicUrl === undefined
      ? askAll(shell, variables, { overHttp: address !== undefined })
      : askForSeveral(shell, variables, { publicUrl }),
  );
  const environment = { ...variables.all, ...answers };
  await fileErrors(path, () => writePrivateFile(path, withSettings(textOf(path), answers)));
  shell.out(`Wrote ${resolve(path)}; others can't read it.`);
  await makeDatabase({ ...shell, environment }, several);
  await reportFindings({ ...shell, environment });
  shell.out(nextSteps(command, publicUrl));
}

async function makeDatabase(shell: Shell, several: boolean): Promise<void> {
  if (several) {
    await withDatabase(shell, async () => shell.out('The database is ready.'), { make: true });
    return;
  }
  await withSession(shell, async ({ workspace }) => {
    shell.out(`The database is ready, for ${workspace.name}.`);
  });
}

/** Throws ConfigError with what is wrong apart from what is asked for. */
function refuseOtherProblems(variables: NodeJS.ProcessEnv, publicUrl: string | undefined): void {
  const key = variables.TOKENS_KEY ?? Buffer.alloc(32).toString('base64');
  const asked =
    publicUrl === undefined
      ? { SLACK_BOT_TOKEN: 'xoxb-', SLACK_APP_TOKEN: 'xapp-' }
      : {
          ...{ SLACK_CLIENT_ID: '1.1', SLACK_CLIENT_SECRET: '-', SLACK_SIGNING_SECRET: '-' },
          ...{ TOKENS_KEY: key, PUBLIC_URL: publicUrl },
        };
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

interface Wanted {
  address: string | undefined;
  several: boolean;
}

function firstSteps(url: string, { address, several }: Wanted): string {
  if (several) return firstStepsForSeveral(url);
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

function firstStepsForSeveral(url: string): string {
  return [
    '1. Open this link, choose a workspace of yours, and press Create:',
    '',
    url,
    '',
    '2. Manage Distribution: activate public distribution, so that other workspaces can install it.',
    '3. Basic Information, App Credentials: the Client ID, the Client Secret and the Signing Secret.',
    '',
    'What you paste below is not shown.',
  ].join('\n');
}

function nextSteps(command: string, publicUrl: string | undefined): string {
  const then =
    publicUrl === undefined
      ? `then type ${command} help in Slack`
      : `then open ${publicUrl}/slack/install in a browser, once for each workspace`;
  return [
    '',
    'Next:',
    `  npm start                      ${then}`,
    '  npm run ladder -- doctor       whenever something seems wrong',
    '  npm run ladder -- people import people.csv   roles and managers for everybody (docs/setup.md)',
  ].join('\n');
}
