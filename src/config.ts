import type { z } from 'zod';
import { ConfigError, messages } from './config/config-error.js';
import { slackConfig, storageConfig, tokenSchema } from './config/parts.js';
import { readProxy } from './config/proxy.js';
import { isForSeveral, oauthConfig } from './config/several.js';
import { readTracing } from './config/tracing.js';
import type { Config, SeveralConfig, SlackConfig } from './config/types.js';
import { loopback, serverSchema, severalSchema, slackOnlySchema } from './config/variables.js';

export {
  readCommandLineConfig,
  readFrameworkPath,
  readStorageConfig,
} from './config/command-line.js';
export { ConfigError } from './config/config-error.js';
export { isRunByNpm, loadEnvironment, setVariables, variableNames } from './config/environment.js';
export type {
  CommandLineConfig,
  Config,
  SeveralConfig,
  SlackAppConfig,
  SlackConfig,
  StorageConfig,
} from './config/types.js';
export type { LogLevel } from './config/variables.js';

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
