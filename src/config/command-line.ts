import { ConfigError, messages } from './config-error.js';
import { readEnvironmentFile } from './environment-file.js';
import { slackConfig, storageConfig, tokenSchema } from './parts.js';
import { readProxy } from './proxy.js';
import { isForSeveral } from './several.js';
import type { CommandLineConfig, StorageConfig } from './types.js';
import { frameworkFileSchema, severalSchema, slackSchema, storageSchema } from './variables.js';

/**
 * Reads the part that needs no Slack, for the command line. Throws ConfigError with all problems at
 * once.
 */
export function readStorageConfig(environment: NodeJS.ProcessEnv = process.env): StorageConfig {
  const parsed = storageSchema.safeParse(environment);
  if (!parsed.success) throw new ConfigError(messages(parsed.error));
  return storageConfig(parsed.data);
}

/**
 * Returns the path of the framework file from the environment or the `.env` file, for the
 * playground, which needs nothing else; undefined where none is set. Throws ConfigError.
 */
export function readFrameworkPath(
  environment: NodeJS.ProcessEnv = process.env,
): string | undefined {
  const { settings, problems } = readEnvironmentFile('.env');
  if (problems.length > 0) throw new ConfigError(problems);
  const FRAMEWORK_FILE = environment.FRAMEWORK_FILE ?? settings.FRAMEWORK_FILE;
  const parsed = frameworkFileSchema.safeParse({ FRAMEWORK_FILE });
  if (!parsed.success) throw new ConfigError(messages(parsed.error));
  return parsed.data.FRAMEWORK_FILE;
}

/** Reads what the command line needs. Throws ConfigError with all problems at once. */
export function readCommandLineConfig(
  environment: NodeJS.ProcessEnv = process.env,
): CommandLineConfig {
  const isSeveral = isForSeveral(environment);
  const botToken = environment.SLACK_BOT_TOKEN?.trim();
  if (!botToken && !isSeveral) {
    return { ...readStorageConfig(environment), slack: undefined, several: undefined };
  }
  const access = (isSeveral ? severalSchema.pick({ TOKENS_KEY: true }) : tokenSchema).safeParse(
    environment,
  );
  const parsed = slackSchema.safeParse(environment);
  if (!parsed.success || !access.success) {
    const errors = [access.error, parsed.error].filter((error) => error !== undefined);
    throw new ConfigError(errors.flatMap(messages));
  }
  const { proxy, problem } = readProxy(environment);
  if (problem !== undefined) throw new ConfigError([problem]);
  const slack = slackConfig(parsed.data, proxy);
  return {
    ...storageConfig(parsed.data),
    slack: botToken ? { ...slack, botToken } : undefined,
    several: 'TOKENS_KEY' in access.data ? { ...slack, keys: access.data.TOKENS_KEY } : undefined,
  };
}
