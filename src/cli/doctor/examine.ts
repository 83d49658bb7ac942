import { type Config, ConfigError, readConfig, readStorageConfig } from '../../config.js';
import { checkFrameworkFile } from '../../framework-file.js';
import { version } from '../../version.js';
import type { Shell } from '../shell.js';
import { examineDatabase } from './database.js';
import { type Finding, fine, wrong } from './finding.js';
import { examineManifest } from './manifest.js';
import { examineSlack, examineWay } from './slack.js';

/** Looks at everything that Ladder needs to run, as far as what was found allows. Changes nothing. */
export async function examine(shell: Shell): Promise<Finding[]> {
  const { config, findings } = examineConfiguration(shell.environment);
  const storage = config ?? readOr(() => readStorageConfig(shell.environment));
  return [
    fine('version', `Ladder ${version} on Node ${process.versions.node}`),
    ...findings,
    ...(storage ? examineFramework(storage.frameworkFile) : []),
    ...(storage ? await examineDatabase(storage) : []),
    ...(config ? [examineWay(config.slack), ...(await examineSlack(config.slack))] : []),
    ...examineManifest(config?.slack.command),
  ];
}

function examineConfiguration(environment: Shell['environment']): {
  config: Config | undefined;
  findings: Finding[];
} {
  try {
    const config = readConfig(environment);
    const mode = config.slack.appToken ? 'Socket Mode' : `HTTP at /slack/events`;
    return {
      config,
      findings: [fine('configuration', `complete: ${mode}, port ${config.port}`)],
    };
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    return { config: undefined, findings: wrong('configuration', error.problems) };
  }
}

function readOr<T>(read: () => T): T | undefined {
  try {
    return read();
  } catch (error) {
    if (error instanceof ConfigError) return undefined;
    throw error;
  }
}

function examineFramework(path: string): Finding[] {
  const read = checkFrameworkFile(path);
  if ('problems' in read) return wrong('framework', read.problems);
  const { name, roles } = read.framework;
  return [fine('framework', `${name}, ${roles.length} roles, from ${path}`)];
}
