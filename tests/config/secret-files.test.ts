import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readSecretFiles, secretNames } from '../../src/config/secret-files.js';
import type { OpenDatabase } from '../../src/database/index.js';
import { rememberWorkspace } from '../../src/services/workspace/workspaces.js';
import { openTestDatabase } from '../support/database.js';
import { runNode } from '../support/node-process.js';

const folder = mkdtempSync(join(tmpdir(), 'ladder-secrets-'));
const path = join(folder, 'secret');
afterAll(() => rmSync(folder, { recursive: true }));

function read(bytes: string | Buffer, environment: NodeJS.ProcessEnv = {}) {
  writeFileSync(path, bytes);
  return readSecretFiles({ SLACK_BOT_TOKEN_FILE: path, ...environment });
}

describe('a secret in a file of its own', () => {
  it.each([
    ['alone', 'xoxb-1'],
    ['with a line end', 'xoxb-1\n'],
    ['with the line end of Windows', 'xoxb-1\r\n'],
    ['with a byte order mark', '\ufeffxoxb-1'],
    ['with spaces around', '  xoxb-1\t\n\n'],
  ])('is read %s', (_, text) => {
    expect(read(text)).toEqual({ settings: { SLACK_BOT_TOKEN: 'xoxb-1' }, problems: [] });
  });

  it.each(secretNames)('may be %s', (name) => {
    writeFileSync(path, 'of its file\n');
    expect(readSecretFiles({ [`${name}_FILE`]: path })).toEqual({
      settings: { [name]: 'of its file' },
      problems: [],
    });
  });

  it('is not looked for where no file is named', () => {
    expect(readSecretFiles({ SLACK_BOT_TOKEN_FILE: ' ', DATABASE_URL: 'x' })).toEqual({
      settings: {},
      problems: [],
    });
  });

  it.each([
    ['an empty file', '', /is empty\. Write the secret into it/],
    ['a file of spaces', ' \n ', /is empty/],
    ['two lines', 'secret-one\nsecret-two', /has more than one line/],
    ['an invisible sign', 'secret-\u200bone', /contains an invisible sign/],
    ['UTF-16', Buffer.from('\ufeffsecret-one', 'utf16le'), /UTF-16/],
    ['bytes that are no text', Buffer.from([0x73, 0xff, 0xfe, 0x00]), /./],
  ])('is refused as %s, and not quoted', (_, bytes, problem) => {
    const { settings, problems } = read(bytes);
    expect(settings).toEqual({});
    expect(problems).toEqual([expect.stringMatching(/^SLACK_BOT_TOKEN_FILE: /)]);
    expect(problems[0]).toMatch(problem);
    expect(problems[0]).not.toMatch(/secret-/);
  });

  it('is refused where there is no such file, or only a folder', () => {
    const problemAt = (where: string) =>
      readSecretFiles({ DATABASE_URL_FILE: where }).problems.join();
    expect(problemAt(join(folder, 'none'))).toMatch(/^DATABASE_URL_FILE: .*none/);
    expect(problemAt(folder)).toMatch(/^DATABASE_URL_FILE: .*ladder-secrets-/);
  });

  it('is refused beside the variable itself, since one of them would not count', () => {
    expect(read('xoxb-1', { SLACK_BOT_TOKEN: 'xoxb-2' })).toEqual({
      settings: {},
      problems: ['SLACK_BOT_TOKEN_FILE: SLACK_BOT_TOKEN is set as well. Keep one of the two.'],
    });
  });
});

describe('a command', () => {
  let database: OpenDatabase;
  beforeAll(async () => {
    database = await openTestDatabase();
  });
  afterAll(() => database.close());

  const command = (env: NodeJS.ProcessEnv) =>
    runNode('dist/src/cli.js', ['cycle', 'list'], { env, cwd: folder });

  it('works on the database that a file names, for which the file .env names the file', async () => {
    await rememberWorkspace(database, { slackTeamId: 'T1', name: 'Moss & Fern' });
    writeFileSync(path, `${database.url}\n`);
    writeFileSync(join(folder, '.env'), `DATABASE_URL=\nDATABASE_URL_FILE=${path}\n`);
    const { code, error } = await command({});
    expect({ code, error }).toEqual({ code: 0, error: '' });
    rmSync(join(folder, '.env'));
  });

  it('says in a sentence that it may not read the file', async () => {
    writeFileSync(path, 'postgresql://ladder:secret-word@localhost/none');
    chmodSync(path, 0o000);
    // Root may read anything; then a folder stands for what can't be read.
    const file = process.getuid?.() === 0 ? folder : path;
    const { code, error } = await command({ DATABASE_URL_FILE: file });
    expect(code).toBe(1);
    expect(error).toMatch(/^Ladder can't work with this configuration:\n {2}- DATABASE_URL_FILE: /);
    expect(error).not.toMatch(/secret-word|at .*\.js/);
  });
});
