import { readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import {
  ConfigError,
  readCommandLineConfig,
  readConfig,
  readStorageConfig,
} from '../../src/config.js';
import { projectPath } from '../../src/project-path.js';

const complete = { SLACK_BOT_TOKEN: 'xoxb-1', SLACK_SIGNING_SECRET: 'secret' };

function problemsOf(read: () => unknown): string[] {
  try {
    read();
    return [];
  } catch (error) {
    if (error instanceof ConfigError) return error.problems;
    throw error;
  }
}

describe('the configuration for several workspaces', () => {
  const key = Buffer.alloc(32, 1).toString('base64');
  const several = {
    ...{ SLACK_CLIENT_ID: '1.2', SLACK_CLIENT_SECRET: 'client', SLACK_SIGNING_SECRET: 'secret' },
    ...{ TOKENS_KEY: key, PUBLIC_URL: 'https://ladder.example.com/' },
  };

  it('needs the app’s own names, a key and an address, and no bot token', () => {
    expect(readConfig(several)).toMatchObject({
      host: undefined,
      slack: {
        oauth: {
          ...{ clientId: '1.2', clientSecret: 'client', publicUrl: 'https://ladder.example.com' },
          authorizeUrl: 'https://slack.com/oauth/v2/authorize',
          keys: [{ id: expect.stringMatching(/^[0-9a-f]{8}$/) }],
        },
      },
    });
  });

  it('may be for some workspaces only', () => {
    const onlyOf = (INSTALL_WORKSPACES: string) =>
      readConfig({ ...several, INSTALL_WORKSPACES }).slack.oauth?.onlyWorkspaces;
    expect(onlyOf(' T0MOSS, T0FERN ')).toEqual(['T0MOSS', 'T0FERN']);
    expect(onlyOf('')).toBeUndefined();
    for (const wrong of ['moss.slack.com', 'T0MOSS;T0FERN', 'T0MOSS,', 'E0GRID', ','])
      expect(problemsOf(() => onlyOf(wrong))).toEqual([
        expect.stringMatching(/^INSTALL_WORKSPACES must be ids of workspaces behind commas/),
      ]);
  });

  it('asks for everything that is missing at once', () => {
    expect(problemsOf(() => readConfig({ SLACK_CLIENT_ID: 'x' }))).toEqual([
      expect.stringMatching(/^SLACK_CLIENT_ID is missing or no Client ID/),
      expect.stringMatching(/^SLACK_CLIENT_SECRET is missing/),
      expect.stringMatching(/^TOKENS_KEY is missing\. Make one with: openssl rand -base64 32$/),
      expect.stringMatching(/^PUBLIC_URL must be the https:\/\/ address/),
      expect.stringMatching(/^SLACK_SIGNING_SECRET is missing/),
    ]);
  });

  it.each(['http://ladder.example.com', 'ladder.example.com', 'https://x.example.com/?a=1'])(
    'takes no address like %s',
    (PUBLIC_URL) => {
      expect(problemsOf(() => readConfig({ ...several, PUBLIC_URL }))).toHaveLength(1);
    },
  );

  it('is not mixed with that for one', () => {
    const both = { ...several, SLACK_BOT_TOKEN: 'xoxb-1' };
    expect(problemsOf(() => readConfig(both))).toEqual([
      'PUBLIC_URL is for several workspaces, and SLACK_BOT_TOKEN is the token of one. Take one of the two out.',
    ]);
    const { PUBLIC_URL: _, ...one } = both;
    expect(readConfig(one).slack.botToken).toBe('xoxb-1');
  });

  it('reads the keys for the command line as well', () => {
    const { slack, several: found } = readCommandLineConfig(several);
    expect({ slack, keys: found?.keys.length }).toEqual({ slack: undefined, keys: 1 });
    expect(problemsOf(() => readCommandLineConfig({ ...several, TOKENS_KEY: 'x' }))).toHaveLength(
      1,
    );
  });
});

describe('the configuration', () => {
  it('needs nothing but a token and a signing secret', () => {
    expect(readConfig(complete)).toEqual({
      databaseUrl: undefined,
      poolSize: 8,
      dataDirectory: resolve('data'),
      host: undefined,
      port: 3000,
      metricsHost: '127.0.0.1',
      stopDelayMs: 0,
      tracing: false,
      logLevel: 'info',
      frameworkFile: undefined,
      slack: {
        botToken: 'xoxb-1',
        appToken: undefined,
        signingSecret: 'secret',
        apiUrl: 'https://slack.com/api/',
        command: '/ladder',
        messagesPerMinute: 240,
      },
    });
  });

  it('needs no signing secret in Socket Mode', () => {
    const environment = { SLACK_BOT_TOKEN: 'xoxb-1', SLACK_APP_TOKEN: 'xapp-1' };
    expect(readConfig(environment).slack.appToken).toBe('xapp-1');
  });

  it('listens to the outside only where Slack has to come in', () => {
    const socketMode = { SLACK_BOT_TOKEN: 'xoxb-1', SLACK_APP_TOKEN: 'xapp-1' };
    expect(readConfig(socketMode).host).toBe('127.0.0.1');
    expect(readConfig({ ...socketMode, HOST: '0.0.0.0' }).host).toBe('0.0.0.0');
    expect(readConfig({ ...complete, HOST: '::1' }).host).toBe('::1');
    expect(readConfig({ ...complete, METRICS_HOST: 'ladder.internal' }).metricsHost).toBe(
      'ladder.internal',
    );
  });

  it('takes what is set', () => {
    const environment = {
      ...complete,
      DATABASE_URL: 'postgresql://ladder@db/ladder',
      DATA_DIR: '/var/lib/ladder',
      PORT: '8080',
      LOG_LEVEL: 'debug',
      METRICS_PORT: '9090',
      STOP_DELAY_SECONDS: '15',
      LADDER_COMMAND: '/career',
      SLACK_API_URL: 'http://127.0.0.1:4000/api',
    };
    expect(readConfig(environment)).toMatchObject({
      databaseUrl: 'postgresql://ladder@db/ladder',
      dataDirectory: '/var/lib/ladder',
      port: 8080,
      metricsPort: 9090,
      stopDelayMs: 15_000,
      logLevel: 'debug',
      slack: { command: '/career', apiUrl: 'http://127.0.0.1:4000/api/' },
    });
  });

  it('takes an empty value, as .env.example has them, for none', () => {
    const text = readFileSync(projectPath('.env.example'), 'utf8');
    const names = [...text.matchAll(/^([A-Z_]+)=/gm)].map(([, name = '']) => name);
    const empty = Object.fromEntries(names.map((name) => [name, '']));
    expect(readConfig({ ...empty, ...complete })).toEqual(readConfig(complete));
  });

  it('is explained in .env.example, every variable of it', () => {
    const source = readFileSync(projectPath('src', 'config', 'variables.ts'), 'utf8');
    const own = [...source.matchAll(/^ {2}([A-Z_]+): optional/gm)].map(([, name]) => name);
    const read = [...own, 'HTTPS_PROXY', 'NO_PROXY', 'OTEL_EXPORTER_OTLP_ENDPOINT'];
    const text = readFileSync(projectPath('.env.example'), 'utf8');
    const explained = [...text.matchAll(/^([A-Z_]+)=/gm)].map(([, name]) => name);
    expect(explained.toSorted()).toEqual(read.toSorted());
  });
});

describe('a problem of the configuration', () => {
  it.each([
    ['SLACK_BOT_TOKEN', undefined, /^SLACK_BOT_TOKEN is missing .* Copy it from/],
    ['SLACK_BOT_TOKEN', 'xoxp-1', /^SLACK_BOT_TOKEN is missing or doesn't begin with xoxb-/],
    ['SLACK_SIGNING_SECRET', ' ', /^SLACK_SIGNING_SECRET is missing\. .* or set SLACK_APP_TOKEN/],
    ['SLACK_APP_TOKEN', 'xoxb-1', /^SLACK_APP_TOKEN must begin with xapp-\. Make one/],
    ['SLACK_API_URL', 'localhost:4000', /^SLACK_API_URL must be a URL, for example/],
    ['SLACK_API_URL', 'http://', /^SLACK_API_URL must be a URL, for example/],
    ['LADDER_COMMAND', 'ladder', /^LADDER_COMMAND must be a slash and/],
    ['LADDER_COMMAND', '/Ladder', /^LADDER_COMMAND must be a slash and/],
    ['HOST', 'http://ladder', /^HOST must be an address of this machine, for example 127/],
    ['HOST', '0.0.0.0:3000', /^HOST must be an address of this machine/],
    ['METRICS_HOST', 'a b', /^METRICS_HOST must be an address of this machine/],
    ['PORT', 'http', /^PORT must be a whole number from 0 to 65535/],
    ['PORT', '70000', /^PORT must be a whole number from 0 to 65535/],
    ['MESSAGES_PER_MINUTE', '0', /^MESSAGES_PER_MINUTE must be a number from 1 to 100000/],
    ['MESSAGES_PER_MINUTE', 'many', /^MESSAGES_PER_MINUTE must be a number from 1 to 100000/],
    ['METRICS_PORT', 'yes', /^METRICS_PORT must be a whole number from 0 to 65535\. Leave it out/],
    ['METRICS_PORT', '3000', /^METRICS_PORT must be another port than PORT/],
    ['STOP_DELAY_SECONDS', 'soon', /^STOP_DELAY_SECONDS must be a number from 0 to 60/],
    ['DATABASE_URL', 'mysql://db', /^DATABASE_URL must begin with postgresql:/],
    ['LOG_LEVEL', 'loud', /^LOG_LEVEL must be one of debug, info/],
    ['FRAMEWORK_FILE', '/nowhere.yaml', /^FRAMEWORK_FILE: there is no file \/nowhere\.yaml/],
  ])('with %s=%s is named alone', (name, value, message) => {
    const problems = problemsOf(() => readConfig({ ...complete, [name]: value }));
    expect(problems).toEqual([expect.stringMatching(message)]);
  });

  it('never stands alone where there are several', () => {
    const environment = {
      SLACK_API_URL: 'slack',
      LADDER_COMMAND: 'ladder',
      PORT: '-1',
      DATABASE_URL: 'db',
      LOG_LEVEL: 'loud',
      FRAMEWORK_FILE: '/nowhere.yaml',
    };
    const problems = problemsOf(() => readConfig(environment));
    const named = problems.map((problem) => /^[A-Z_]+/.exec(problem)?.[0]).toSorted();
    expect(named).toEqual(
      [...Object.keys(environment), 'SLACK_BOT_TOKEN', 'SLACK_SIGNING_SECRET'].toSorted(),
    );
  });

  it('never quotes a token or the address of a database', () => {
    const environment = { SLACK_BOT_TOKEN: 'xoxp-s3cret', DATABASE_URL: 'mysql://u:s3cret@db' };
    expect(problemsOf(() => readConfig(environment)).join()).not.toContain('s3cret');
  });
});

describe('the configuration of the command line', () => {
  it('needs nothing', () => {
    expect(readCommandLineConfig({})).toEqual({ ...readStorageConfig({}), slack: undefined });
  });

  it('takes a token without a signing secret', () => {
    expect(readCommandLineConfig({ SLACK_BOT_TOKEN: 'xoxb-1', PORT: 'any' }).slack).toEqual({
      botToken: 'xoxb-1',
      apiUrl: 'https://slack.com/api/',
      command: '/ladder',
      messagesPerMinute: 240,
    });
  });

  it('names the problems of what it needs', () => {
    const environment = { SLACK_BOT_TOKEN: 'xoxp-1', LOG_LEVEL: 'loud' };
    expect(problemsOf(() => readCommandLineConfig(environment))).toHaveLength(2);
  });
});

describe('the environment', () => {
  it('is read by config.ts and its room, and nobody else in src', () => {
    const readers = readdirSync(projectPath('src'), { recursive: true, encoding: 'utf8' })
      .filter((file) => /\.[jt]s$/.test(file) && !file.includes('generated'))
      .filter((file) =>
        // PATH is no setting of ours: programs are found by it.
        /process\.env(?!\.PATH\b)|loadEnvFile/.test(readFileSync(projectPath('src', file), 'utf8')),
      );
    expect(readers.filter((file) => !file.startsWith('config/'))).toEqual(['config.ts']);
  });
});
