import type { z } from 'zod';
import { readEnvironmentFile } from './config/environment-file.js';
import { type HttpProxy, readProxy } from './config/proxy.js';
import { readSecretFiles, secretNames } from './config/secret-files.js';
import { isForSeveral, type OAuthConfig, oauthConfig } from './config/several.js';
import { readTracing } from './config/tracing.js';
import {
  frameworkFileSchema,
  type LogLevel,
  loopback,
  serverSchema,
  severalSchema,
  slackOnlySchema,
  slackSchema,
  storageSchema,
} from './config/variables.js';
import type { TokenKey } from './domain/installation/token-keys.js';

export type { LogLevel } from './config/variables.js';

/** The names of all variables of Ladder's own. */
export const variableNames: readonly string[] = [
  ...Object.keys(serverSchema.shape),
  ...Object.keys(severalSchema.shape),
  ...secretNames.map((name) => `${name}_FILE`),
];

/** The operator's settings, from the environment; see `.env.example`. */
export interface Config {
  /** A Postgres server; undefined means the embedded database in `dataDirectory`. */
  databaseUrl: string | undefined;
  /** The most connections to the database. */
  poolSize: number;
  dataDirectory: string;
  /** The address of this machine to listen on for Slack's requests; undefined: all of them. */
  host: string | undefined;
  port: number;
  /** The port of `/metrics`; undefined: no metrics. */
  metricsPort: number | undefined;
  /** The address of this machine to serve the metrics on. */
  metricsHost: string;
  /** How long the server goes on after SIGTERM, reporting the stop at `/readyz`; milliseconds. */
  stopDelayMs: number;
  logLevel: LogLevel;
  /** Whether to hand traces on by OpenTelemetry's protocol. Default: no. */
  tracing?: boolean;
  /** The ladder's file or folder (YAML); undefined: the database has the ladder. */
  frameworkFile: string | undefined;
  slack: SlackConfig | SeveralConfig;
}

/** For one workspace, with its token. */
export interface SlackConfig extends SlackAppConfig {
  botToken: string;
  oauth?: undefined;
}

/** For any number of workspaces, in each of which somebody installs the app. */
export interface SeveralConfig extends SlackAppConfig {
  botToken?: undefined;
  oauth: OAuthConfig;
}

/** What is the same for all workspaces. */
export interface SlackAppConfig {
  /** Set for Socket Mode. */
  appToken: string | undefined;
  /** Needed over HTTP only. */
  signingSecret: string | undefined;
  apiUrl: string;
  /** The proxy of HTTPS_PROXY and NO_PROXY; undefined: a direct connection. */
  proxy?: HttpProxy | undefined;
  /** The slash command, with its slash. */
  command: string;
  /** The most messages a minute that are sent in a workspace, apart from answers. */
  messagesPerMinute: number;
}

/** The environment has problems; `problems` has one sentence for each. */
export class ConfigError extends Error {
  override name = 'ConfigError';
  constructor(readonly problems: string[]) {
    super(
      `Ladder can't work with this configuration:\n${problems.map((p) => `  - ${p}`).join('\n')}`,
    );
  }
}

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

const tokenSchema = serverSchema.pick({ SLACK_BOT_TOKEN: true });
const appSchema = serverSchema.omit({ SLACK_BOT_TOKEN: true });

/** Reads the whole configuration. Throws ConfigError with all problems at once. */
export function readConfig(environment: NodeJS.ProcessEnv = process.env): Config {
  const isSeveral = isForSeveral(environment);
  const parsed = appSchema.safeParse(environment);
  const access = isSeveral
    ? { several: severalSchema.safeParse(environment) }
    : { one: tokenSchema.safeParse(environment) };
  const problems = [access.several, access.one, parsed].flatMap((read) =>
    read?.error ? messages(read.error) : [],
  );
  if (!isSeveral && environment.PUBLIC_URL?.trim()) problems.push(bothModes);
  const { proxy, problem } = readProxy(environment);
  if (problem !== undefined) problems.push(problem);
  const { tracing, problems: ofTracing } = readTracing(environment);
  problems.push(...ofTracing);
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
  const slack = {
    ...slackConfig(data, proxy),
    appToken: data.SLACK_APP_TOKEN,
    signingSecret: data.SLACK_SIGNING_SECRET,
  };
  const several = access.several?.data;
  return {
    ...storageConfig(data),
    // Over HTTP Slack's requests come from outside, and people who install; in Socket Mode nothing does.
    host: data.HOST ?? (overHttp || isSeveral ? undefined : loopback),
    port: data.PORT,
    metricsHost: data.METRICS_HOST ?? loopback,
    metricsPort: data.METRICS_PORT,
    stopDelayMs: data.STOP_DELAY_SECONDS * 1000,
    tracing,
    slack: several
      ? { ...slack, oauth: oauthConfig(several, slack.apiUrl) }
      : { ...slack, botToken: access.one?.data?.SLACK_BOT_TOKEN ?? '' },
  };
}

const bothModes =
  'PUBLIC_URL is for several workspaces, and SLACK_BOT_TOKEN is the token of one. Take one of the two out.';

export type RightVariables = Partial<z.infer<typeof serverSchema>>;

/**
 * Returns the variables that are valid, each checked by itself, and the settings for Slack if those
 * are valid: for checks that go on whatever else is wrong.
 */
export function readWhatIsRight(environment: NodeJS.ProcessEnv = process.env): {
  right: RightVariables;
  slack: SlackConfig | SeveralConfig | undefined;
} {
  const pairs = Object.entries(serverSchema.shape).flatMap(([name, schema]) => {
    const parsed = schema.safeParse(environment[name]);
    return parsed.success ? [[name, parsed.data]] : [];
  });
  const right: RightVariables = Object.fromEntries(pairs);
  const isSeveral = isForSeveral(environment);
  const { data } = slackOnlySchema.safeParse(environment);
  const access = (isSeveral ? severalSchema : tokenSchema).safeParse(environment).data;
  const { proxy, problem } = readProxy(environment);
  if (!data || !access || problem !== undefined) return { right, slack: undefined };
  const { SLACK_APP_TOKEN: appToken, SLACK_SIGNING_SECRET: signingSecret } = right;
  const slack = { ...slackConfig(data, proxy), appToken, signingSecret };
  return {
    right,
    slack:
      'TOKENS_KEY' in access
        ? { ...slack, oauth: oauthConfig(access, slack.apiUrl) }
        : { ...slack, botToken: access.SLACK_BOT_TOKEN ?? '' },
  };
}

export type StorageConfig = Pick<
  Config,
  'databaseUrl' | 'poolSize' | 'dataDirectory' | 'logLevel' | 'frameworkFile'
>;

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

export interface CommandLineConfig extends StorageConfig {
  /** Undefined while SLACK_BOT_TOKEN is not set: most commands don't need Slack. */
  slack: CommandLineSlack | undefined;
  /** Set where the environment is for several workspaces, whose tokens are in the database. */
  several: (CommandLineApp & { keys: readonly TokenKey[] }) | undefined;
}

type CommandLineApp = Omit<SlackAppConfig, 'appToken' | 'signingSecret'>;
type CommandLineSlack = CommandLineApp & { botToken: string };

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
): CommandLineApp {
  return {
    apiUrl: data.SLACK_API_URL,
    proxy,
    command: data.LADDER_COMMAND,
    messagesPerMinute: data.MESSAGES_PER_MINUTE,
  };
}

function messages(error: z.ZodError): string[] {
  return error.issues.map((issue) => issue.message);
}
