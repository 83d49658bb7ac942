import { stat } from 'node:fs/promises';
import { ConfigError, type RightVariables, readConfig, readWhatIsRight } from '../../config.js';
import { checkFrameworkFile } from '../../framework-file.js';
import { version } from '../../version.js';
import type { Shell } from '../shell.js';
import { examineDatabase } from './database.js';
import { type Finding, failures, passed, runCheck, warning } from './finding.js';
import { examineInstalled } from './installed.js';
import { examineManifest } from './manifest.js';
import { examinePorts } from './ports.js';
import type { NextFramework } from './roles.js';
import { examineEndpoint, examineSlack } from './slack.js';

/**
 * Checks everything that the start needs and everything that needs an operator, each by itself: one
 * failing check doesn't stop the others. Changes nothing.
 */
export async function examine(shell: Shell): Promise<Finding[]> {
  const { environment } = shell;
  const { right, slack } = readWhatIsRight(environment);
  const database = await databaseFindings(right);
  return [
    passed('version', `Ladder ${version} on Node ${process.versions.node}`),
    ...(await runCheck('configuration', () => examineConfiguration(environment))),
    ...(await runCheck('configuration', examineEnvironmentFile)),
    ...(await runCheck('framework', () => examineFramework(right))),
    ...database.findings,
    ...(await runCheck('ports', () => examinePorts(right))),
    ...(slack ? await runCheck('proxy', () => [examineEndpoint(slack)]) : []),
    ...(slack && !slack.oauth
      ? await runCheck('Slack', () => examineSlack(slack, database.teams))
      : []),
    ...(slack?.oauth
      ? await runCheck('Slack', () => examineInstalled(slack, database.installations))
      : []),
    ...(await runCheck('manifest', () => examineManifest(right.LADDER_COMMAND))),
  ];
}

function examineConfiguration(environment: Shell['environment']): Finding[] {
  try {
    const config = readConfig(environment);
    const mode = config.slack.appToken ? 'Socket Mode' : `HTTP at /slack/events`;
    const several = config.slack.oauth ? ', for several workspaces' : '';
    return [passed('configuration', `complete: ${mode}, port ${config.port}${several}`)];
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    return failures('configuration', error.problems);
  }
}

/** The file contains tokens and perhaps a password. */
async function examineEnvironmentFile(): Promise<Finding[]> {
  // Without a readable file, the environment alone counts.
  const file = await stat('.env').catch(() => undefined);
  if (!file || (file.mode & 0o007) === 0) return [];
  return [
    warning(
      'configuration',
      'The file .env, with the tokens in it, can be read by everybody on this machine. Let only its owner: chmod 600 .env',
    ),
  ];
}

function examineFramework(right: RightVariables): Finding[] {
  // A wrong path is reported with the configuration.
  if (!('FRAMEWORK_FILE' in right)) return [];
  const path = right.FRAMEWORK_FILE;
  if (path === undefined)
    return [passed('framework', 'in the database; FRAMEWORK_FILE is not set')];
  const read = checkFrameworkFile(path);
  if ('problems' in read) return failures('framework', read.problems);
  const { name, roles } = read.framework;
  return [passed('framework', `${name}, ${roles.length} roles, from ${path}`)];
}

/** Returns the framework of the next start; undefined where its file can't be read. */
function nextFramework(right: RightVariables): NextFramework | undefined {
  // A wrong path is left out of what is right.
  if (!('FRAMEWORK_FILE' in right)) return undefined;
  const path = right.FRAMEWORK_FILE;
  if (path === undefined) return 'stored';
  const read = checkFrameworkFile(path);
  return 'framework' in read ? read.framework : undefined;
}

async function databaseFindings(right: RightVariables) {
  const { DATA_DIR: dataDirectory, DATABASE_POOL_SIZE: poolSize = 8 } = right;
  const none = { findings: [] as Finding[], teams: [], installations: [] };
  // The configuration's own check reports this problem.
  if (!('DATABASE_URL' in right) || dataDirectory === undefined) return none;
  const framework = nextFramework(right);
  const place = { databaseUrl: right.DATABASE_URL, dataDirectory, poolSize, framework };
  let examined: Awaited<ReturnType<typeof examineDatabase>> = none;
  const findings = await runCheck('database', async () => {
    examined = await examineDatabase(place);
    return examined.findings;
  });
  return { ...examined, findings };
}
