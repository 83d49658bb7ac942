import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { readEnvironmentFile } from '../../src/config/environment-file.js';
import { runNode } from '../support/node-process.js';

const folder = mkdtempSync(join(tmpdir(), 'ladder-env-'));
const path = join(folder, '.env');
afterAll(() => rmSync(folder, { recursive: true }));

function read(bytes: string | Buffer) {
  writeFileSync(path, bytes);
  const { settings, problems } = readEnvironmentFile(path);
  return { settings, problems: problems.map((problem) => problem.replace(path, '.env')) };
}

const closesEarly = /^\.env:1: The quotation mark at A closes before its value ends/;
const text = 'A=one\nB=two\n';
const both = { A: 'one', B: 'two' };

describe('an environment file', () => {
  it.each([
    ['with plain lines', text],
    ['with a byte order mark', `\ufeff${text}`],
    ['with Windows line ends', text.replaceAll('\n', '\r\n')],
    ['with line ends of old Macs', text.replaceAll('\n', '\r')],
    ['with spaces around', '  A = one  \n\tB=two\t\n'],
    ['with quotation marks', 'A="one"\nB=\'two\'\n'],
    ['with export before each', 'export A=one\nexport B=two'],
    ['with remarks and empty lines', '# for Ladder\n\nA=one # the first\n   \nB=two'],
    ['without a line end at its end', 'A=one\nB=two'],
  ])('is read %s', (_, given) => {
    expect(read(given)).toEqual({ settings: both, problems: [] });
  });

  it('may have a value over several lines', () => {
    expect(read('A="one\nstill one"\nB=two')).toEqual({
      settings: { A: 'one\nstill one', B: 'two' },
      problems: [],
    });
  });

  it.each(['A="two words"#a remark', 'A="two words" # a "remark"', "A='two words'\t"])(
    'may have a remark after a quotation mark: %s',
    (line) => {
      expect(read(line)).toEqual({ settings: { A: 'two words' }, problems: [] });
    },
  );

  it.each([
    [
      'UTF-16',
      Buffer.from(`\ufeff${text}`, 'utf16le'),
      /^\.env:1: The file is UTF-16.*Save it as UTF-8/,
    ],
    [
      'UTF-16, the other way round',
      Buffer.from(`\ufeff${text}`, 'utf16le').swap16(),
      /^\.env:1: .*UTF-16/,
    ],
    [
      'Windows-1252',
      Buffer.from('A=one\n# für alle\nB=two', 'latin1'),
      /^\.env:2: This line is not UTF-8.*Save the file as UTF-8/,
    ],
    ['a NUL byte', 'A=one\nB=t\0wo', /^\.env:2: This line holds a NUL byte/],
    [
      'a line that sets nothing',
      'A=one\nSLACK_BOT_TOKEN: xoxb-secret',
      /^\.env:2: This line sets nothing\. Write it as NAME=value/,
    ],
    [
      'an invisible sign in a name',
      'A=one\nB\u200b=two',
      /^\.env:2: There is an invisible or unusual sign/,
    ],
    ['curly quotation marks', 'A=“two”', /^\.env:1: A begins with a curly quotation mark/],
    [
      'a quotation mark that never closes',
      'A="one\nB=two',
      /^\.env:1: A quotation mark opens at A and never closes/,
    ],
    ['more after a quotation mark', 'A="se"cret', closesEarly],
    ['words after a quotation mark', 'A="two" words', closesEarly],
    ['the same quotation mark inside', "A='it's secret'", closesEarly],
    ['a backslash before one inside', 'A="sec\\"ret"', closesEarly],
    [
      'an invisible sign in a value',
      'A=one\nB=xoxb-secret\u200b',
      /^\.env:2: There is an invisible sign in the value of B/,
    ],
    [
      'a # inside a value',
      'A=postgresql://me:pass#word@db/ladder',
      /^\.env:1: A # in the value of A begins a remark/,
    ],
  ])('is refused with %s, and no value is quoted', (_, given, message) => {
    const { problems } = read(given);
    expect(problems).toHaveLength(1);
    expect(problems[0]).toMatch(message);
    expect(problems[0]).not.toMatch(/secret|pass#|two/);
  });

  it('is refused where it is a folder', () => {
    expect(readEnvironmentFile(folder).problems[0]).toMatch(
      /is a directory, where a file should be \(EISDIR\)/,
    );
  });

  it.each(['dist/src/main.js', 'dist/src/cli.js'])('stops %s with a sentence', async (script) => {
    writeFileSync(path, 'SLACK_BOT_TOKEN: xoxb-secret\n');
    const { code, error } = await runNode(script, ['doctor'], { cwd: folder });
    expect(code).toBe(1);
    expect(error).toContain('.env:1: This line sets nothing.');
    expect(error).not.toMatch(/secret|\n {4}at /);
  });

  it('gives way to what is set', async () => {
    writeFileSync(path, 'LOG_LEVEL=nonsense\nSLACK_BOT_TOKEN=xoxb-1\n');
    const env = { LOG_LEVEL: 'loud' };
    const { error } = await runNode('dist/src/main.js', [], { cwd: folder, env });
    expect(error).toContain('LOG_LEVEL must be one of');
    expect(error).not.toContain('SLACK_BOT_TOKEN is missing');
  });
});
