import {
  chmodSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { runCommand } from '../../../src/cli/run.js';
import { readEnvironmentFile } from '../../../src/config/environment-file.js';
import { readConfig } from '../../../src/config.js';
import { botToken, type Operator, signingSecret, startOperator } from '../operator.js';

let operator: Operator;
let folder: string;
beforeAll(async () => {
  operator = await startOperator();
});
afterAll(() => operator.stop());
beforeEach(async () => {
  await operator.forget();
  folder = mkdtempSync(join(tmpdir(), 'ladder-setup-'));
  return () => rmSync(folder, { recursive: true, force: true });
});

const path = () => join(folder, '.env');
const settings = () => readEnvironmentFile(path()).settings;

interface Surroundings {
  /** What is typed, in order; undefined where nobody can be asked. The input ends after the last. */
  typed?: string[];
  agrees?: boolean;
  environment?: NodeJS.ProcessEnv;
  file?: string;
}

/** Runs setup in an empty folder, with a Slack and a database of a test's. */
async function setUp(
  { typed, agrees, environment = {}, file = path() }: Surroundings,
  ...words: string[]
) {
  const { SLACK_API_URL, DATABASE_URL } = operator.environment;
  const lines: string[] = [];
  const asked: string[] = [];
  const answers = [...(typed ?? [])];
  const code = await runCommand(['setup', ...words], {
    environment: { SLACK_API_URL, PORT: '0', ...(typed ? {} : { DATABASE_URL }), ...environment },
    environmentFile: file,
    clock: operator.clock,
    timeZone: 'UTC',
    out: (line) => lines.push(line),
    error: (line) => lines.push(line),
    colours: false,
    ...(typed && {
      askText: async (question) => {
        asked.push(question);
        return answers.shift();
      },
    }),
    ...(agrees !== undefined && { ask: async () => agrees }),
  });
  return { code, out: lines.join('\n'), asked };
}

const tokens = { SLACK_BOT_TOKEN: botToken, SLACK_APP_TOKEN: 'xapp-operator' };

describe('setup, asking', () => {
  it('checks each token, writes the file, makes the database, and says what is next', async () => {
    const url = operator.environment.DATABASE_URL ?? '';
    const { code, out, asked } = await setUp({ typed: [botToken, 'xapp-operator', url] });
    expect({ code, asked: asked.length }).toEqual({ code: 0, asked: 3 });
    expect(out).toContain('https://api.slack.com/apps?new_app=1&manifest_json=');
    expect(out).toContain(
      'Slack takes it, for Moss & Fern.\nSlack takes it: Socket Mode can connect.',
    );
    expect(out).toContain('The database is ready, for Moss & Fern.');
    expect(out).toMatch(/Next:\n {2}npm start .*\/ladder help/);
    expect(out).not.toContain('Still to do');
    for (const secret of [botToken, 'xapp-operator', url]) expect(out).not.toContain(secret);
    expect(statSync(path()).mode & 0o777).toBe(0o600);
    expect(readConfig(settings()).slack).toMatchObject({ botToken, appToken: 'xapp-operator' });
    expect(readFileSync(path(), 'utf8')).toContain('# debug, info, warn, error or silent');
    expect(await operator.db.workspace.count()).toBe(1);
  });

  it('asks again until a value is right, and says what it is instead', async () => {
    const url = operator.environment.DATABASE_URL ?? '';
    const { code, out } = await setUp({
      typed: [
        '',
        'xoxp-of-a-person',
        'xapp-operator',
        'xoxb-of-yesterday',
        `  ${botToken} `,
        botToken,
        'xapp-of-yesterday',
        'xapp-operator',
        'mysql://x',
        'postgresql://ladder@127.0.0.1:9/ladder',
        url,
      ],
    });
    expect(code).toBe(0);
    expect(out).toMatch(
      /SLACK_BOT_TOKEN is needed\.\nThat is the token of a person\. .*\nThat is an app-level token\. .*\nSlack refuses SLACK_BOT_TOKEN \(invalid_auth\)/,
    );
    expect(out).toMatch(
      /That is the bot token\. .*\nSlack refuses SLACK_APP_TOKEN \(invalid_auth\)/,
    );
    expect(out).toMatch(
      /DATABASE_URL must begin with postgresql:.*\nNo database answers at 127\.0\.0\.1:9/,
    );
  });

  it('takes the signing secret in place of an app token, and the embedded database', async () => {
    const environment = { DATA_DIR: join(folder, 'data') };
    const { code, out } = await setUp({
      typed: [botToken, '', signingSecret.replaceAll(' ', ''), ''],
      environment,
    });
    expect({ code, out }).toEqual({
      code: 0,
      out: expect.stringContaining('The database is ready'),
    });
    expect(settings()).toMatchObject({ SLACK_APP_TOKEN: '', DATA_DIR: join(folder, 'data') });
    expect(
      existsSync(join(folder, 'data', 'PG_VERSION')) ||
        readdirSync(join(folder, 'data')).length > 0,
    ).toBe(true);
  });

  it.each([[[]], [[botToken]], [[botToken, 'xapp-operator']]])(
    'changes nothing where the input ends after %j',
    async (typed) => {
      const { code, out } = await setUp({ typed });
      expect({ code, files: readdirSync(folder) }).toEqual({ code: 1, files: [] });
      expect(out).toContain('Nothing was changed.');
    },
  );

  it('keeps what is there at Enter, and everything else in the file', async () => {
    const url = operator.environment.DATABASE_URL ?? '';
    const before = `# ours\nexport SLACK_BOT_TOKEN="${botToken}" # of June\nLOG_LEVEL=warn\nTEAM='two\nlines'\nDATABASE_URL=${url}\n`;
    writeFileSync(path(), before);
    const { code } = await setUp({ typed: ['', 'xapp-operator', ''] });
    expect(code).toBe(0);
    expect(readFileSync(path(), 'utf8').startsWith(before)).toBe(true);
    expect(settings()).toMatchObject({ SLACK_APP_TOKEN: 'xapp-operator', LOG_LEVEL: 'warn' });
  });
});

describe('setup, where nobody can be asked', () => {
  it('does the same from variables, and again without changing anything', async () => {
    const { code, out } = await setUp({ environment: tokens });
    expect({ code, out }).toEqual({
      code: 0,
      out: expect.stringContaining('SLACK_BOT_TOKEN: Slack takes it, for Moss & Fern.'),
    });
    const written = readFileSync(path(), 'utf8');
    expect(readConfig(settings()).slack).toMatchObject({ botToken, appToken: 'xapp-operator' });
    expect((await setUp({ environment: tokens })).code).toBe(0);
    expect(readFileSync(path(), 'utf8')).toBe(written);
  });

  it.each([
    ['no token', {}, 'SLACK_BOT_TOKEN is missing, and nobody can be asked here.'],
    [
      'no way for requests',
      { SLACK_BOT_TOKEN: botToken },
      'SLACK_SIGNING_SECRET is missing, and nobody',
    ],
    [
      'swapped tokens',
      { SLACK_BOT_TOKEN: 'xapp-operator', SLACK_APP_TOKEN: botToken },
      'That is an app-level token. The Bot User OAuth Token begins with xoxb-',
    ],
    [
      'a signing secret for a token',
      { SLACK_BOT_TOKEN: '8f742231b10e8888abcd99yyyzzz85a5' },
      'That is no xoxb-… token.',
    ],
    [
      'a token for the signing secret',
      { SLACK_BOT_TOKEN: botToken, SLACK_SIGNING_SECRET: 'xapp-x' },
      'That is an app-level token. The Signing Secret is on',
    ],
    ['a token that expires', { SLACK_BOT_TOKEN: 'xoxe.xoxb-1-x' }, 'turn token rotation off'],
    [
      'a token with a sign that is not seen',
      { SLACK_BOT_TOKEN: 'xoxb-\u200boperator' },
      'has an invisible sign in it',
    ],
    ['a token in two parts', { SLACK_BOT_TOKEN: 'xoxb-oper ator' }, 'has a space in it'],
    [
      'a refused token',
      { ...tokens, SLACK_BOT_TOKEN: 'xoxb-of-yesterday' },
      'Slack refuses SLACK_BOT_TOKEN (invalid_auth)',
    ],
    [
      'a refused app token',
      { ...tokens, SLACK_APP_TOKEN: 'xapp-of-yesterday' },
      'Slack refuses SLACK_APP_TOKEN (invalid_auth)',
    ],
    [
      'no network',
      { ...tokens, SLACK_API_URL: 'http://127.0.0.1:9/' },
      "Slack can't be reached at http://127.0.0.1:9/. Check the network",
    ],
    [
      'no database',
      { ...tokens, DATABASE_URL: 'postgresql://ladder@127.0.0.1:9/ladder' },
      'No database answers at 127.0.0.1:9',
    ],
    ['a wrong port', { ...tokens, PORT: 'three' }, 'PORT must be a whole number'],
  ])('writes nothing with %s', async (_, environment, sentence) => {
    const { code, out } = await setUp({ environment });
    expect({ code, files: readdirSync(folder) }).toEqual({ code: 1, files: [] });
    expect(out).toContain(sentence);
    expect(out).not.toMatch(/8f74|operator|yesterday/);
    expect(await operator.db.workspace.count()).toBe(0);
  });

  it('replaces what is in the file only if that is said', async () => {
    writeFileSync(path(), 'SLACK_BOT_TOKEN=xoxb-of-yesterday\nSLACK_APP_TOKEN=xapp-operator\n');
    const before = readFileSync(path(), 'utf8');
    const environment = { SLACK_BOT_TOKEN: botToken };
    const refused = await setUp({ environment });
    expect(refused).toMatchObject({
      code: 1,
      out: expect.stringContaining(
        '.env has another SLACK_BOT_TOKEN than the environment.\nNothing was changed yet. Add --yes to do it.',
      ),
    });
    const denied = await setUp({ environment, agrees: false });
    expect(denied).toMatchObject({ code: 1, out: 'Nothing was changed.' });
    expect(readFileSync(path(), 'utf8')).toBe(before);
    expect((await setUp({ environment }, '--yes')).code).toBe(0);
    expect(settings().SLACK_BOT_TOKEN).toBe(botToken);
  });

  it('leaves a secret in the file of its own', async () => {
    const secret = join(folder, 'token');
    writeFileSync(secret, `${botToken}\n`);
    // As the start of the program reads them.
    const { code } = await setUp({ environment: { ...tokens, SLACK_BOT_TOKEN_FILE: secret } });
    expect(code).toBe(0);
    expect(settings()).toMatchObject({ SLACK_BOT_TOKEN: '', SLACK_BOT_TOKEN_FILE: secret });
  });

  it('says what is wrong with the file, and with the place for it', async () => {
    writeFileSync(path(), 'SLACK_BOT_TOKEN: x\n');
    expect((await setUp({ environment: tokens })).out).toContain('.env:1: This line sets nothing.');
    for (const [place, why] of [
      [join(folder, 'missing', '.env'), 'There is no'],
      ['/proc/.env', 'There is no /proc/.env'],
      [join(path(), '.env'), 'something on the way to it is a file'],
    ] as const) {
      const { code, out } = await setUp({ environment: tokens, file: place });
      expect({ code, out }).toEqual({ code: 1, out: expect.stringContaining(why) });
      expect(out).toMatch(/Nothing was changed\.$/);
    }
  });

  it('follows a link, and leaves what the group may read', async () => {
    const real = join(folder, 'real.env');
    writeFileSync(real, 'LOG_LEVEL=warn\n');
    chmodSync(real, 0o644);
    symlinkSync(real, path());
    expect((await setUp({ environment: tokens })).code).toBe(0);
    expect(statSync(real).mode & 0o777).toBe(0o640);
    expect(readFileSync(real, 'utf8')).toContain(`SLACK_BOT_TOKEN=${botToken}`);
  });
});

describe('setup for several workspaces', () => {
  const words = ['--several', '--address', 'https://ladder.example.com'];
  const app = {
    SLACK_CLIENT_ID: '1.2',
    SLACK_CLIENT_SECRET: 'client',
    SLACK_SIGNING_SECRET: 'sign',
  };

  it('asks for the app’s names and secrets, makes the key, and says where to install it', async () => {
    const url = operator.environment.DATABASE_URL ?? '';
    const typed = ['1.2', 'wrong', 'client', 'sign', url];
    const { code, out } = await setUp({ typed }, ...words);
    expect({ code, out }).toMatchObject({ code: 0 });
    expect(settings()).toMatchObject({ ...app, PUBLIC_URL: 'https://ladder.example.com' });
    expect(readConfig({ ...settings(), PORT: '0' }).slack.oauth?.keys).toHaveLength(1);
    expect(out).toContain('Slack does not take it (bad_client_secret).');
    expect(out).toContain('Manage Distribution');
    expect(out).toContain('The database is ready.');
    expect(out).toContain('then open https://ladder.example.com/slack/install in a browser');
    expect(out).not.toContain(settings().TOKENS_KEY);
  });

  it('keeps a key that is there, and changes nothing where a bot token is', async () => {
    const TOKENS_KEY = Buffer.alloc(32, 7).toString('base64');
    expect((await setUp({ environment: { ...app, TOKENS_KEY } }, ...words)).code).toBe(0);
    expect(settings().TOKENS_KEY).toBe(TOKENS_KEY);
    const { code, out } = await setUp({ environment: { ...app, ...tokens } }, ...words);
    expect({ code, out }).toEqual({
      code: 1,
      out: expect.stringContaining('SLACK_BOT_TOKEN is set'),
    });
  });
});
