import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bot, channels, people, workspace } from '../../playground/made-up-workspace.js';
import { type LocalSlack, startLocalSlack } from '../../playground/slack/index.js';
import { runNode } from '../support/node-process.js';

let slack: LocalSlack;
let folder: string;
beforeAll(async () => {
  const tokens = { botToken: 'xoxb-start', signingSecret: 'secret', appToken: 'xapp-start' };
  slack = await startLocalSlack({ workspace, people, channels, bot, ...tokens });
});
afterAll(() => slack.close());

/** A start with these settings, in an empty folder: the exit code and the whole error output. */
async function start(
  settings: NodeJS.ProcessEnv,
  { program = 'dist/src/main.js', words = [] as string[] } = {},
) {
  const env = {
    ...{ SLACK_BOT_TOKEN: 'xoxb-start', SLACK_SIGNING_SECRET: 'secret' },
    ...{ SLACK_API_URL: slack.apiUrl, PORT: '0', DATA_DIR: folder, ...settings },
  };
  const { code, error } = await runNode(program, words, { env, cwd: folder });
  expect(error).not.toMatch(/\n\s+at /);
  return { code, error: error.trim() };
}
const saying = (sentence: string | RegExp) => ({ code: 1, error: expect.stringMatching(sentence) });
const listing = { program: 'dist/src/cli.js', words: ['people', 'list'] };

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'ladder-start-'));
  writeFileSync(join(folder, 'file'), '');
  mkdirSync(join(folder, 'folder'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('a data directory that', () => {
  it.each([
    ['is a file', () => join(folder, 'file'), /file is not a directory\. Set it to one/],
    ['lies below a file', () => join(folder, 'file/data'), /file\/data is not a directory/],
    ['is a device', () => '/dev/null', /\/dev\/null is not a directory/],
    [
      'the system makes for nobody',
      () => '/proc/ladder',
      /^\/proc is on no disk\. Set DATA_DIR to another/,
    ],
  ])('%s is told of by the server and by commands', async (_, directory, sentence) => {
    const settings = { DATA_DIR: directory() };
    expect(await start(settings)).toEqual(saying(sentence));
    expect(await start(settings, listing)).toEqual(saying(sentence));
  });
});

describe('a port that', () => {
  it.each(['PORT', 'METRICS_PORT'])(
    'is taken is told of with its setting %s, and by whom',
    async (name) => {
      const other = createServer();
      await new Promise<void>((resolve) => other.listen(0, resolve));
      const { port } = other.address() as { port: number };
      const settings = { [name]: String(port), METRICS_HOST: '0.0.0.0' };
      const told = await start(settings);
      other.close();
      expect(told).toEqual(
        saying(
          new RegExp(
            `^Port ${port} is taken( by .+ \\(process ${process.pid}\\))?\\. Set ${name} to`,
          ),
        ),
      );
    },
  );

  it.each([
    ['HOST', 'PORT'],
    ['METRICS_HOST', 'METRICS_PORT'],
  ])('is to be opened at an address of another machine is told of with %s', async (host, port) => {
    expect(await start({ [host]: '192.0.2.1', [port]: '0' })).toEqual(
      saying(
        `^Ladder can't listen at 192.0.2.1, ${port} 0 .*Correct ${host}: it must be an address`,
      ),
    );
  });

  it('is taken is told of by the playground as well', async () => {
    const port = new URL(slack.url).port;
    const playground = { program: 'dist/playground/main.js', words: ['--port', port] };
    expect(await start({}, playground)).toEqual(
      saying(new RegExp(`^Port ${port} is taken.* Set --port to a free one`)),
    );
    const none = { program: 'dist/playground/main.js', words: ['--port', 'http'] };
    expect(await start({}, none)).toEqual(saying('^--port takes a whole number'));
  });
});

describe('a file that', () => {
  it('is no valid ladder stops the playground as it stops the server', async () => {
    const broken = join(folder, 'broken.yaml');
    writeFileSync(broken, 'format: 1\nkey: broken\nnane: Broken\n');
    const playground = { program: 'dist/playground/main.js', words: ['--port', '0'] };
    const told = await start({ FRAMEWORK_FILE: broken }, playground);
    expect(told).toEqual(
      saying(/^The framework file has problems:\n(.*\n)* {2}broken.yaml:3: "nane"/),
    );
    expect(told).toEqual(await start({ FRAMEWORK_FILE: broken }));
    const nowhere = { FRAMEWORK_FILE: join(folder, 'nowhere.yaml') };
    const missing = await start(nowhere, playground);
    expect(missing).toEqual(saying(/FRAMEWORK_FILE: there is no file .*nowhere.yaml/));
    expect(missing).toEqual(await start(nowhere));
  });

  it('is a directory where the environment should be is told of', async () => {
    const settings = join(folder, '.env');
    mkdirSync(settings);
    expect(await start({})).toEqual(saying(/(\.env is a directory|can't read.*EISDIR.*\.env)/));
    expect(await start({}, listing)).toEqual(
      saying(/(\.env is a directory|can't read.*EISDIR.*\.env)/),
    );
    rmSync(settings, { recursive: true });
  });

  it.each([
    ['is a directory', () => join(folder, 'folder'), 'has no YAML file'],
    ['is not there', () => join(folder, 'nowhere'), 'there is no file'],
  ])('%s where the ladder of roles should be is told of', async (_, path, sentence) => {
    expect(await start({ FRAMEWORK_FILE: path() })).toEqual(saying(sentence));
  });

  // Root can read everything.
  if (process.getuid?.() !== 0) {
    it('is closed to this user is told of', async () => {
      const settings = join(folder, '.env');
      writeFileSync(settings, '');
      chmodSync(settings, 0);
      expect(await start({})).toEqual(saying(/EACCES/));
      rmSync(settings);
    });
  }
});

describe('a Slack that', () => {
  it.each([
    'invalid_auth',
    'token_revoked',
    'missing_scope',
    'not_allowed_token_type',
    'some_new_word',
  ])('says %s of the app token is quoted, with what to do', async (code) => {
    slack.faults.fail('apps.connections.open', code);
    const told = await start({ SLACK_APP_TOKEN: 'xapp-start' });
    slack.faults.clear();
    expect(told).toEqual(
      saying(new RegExp(`^Slack refuses SLACK_APP_TOKEN \\(${code}\\)\\. .*App-Level Tokens\\.$`)),
    );
  });

  it('answers with a page instead of JSON is told of', async () => {
    const page = createServer((socket) => {
      socket.end('HTTP/1.1 200 OK\r\ncontent-type: text/html\r\nconnection: close\r\n\r\n<html>');
    });
    await new Promise<void>((resolve) => page.listen(0, resolve));
    const { port } = page.address() as { port: number };
    const told = await start({ SLACK_API_URL: `http://127.0.0.1:${port}/api/` });
    page.close();
    expect(told).toEqual(saying(/^Slack (can't be reached|doesn't say)/));
  });
});
