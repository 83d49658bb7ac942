import { existsSync } from 'node:fs';
import { isIP } from 'node:net';
import { resolve } from 'node:path';
import { z } from 'zod';
import { newKeyCommand, readTokenKeys } from '../domain/installation/token-keys.js';
import { databaseUrlProblems } from './database-url.js';

const logLevels = ['debug', 'info', 'warn', 'error', 'silent'] as const;
export type LogLevel = (typeof logLevels)[number];

const optional = z
  .string()
  .trim()
  .optional()
  .transform((value) => value || undefined);

export const storageSchema = z.object({
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
    .transform((value) => (value ? resolve(value) : undefined))
    .refine((path) => path === undefined || existsSync(path), {
      error: (issue) =>
        `FRAMEWORK_FILE: there is no file ${issue.input}. Give the path of a framework file, or of a folder of such files.`,
    }),
});

/** The variable that says which ladder it is. */
export const frameworkFileSchema = storageSchema.pick({ FRAMEWORK_FILE: true });

/** Reachable from this machine only. */
export const loopback = '127.0.0.1';
const anAddress = `an address of this machine, for example ${loopback}, or 0.0.0.0 for all of them.`;

export const serverSchema = storageSchema.extend({
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

/** The variables with which one process serves several workspaces, in place of a bot token. */
export const severalSchema = z.object({
  SLACK_CLIENT_ID: optional.refine(
    (value) => value !== undefined && /^[\d.]+$/.test(value),
    "SLACK_CLIENT_ID is missing or no Client ID, which is two numbers with a point between. Copy it from your Slack app's page Basic Information.",
  ),
  SLACK_CLIENT_SECRET: optional.refine(
    (value) => value !== undefined,
    "SLACK_CLIENT_SECRET is missing. Copy it from your Slack app's page Basic Information.",
  ),
  TOKENS_KEY: optional.transform((value, { addIssue }) => {
    const { keys, problem } =
      value === undefined
        ? { keys: [], problem: `TOKENS_KEY is missing. Make one with: ${newKeyCommand}` }
        : readTokenKeys(value);
    if (problem !== undefined) addIssue({ code: 'custom', message: problem });
    return keys;
  }),
  PUBLIC_URL: optional
    .refine(
      isPublicUrl,
      'PUBLIC_URL must be the https:// address under which people reach this server, for example https://ladder.example.com.',
    )
    .transform((value) => value?.replace(/\/+$/, '')),
  INSTALL_WORKSPACES: optional
    .transform((value) => value?.split(',').map((id) => id.trim()))
    .refine(
      (ids) => ids === undefined || ids.every((id) => /^T[A-Z0-9]+$/.test(id)),
      'INSTALL_WORKSPACES must be ids of workspaces behind commas, for example T0123ABCD,T0456EFGH. A workspace in a browser has its id in the address: app.slack.com/client/T…',
    ),
});

/** An address with https, or of this machine, for trying. */
function isPublicUrl(value: string | undefined): boolean {
  if (value === undefined || !URL.canParse(value)) return false;
  const { protocol, hostname, search, hash, username } = new URL(value);
  if (search || hash || username) return false;
  return (
    protocol === 'https:' || (protocol === 'http:' && /^(localhost|127\.[\d.]+)$/.test(hostname))
  );
}

/** The variables about Slack's API. */
export const slackOnlySchema = serverSchema.pick({
  ...{ SLACK_API_URL: true, LADDER_COMMAND: true, MESSAGES_PER_MINUTE: true },
});

/** The variables about Slack that the command line needs. */
export const slackSchema = serverSchema.omit({
  ...{ HOST: true, PORT: true, METRICS_HOST: true, METRICS_PORT: true },
  ...{ STOP_DELAY_SECONDS: true },
  ...{ SLACK_BOT_TOKEN: true, SLACK_APP_TOKEN: true, SLACK_SIGNING_SECRET: true },
});

/** Accepts an IP address or a name; undefined is the default. */
function isHost(value: string | undefined): boolean {
  return value === undefined || isIP(value) !== 0 || /^[a-z\d][a-z\d.-]{0,252}$/i.test(value);
}

function isPort(port: number): boolean {
  return Number.isInteger(port) && port >= 0 && port <= 65_535;
}
