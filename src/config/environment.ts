import { ConfigError } from './config-error.js';
import { readEnvironmentFile } from './environment-file.js';
import { readSecretFiles, secretNames } from './secret-files.js';
import { serverSchema, severalSchema } from './variables.js';

/** The names of all variables of Ladder's own. */
export const variableNames: readonly string[] = [
  ...Object.keys(serverSchema.shape),
  ...Object.keys(severalSchema.shape),
  ...secretNames.map((name) => `${name}_FILE`),
];

/**
 * Adds the variables of the `.env` file in the working directory, if there is one, and then the secrets
 * whose files the variables name; variables that are set already win. Throws ConfigError where a file
 * can't be read or has an invalid line.
 */
export function loadEnvironment(): void {
  const file = readEnvironmentFile('.env');
  if (file.problems.length > 0) throw new ConfigError(file.problems);
  for (const [name, value] of Object.entries(file.settings)) process.env[name] ??= value;
  const secrets = readSecretFiles(process.env);
  if (secrets.problems.length > 0) throw new ConfigError(secrets.problems);
  Object.assign(process.env, secrets.settings);
}

/** Returns the variables that are set to something. */
export function setVariables(environment: NodeJS.ProcessEnv = process.env): NodeJS.ProcessEnv {
  return Object.fromEntries(Object.entries(environment).filter(([, value]) => value?.trim()));
}

/** Returns whether npm started this process. A signal that reaches npm alone ends npm first. */
export function isRunByNpm(environment: NodeJS.ProcessEnv = process.env): boolean {
  return environment.npm_lifecycle_event !== undefined;
}
