import type { z } from 'zod';
import { readEnvironmentFile } from './config/environment-file.js';
import { type HttpProxy, readProxy } from './config/proxy.js';
import {
  type LogLevel,
  loopback,
  serverSchema,
  slackOnlySchema,
  slackSchema,
  storageSchema,
} from './config/variables.js';

export type { LogLevel } from './config/variables.js';

/** What the operator sets through the environment; see `.env.example`. */
export interface Config {
  /** A Postgres server; undefined means the embedded database in `dataDirectory`. */
  databaseUrl: string | undefined;
  /** How many connections to the database it holds at most. */
  poolSize: number;
  dataDirectory: string;
  /** The address of this machine at which Slack's requests come in; undefined: all of them. */
  host: string | undefined;
  port: number;
  /** The port of `/metrics`; undefined: nothing is counted. */
  metricsPort: number | undefined;
  /** The address of this machine at which the metrics are served. */
  metricsHost: string;
  /** How long it goes on after SIGTERM, saying at `/readyz` that it stops; milliseconds. */
  stopDelayMs: number;
  logLevel: LogLevel;
  /** The framework file (YAML). */
  frameworkFile: string;
  slack: SlackConfig;
}

export interface SlackConfig {
  botToken: string;
  /** Set for Socket Mode. */
  appToken: string | undefined;
  /** Needed over HTTP only. */
  signingSecret: string | undefined;
  apiUrl: string;
  /** What HTTPS_PROXY and NO_PROXY say about the way there; undefined: straight. */
  proxy?: HttpProxy | undefined;
  /** The slash command, with its slash. */
  command: string;
  /** How many messages a minute go out by themselves in a workspace, at most. */
  messagesPerMinute: number;
}

/** Every problem of the environment, in words; `problems` has one sentence each. */
export class ConfigError extends Error {
  override name = 'ConfigError';
  constructor(readonly problems: string[]) {
    super(
      `Ladder can't work with this configuration:\n${problems.map((p) => `  - ${p}`).join('\n')}`,
    );
  }
}

/**
 * Takes over the `.env` file of the working directory, if there is one; set variables win. Throws
 * ConfigError where the file can't be read or has a line that sets nothing.
 */
export function loadEnvironmentFile(): void {
  const { settings, problems } = readEnvironmentFile('.env');
  if (problems.length > 0) throw new ConfigError(problems);
  for (const [name, value] of Object.entries(settings)) process.env[name] ??= value;
}

/** Whether npm has started this process, and ends before it if a signal ends npm alone. */
export function isRunByNpm(environment: NodeJS.ProcessEnv = process.env): boolean {
  return environment.npm_lifecycle_event !== undefined;
}

/** The whole configuration. Throws ConfigError with every problem at once. */
export function readConfig(environment: NodeJS.ProcessEnv = process.env): Config {
  const parsed = serverSchema.safeParse(environment);
  const problems = parsed.success ? [] : messages(parsed.error);
  const { proxy, problem } = readProxy(environment);
  if (problem !== undefined) problems.push(problem);
  const overHttp = !environment.SLACK_APP_TOKEN?.trim();
  if (overHttp && !environment.SLACK_SIGNING_SECRET?.trim()) {
    problems.push(
      "SLACK_SIGNING_SECRET is missing. Copy it from your Slack app's page Basic Information, or set SLACK_APP_TOKEN to use Socket Mode.",
    );
  }
  if (parsed.success && parsed.data.PORT !== 0 && parsed.data.PORT === parsed.data.METRICS_PORT) {
    problems.push(
      'METRICS_PORT must be another port than PORT, so that the metrics stay out of reach from outside.',
    );
  }
  if (!parsed.success || problems.length > 0) throw new ConfigError(problems);
  const { data } = parsed;
  return {
    ...storageConfig(data),
    // Over HTTP Slack's requests come from outside; with Socket Mode nothing needs to.
    host: data.HOST ?? (overHttp ? undefined : loopback),
    port: data.PORT,
    metricsHost: data.METRICS_HOST ?? loopback,
    metricsPort: data.METRICS_PORT,
    stopDelayMs: data.STOP_DELAY_SECONDS * 1000,
    slack: {
      ...slackConfig(data, proxy),
      appToken: data.SLACK_APP_TOKEN,
      signingSecret: data.SLACK_SIGNING_SECRET,
    },
  };
}

export type RightVariables = Partial<z.infer<typeof serverSchema>>;

/**
 * The variables that have no problem, each looked at by itself, and what Slack is reached with if that
 * has none: for who looks at all there is, whatever else is wrong.
 */
export function readWhatIsRight(environment: NodeJS.ProcessEnv = process.env): {
  right: RightVariables;
  slack: SlackConfig | undefined;
} {
  const pairs = Object.entries(serverSchema.shape).flatMap(([name, schema]) => {
    const parsed = schema.safeParse(environment[name]);
    return parsed.success ? [[name, parsed.data]] : [];
  });
  const right: RightVariables = Object.fromEntries(pairs);
  const { data } = slackOnlySchema.safeParse(environment);
  const { proxy, problem } = readProxy(environment);
  if (!data || problem !== undefined) return { right, slack: undefined };
  const { SLACK_APP_TOKEN: appToken, SLACK_SIGNING_SECRET: signingSecret } = right;
  return { right, slack: { ...slackConfig(data, proxy), appToken, signingSecret } };
}

export type StorageConfig = Pick<
  Config,
  'databaseUrl' | 'poolSize' | 'dataDirectory' | 'logLevel' | 'frameworkFile'
>;

/** The part that needs no Slack, for the command line. Throws ConfigError with every problem at once. */
export function readStorageConfig(environment: NodeJS.ProcessEnv = process.env): StorageConfig {
  const parsed = storageSchema.safeParse(environment);
  if (!parsed.success) throw new ConfigError(messages(parsed.error));
  return storageConfig(parsed.data);
}

export interface CommandLineConfig extends StorageConfig {
  /** Undefined while SLACK_BOT_TOKEN is not set: most commands don't need Slack. */
  slack: CommandLineSlack | undefined;
}

type CommandLineSlack = Omit<SlackConfig, 'appToken' | 'signingSecret'>;

/** What the command line needs. Throws ConfigError with every problem at once. */
export function readCommandLineConfig(
  environment: NodeJS.ProcessEnv = process.env,
): CommandLineConfig {
  if (!environment.SLACK_BOT_TOKEN?.trim()) {
    return { ...readStorageConfig(environment), slack: undefined };
  }
  const parsed = slackSchema.safeParse(environment);
  if (!parsed.success) throw new ConfigError(messages(parsed.error));
  const { proxy, problem } = readProxy(environment);
  if (problem !== undefined) throw new ConfigError([problem]);
  const { data } = parsed;
  return { ...storageConfig(data), slack: slackConfig(data, proxy) };
}

function storageConfig(data: z.infer<typeof storageSchema>): StorageConfig {
  return {
    databaseUrl: data.DATABASE_URL,
    poolSize: data.DATABASE_POOL_SIZE,
    dataDirectory: data.DATA_DIR,
    logLevel: data.LOG_LEVEL,
    frameworkFile: data.FRAMEWORK_FILE,
  };
}

function slackConfig(
  data: z.infer<typeof slackOnlySchema>,
  proxy: HttpProxy | undefined,
): CommandLineSlack {
  return {
    botToken: data.SLACK_BOT_TOKEN as string,
    apiUrl: data.SLACK_API_URL,
    proxy,
    command: data.LADDER_COMMAND,
    messagesPerMinute: data.MESSAGES_PER_MINUTE,
  };
}

function messages(error: z.ZodError): string[] {
  return error.issues.map((issue) => issue.message);
}
