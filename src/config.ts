import { existsSync } from 'node:fs';
import { isIP } from 'node:net';
import { resolve } from 'node:path';
import { z } from 'zod';
import { databaseUrlProblems } from './database-url.js';
import { projectPath } from './project-path.js';
import { type HttpProxy, readProxy } from './proxy.js';

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

const logLevels = ['debug', 'info', 'warn', 'error', 'silent'] as const;
export type LogLevel = (typeof logLevels)[number];

/** Every problem of the environment, in words; `problems` has one sentence each. */
export class ConfigError extends Error {
  override name = 'ConfigError';
  constructor(readonly problems: string[]) {
    super(
      `Ladder can't work with this configuration:\n${problems.map((p) => `  - ${p}`).join('\n')}`,
    );
  }
}

const optional = z
  .string()
  .trim()
  .optional()
  .transform((value) => value || undefined);

const storageSchema = z.object({
  DATABASE_URL: optional.superRefine((value, { addIssue }) => {
    const problems = value === undefined ? [] : databaseUrlProblems(value);
    for (const message of problems) addIssue({ code: 'custom', message });
  }),
  DATABASE_POOL_SIZE: optional
    .transform((value) => Number(value ?? 8))
    .refine(
      (size) => Number.isInteger(size) && size >= 2 && size <= 500,
      'DATABASE_POOL_SIZE must be a whole number from 2 to 500.',
    ),
  DATA_DIR: optional.transform((value) => resolve(value ?? 'data')),
  LOG_LEVEL: optional
    .transform((value) => value ?? 'info')
    .pipe(z.enum(logLevels, `LOG_LEVEL must be one of ${logLevels.join(', ')}.`)),
  FRAMEWORK_FILE: optional
    .transform((value) =>
      value ? resolve(value) : projectPath('ladders', 'business-operations.yaml'),
    )
    .refine(existsSync, {
      error: (issue) =>
        `FRAMEWORK_FILE: there is no file ${issue.input}. Give the path of a framework file.`,
    }),
});

const loopback = '127.0.0.1';
const anAddress = `an address of this machine, for example ${loopback}, or 0.0.0.0 for all of them.`;

const serverSchema = storageSchema.extend({
  HOST: optional.refine(isHost, `HOST must be ${anAddress}`),
  METRICS_HOST: optional.refine(isHost, `METRICS_HOST must be ${anAddress}`),
  PORT: optional
    .transform((value) => Number(value ?? 3000))
    .refine(isPort, 'PORT must be a whole number from 0 to 65535.'),
  METRICS_PORT: optional
    .transform((value) => (value === undefined ? undefined : Number(value)))
    .refine(
      (port) => port === undefined || isPort(port),
      'METRICS_PORT must be a whole number from 0 to 65535. Leave it out to serve no metrics.',
    ),
  STOP_DELAY_SECONDS: optional
    .transform((value) => Number(value ?? 0))
    .refine(
      (seconds) => seconds >= 0 && seconds <= 60,
      'STOP_DELAY_SECONDS must be a number from 0 to 60.',
    ),
  LADDER_COMMAND: optional
    .transform((value) => value ?? '/ladder')
    .refine(
      (value) => /^\/[a-z0-9_-]{1,31}$/.test(value),
      'LADDER_COMMAND must be a slash and up to 31 small letters, digits, - or _, for example /ladder.',
    ),
  MESSAGES_PER_MINUTE: optional
    .transform((value) => Number(value ?? 240))
    .refine(
      (count) => count >= 1 && count <= 100_000,
      'MESSAGES_PER_MINUTE must be a number from 1 to 100000. Slack takes a few hundred.',
    ),
  SLACK_BOT_TOKEN: optional.refine(
    (value) => value?.startsWith('xoxb-'),
    "SLACK_BOT_TOKEN is missing or doesn't begin with xoxb-. Copy it from your Slack app's page OAuth & Permissions.",
  ),
  SLACK_APP_TOKEN: optional.refine(
    (value) => value === undefined || value.startsWith('xapp-'),
    "SLACK_APP_TOKEN must begin with xapp-. Make one on your Slack app's page Basic Information, or leave it out to use HTTP.",
  ),
  SLACK_SIGNING_SECRET: optional,
  SLACK_API_URL: optional
    .transform((value) => value ?? 'https://slack.com/api/')
    .refine(
      (value) => /^https?:/.test(value) && URL.canParse(value),
      'SLACK_API_URL must be a URL, for example https://slack.com/api/.',
    )
    .transform((value) => (value.endsWith('/') ? value : `${value}/`)),
});

/** What is left of it on the command line. */
const slackSchema = serverSchema.omit({
  ...{ HOST: true, PORT: true, METRICS_HOST: true, METRICS_PORT: true },
  ...{ STOP_DELAY_SECONDS: true },
  ...{ SLACK_APP_TOKEN: true, SLACK_SIGNING_SECRET: true },
});

/** Reads the `.env` file of the working directory, if there is one; set variables win. */
export function loadEnvironmentFile(): void {
  if (existsSync('.env')) process.loadEnvFile('.env');
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

/** An IP address or a name; undefined stands for the default. */
function isHost(value: string | undefined): boolean {
  return value === undefined || isIP(value) !== 0 || /^[a-z\d][a-z\d.-]{0,252}$/i.test(value);
}

function slackConfig(
  data: z.infer<typeof slackSchema>,
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

function isPort(port: number): boolean {
  return Number.isInteger(port) && port >= 0 && port <= 65_535;
}

function messages(error: z.ZodError): string[] {
  return error.issues.map((issue) => issue.message);
}
