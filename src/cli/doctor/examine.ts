import { stat } from 'node:fs/promises';
import { ConfigError, type RightVariables, readConfig, readWhatIsRight } from '../../config.js';
import { checkFrameworkFile } from '../../framework-file.js';
import { version } from '../../version.js';
import type { Shell } from '../shell.js';
import { examineDatabase } from './database.js';
import { type Finding, fine, guarded, look, wrong } from './finding.js';
import { examineManifest } from './manifest.js';
import { examinePorts } from './ports.js';
import { examineSlack, examineWay } from './slack.js';

/**
 * Looks at everything that the start needs and at what needs a person, each by itself: whatever is
 * found, thrown or misconfigured, the rest is looked at all the same. Changes nothing.
 */
export async function examine(shell: Shell): Promise<Finding[]> {
  const { environment } = shell;
  const { right, slack } = readWhatIsRight(environment);
  const database = await databaseFindings(right);
  return [
    fine('version', `Ladder ${version} on Node ${process.versions.node}`),
    ...(await guarded('configuration', () => examineConfiguration(environment))),
    ...(await guarded('configuration', examineEnvironmentFile)),
    ...(await guarded('framework', () => examineFramework(right.FRAMEWORK_FILE))),
    ...database.findings,
    ...(await guarded('ports', () => examinePorts(right))),
    ...(slack ? await guarded('proxy', () => [examineWay(slack)]) : []),
    ...(slack ? await guarded('Slack', () => examineSlack(slack, database.teams)) : []),
    ...(await guarded('manifest', () => examineManifest(right.LADDER_COMMAND))),
  ];
}

function examineConfiguration(environment: Shell['environment']): Finding[] {
  try {
    const config = readConfig(environment);
    const mode = config.slack.appToken ? 'Socket Mode' : `HTTP at /slack/events`;
    return [fine('configuration', `complete: ${mode}, port ${config.port}`)];
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    return wrong('configuration', error.problems);
  }
}

/** The file holds tokens and perhaps a password. */
async function examineEnvironmentFile(): Promise<Finding[]> {
  // Without the file, or where it can't be looked at, the environment is what counts.
  const file = await stat('.env').catch(() => undefined);
  if (!file || (file.mode & 0o007) === 0) return [];
  return [
    look(
      'configuration',
      'The file .env, with the tokens in it, can be read by everybody on this machine. Let only its owner: chmod 600 .env',
    ),
  ];
}

function examineFramework(path: string | undefined): Finding[] {
  if (path === undefined) return [];
  const read = checkFrameworkFile(path);
  if ('problems' in read) return wrong('framework', read.problems);
  const { name, roles } = read.framework;
  return [fine('framework', `${name}, ${roles.length} roles, from ${path}`)];
}

/** The keys of the roles of a framework file; undefined where it can't be used. */
function rolesOf(path: string | undefined): string[] | undefined {
  const read = path === undefined ? undefined : checkFrameworkFile(path);
  return read && 'framework' in read ? read.framework.roles.map(({ key }) => key) : undefined;
}

async function databaseFindings(right: RightVariables) {
  const { DATA_DIR: dataDirectory, DATABASE_POOL_SIZE: poolSize = 8 } = right;
  const none = { findings: [] as Finding[], teams: [] };
  // A problem of theirs is one of the configuration.
  if (!('DATABASE_URL' in right) || dataDirectory === undefined) return none;
  const roles = rolesOf(right.FRAMEWORK_FILE);
  const place = { databaseUrl: right.DATABASE_URL, dataDirectory, poolSize, roles };
  let seen: Awaited<ReturnType<typeof examineDatabase>> = none;
  const findings = await guarded('database', async () => {
    seen = await examineDatabase(place);
    return seen.findings;
  });
  return { findings, teams: seen.teams };
}
