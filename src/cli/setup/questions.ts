import { randomBytes } from 'node:crypto';
import { databaseUrlProblems } from '../../config/database-url.js';
import { readConfig, readWhatIsRight, type SlackConfig } from '../../config.js';
import { UserFacingError } from '../../services/errors/index.js';
import { backgroundClient } from '../../slack/bolt/web-api/clients.js';
import { checkAppToken, identify, TokenRefused } from '../../slack/bolt/web-api/identity.js';
import { unreachableText } from '../../slack/bolt/web-api/unreachable.js';
import { examineDatabase } from '../doctor/database.js';
import { CommandFailed, type Shell } from '../shell.js';
import { type Secret, secretProblem } from './token-kinds.js';
import type { Variables } from './variables.js';

/** An answer is not right; says in a sentence why. */
class NotRight extends Error {}

interface Question {
  name: Secret;
  ask: string;
  /** What it means to leave it empty; undefined where it is needed. */
  empty?: string;
  /** Throws NotRight or TokenRefused where Slack or Postgres doesn't take the value; returns what it is. */
  check?: (value: string, variables: NodeJS.ProcessEnv) => Promise<string>;
}

const botToken: Question = {
  name: 'SLACK_BOT_TOKEN',
  ask: 'Bot User OAuth Token (xoxb-…)',
  async check(value, variables) {
    const slack = slackWith(value, variables);
    const { teamName } = await identify(backgroundClient(value, slack), slack);
    return `Slack takes it, for ${teamName}.`;
  },
};

const appToken: Question = {
  name: 'SLACK_APP_TOKEN',
  ask: 'App-level token (xapp-…)',
  empty: 'for HTTP in place of Socket Mode',
  async check(value, variables) {
    const { SLACK_BOT_TOKEN = 'xoxb-' } = variables;
    await checkAppToken(backgroundClient(value, slackWith(SLACK_BOT_TOKEN, variables)));
    return 'Slack takes it: Socket Mode can connect.';
  },
};

const signingSecret: Question = { name: 'SLACK_SIGNING_SECRET', ask: 'Signing Secret' };

const clientId: Question = { name: 'SLACK_CLIENT_ID', ask: 'Client ID' };

const clientSecret: Question = {
  name: 'SLACK_CLIENT_SECRET',
  ask: 'Client Secret',
  async check(value, variables) {
    const { SLACK_CLIENT_ID = '', SLACK_API_URL } = variables;
    await checkClient(SLACK_CLIENT_ID, value, SLACK_API_URL);
    return 'Slack takes it, with the Client ID.';
  },
};

const databaseUrl: Question = {
  name: 'DATABASE_URL',
  ask: 'Address of a Postgres server (postgresql://…)',
  empty: 'for the embedded database',
  async check(value, variables) {
    const problems = databaseUrlProblems(value);
    if (problems.length > 0) throw new NotRight(problems.join('\n'));
    await checkDatabase({ ...variables, DATABASE_URL: value });
    return 'It answers, and Ladder can work with it.';
  },
};

/**
 * The same for several workspaces at this address, whose tokens come with each installation; a key to
 * encrypt them with is made unless there is one.
 */
export async function askForSeveral(
  shell: Shell,
  variables: Variables,
  { publicUrl }: { publicUrl: string },
): Promise<Record<string, string>> {
  const answers: Record<string, string> = { ...variables.fromEnvironment, PUBLIC_URL: publicUrl };
  if (!variables.all.TOKENS_KEY) answers.TOKENS_KEY = randomBytes(32).toString('base64');
  // In Socket Mode nothing is signed.
  const own = variables.all.SLACK_APP_TOKEN ? [appToken] : [signingSecret];
  await answerAll(shell, variables, answers, [clientId, clientSecret, ...own]);
  return answers;
}

/**
 * Returns what is to be written: what was asked for, each value checked before the next is asked. Where
 * nobody can be asked, checks what is set. Throws CommandFailed where the input ends, and an Error in words.
 */
export async function askAll(
  shell: Shell,
  variables: Variables,
  { overHttp }: { overHttp: boolean },
): Promise<Record<string, string>> {
  const answers: Record<string, string> = { ...variables.fromEnvironment };
  await answerAll(
    shell,
    variables,
    answers,
    overHttp ? [botToken, signingSecret] : [botToken, appToken],
  );
  return answers;
}

/** Asks the questions and for the database, and keeps the answers that are new. Throws as `askAll` does. */
async function answerAll(
  shell: Shell,
  variables: Variables,
  answers: Record<string, string>,
  questions: readonly Question[],
): Promise<void> {
  const answer = async (question: Question) => {
    const value = await answerTo(shell, question, { variables, answers });
    if (value && variables.all[question.name] !== value) answers[question.name] = value;
    return value;
  };
  for (const question of questions) {
    const value = await answer(question);
    if (question === appToken && !value) await answer(signingSecret);
  }
  if (!(await answer(databaseUrl))) await checkDatabase({ ...variables.all, ...answers });
  readConfig({ ...variables.all, ...answers });
}

async function answerTo(
  shell: Shell,
  question: Question,
  { variables, answers }: { variables: Variables; answers: Record<string, string> },
): Promise<string> {
  const { name, check } = question;
  const set = variables.all[name]?.trim();
  const fixed = set !== undefined && variables.inFile[name] !== set;
  for (;;) {
    const value = fixed || !shell.askText ? (set ?? '') : await ask(shell, question, set);
    try {
      if (value === '' && question.empty === undefined) throw new NotRight(missing(shell, name));
      if (value === '') return '';
      const problem = secretProblem(name, value);
      if (problem !== undefined) throw new NotRight(problem);
      const well = await check?.(value, { ...variables.all, ...answers });
      if (well) shell.out(fixed || !shell.askText ? `${name}: ${well}` : well);
      return value;
    } catch (error) {
      const again = error instanceof NotRight || error instanceof TokenRefused;
      if (!again || fixed || !shell.askText) throw error;
      shell.error(error.message);
    }
  }
}

function missing(shell: Shell, name: string): string {
  return shell.askText
    ? `${name} is needed.`
    : `${name} is missing, and nobody can be asked here. Set it in the environment, or call me in a terminal.`;
}

async function ask(shell: Shell, { ask, empty }: Question, set: string | undefined) {
  const enter = set ? 'is set; Enter keeps it' : empty ? `Enter ${empty}` : '';
  const line = await shell.askText?.(`${ask}${enter ? `, ${enter}` : ''}: `, { secret: true });
  if (line === undefined) {
    shell.out('Nothing was changed.');
    throw new CommandFailed();
  }
  return line.trim() || (set ?? '');
}

/** Throws NotRight with what stops Ladder from working with the database. */
async function checkDatabase(variables: NodeJS.ProcessEnv): Promise<void> {
  const { right } = readWhatIsRight(variables);
  const {
    DATABASE_URL: url,
    DATA_DIR: dataDirectory = '',
    DATABASE_POOL_SIZE: poolSize = 8,
  } = right;
  const place = { databaseUrl: url, dataDirectory, poolSize, framework: undefined };
  const { findings } = await examineDatabase(place);
  const problems = findings.filter(({ ok, starts }) => !ok && !starts).map(({ text }) => text);
  if (problems.length > 0) throw new NotRight(problems.join('\n'));
}

/** Throws NotRight where Slack doesn't know the app by these; asks with a code that nobody has. */
async function checkClient(id: string, secret: string, apiUrl: string | undefined): Promise<void> {
  const { slack } = readWhatIsRight({ SLACK_BOT_TOKEN: 'xoxb-', SLACK_API_URL: apiUrl });
  if (!slack) throw new Error('The settings for Slack can not be read.');
  const call = { client_id: id, client_secret: secret, code: 'none' };
  const error = await backgroundClient(undefined, slack)
    .oauth.v2.access(call)
    .catch((refused: { data?: { error?: string } }) => refused);
  const code = 'data' in error ? error.data?.error : undefined;
  // The one thing that is wrong is the code.
  if (code === 'invalid_code') return;
  if (code === undefined) throw new UserFacingError(unreachableText(error, slack));
  const known: Record<string, string> = {
    invalid_client_id: 'It knows no app with this Client ID: call me again, and copy both anew.',
    bad_client_secret: 'It is not that of this Client ID: copy it again.',
  };
  throw new NotRight(`Slack does not take it (${code}). ${known[code] ?? 'Copy both again.'}`);
}

/** Returns the settings for Slack; the rest of the configuration was checked before. */
function slackWith(botToken: string, variables: NodeJS.ProcessEnv): SlackConfig {
  const { slack } = readWhatIsRight({ ...variables, SLACK_BOT_TOKEN: botToken });
  if (!slack || slack.oauth) throw new Error('The settings for Slack can not be read.');
  return slack;
}
