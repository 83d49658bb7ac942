import { stat } from 'node:fs/promises';
import { ConfigError, type RightVariables, readConfig, readWhatIsRight } from '../../config.js';
import { checkFrameworkFile } from '../../framework-file.js';
import { version } from '../../version.js';
import type { Shell } from '../shell.js';
import { examineDatabase } from './database.js';
import { type Finding, failures, passed, runCheck, warning } from './finding.js';
import { examineManifest } from './manifest.js';
import { examinePorts } from './ports.js';
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
    ...(await runCheck('framework', () => examineFramework(right.FRAMEWORK_FILE))),
    ...database.findings,
    ...(await runCheck('ports', () => examinePorts(right))),
    ...(slack ? await runCheck('proxy', () => [examineEndpoint(slack)]) : []),
    ...(slack ? await runCheck('Slack', () => examineSlack(slack, database.teams)) : []),
    ...(await runCheck('manifest', () => examineManifest(right.LADDER_COMMAND))),
  ];
}

function examineConfiguration(environment: Shell['environment']): Finding[] {
  try {
    const config = readConfig(environment);
    const mode = config.slack.appToken ? 'Socket Mode' : `HTTP at /slack/events`;
    return [passed('configuration', `complete: ${mode}, port ${config.port}`)];
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

function examineFramework(path: string | undefined): Finding[] {
  if (path === undefined) return [];
  const read = checkFrameworkFile(path);
  if ('problems' in read) return failures('framework', read.problems);
  const { name, roles } = read.framework;
  return [passed('framework', `${name}, ${roles.length} roles, from ${path}`)];
}

/** Returns the keys of the roles of a framework file; undefined where it can't be read. */
function rolesOf(path: string | undefined): string[] | undefined {
  const read = path === undefined ? undefined : checkFrameworkFile(path);
  return read && 'framework' in read ? read.framework.roles.map(({ key }) => key) : undefined;
}

async function databaseFindings(right: RightVariables) {
  const { DATA_DIR: dataDirectory, DATABASE_POOL_SIZE: poolSize = 8 } = right;
  const none = { findings: [] as Finding[], teams: [] };
  // The configuration's own check reports this problem.
  if (!('DATABASE_URL' in right) || dataDirectory === undefined) return none;
  const roles = rolesOf(right.FRAMEWORK_FILE);
  const place = { databaseUrl: right.DATABASE_URL, dataDirectory, poolSize, roles };
  let examined: Awaited<ReturnType<typeof examineDatabase>> = none;
  const findings = await runCheck('database', async () => {
    examined = await examineDatabase(place);
    return examined.findings;
  });
  return { findings, teams: examined.teams };
}
