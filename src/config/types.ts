import type { TokenKey } from '../domain/installation/token-keys.js';
import type { HttpProxy } from './proxy.js';
import type { OAuthConfig } from './several.js';
import type { LogLevel } from './variables.js';

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

export type StorageConfig = Pick<
  Config,
  'databaseUrl' | 'poolSize' | 'dataDirectory' | 'logLevel' | 'frameworkFile'
>;

export interface CommandLineConfig extends StorageConfig {
  /** Undefined while SLACK_BOT_TOKEN is not set: most commands don't need Slack. */
  slack: CommandLineSlack | undefined;
  /** Set where the environment is for several workspaces, whose tokens are in the database. */
  several: (CommandLineApp & { keys: readonly TokenKey[] }) | undefined;
}

export type CommandLineApp = Omit<SlackAppConfig, 'appToken' | 'signingSecret'>;
type CommandLineSlack = CommandLineApp & { botToken: string };
