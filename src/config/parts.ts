import type { z } from 'zod';
import type { HttpProxy } from './proxy.js';
import type { CommandLineApp, StorageConfig } from './types.js';
import { serverSchema, type slackOnlySchema, type storageSchema } from './variables.js';

/** The token of the one workspace. */
export const tokenSchema = serverSchema.pick({ SLACK_BOT_TOKEN: true });

/** Returns the settings that need no Slack. */
export function storageConfig(data: z.infer<typeof storageSchema>): StorageConfig {
  return {
    databaseUrl: data.DATABASE_URL,
    poolSize: data.DATABASE_POOL_SIZE,
    dataDirectory: data.DATA_DIR,
    logLevel: data.LOG_LEVEL,
    frameworkFile: data.FRAMEWORK_FILE,
  };
}

/** Returns the settings of the Slack app that the command line needs as well. */
export function slackConfig(
  data: z.infer<typeof slackOnlySchema>,
  proxy: HttpProxy | undefined,
): CommandLineApp {
  return {
    apiUrl: data.SLACK_API_URL,
    proxy,
    command: data.LADDER_COMMAND,
    messagesPerMinute: data.MESSAGES_PER_MINUTE,
  };
}
