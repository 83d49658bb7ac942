import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { checkFrameworkFile } from '../../../src/framework-file.js';

const folder = mkdtempSync(join(tmpdir(), 'ladder-files-'));
afterAll(() => rmSync(folder, { recursive: true }));

const sound = 'format: 1\nname: N\ncompetencies: [{ key: c, name: C }]\n';
const role = 'format: 1\nroles: [{ key: r, title: R, expectations: { c: X } }]\n';

/** What is said of a folder with these files. */
function problemsOf(name: string, files: Record<string, string | Buffer>): string[] {
  const path = join(folder, name);
  mkdirSync(path);
  for (const [file, content] of Object.entries(files)) writeFileSync(join(path, file), content);
  const read = checkFrameworkFile(path);
  return 'problems' in read ? read.problems : [];
}

describe('a folder of ladder files', () => {
  test('is one ladder, whatever else lies in it', () => {
    const files = { 'a.yaml': sound, 'b.yml': role, 'README.md': '# a: b: c', '.c.yaml': 'x: [' };
    expect(problemsOf('sound', files)).toEqual([]);
  });

  test('without a ladder file says so', () => {
    expect(problemsOf('bare', { 'README.md': '' })).toEqual([
      `${join(folder, 'bare')} has no YAML file. Give the path of a framework file, or of a folder of such files.`,
    ]);
  });

  test('says in which file something is that is no text', () => {
    const files = {
      'a.yaml': sound,
      'b.yaml': Buffer.from([0x50, 0x4b, 0x03, 0x04, 0x14]),
      'c.yaml': Buffer.from('format: 1\nname: Caf\xe9\n', 'latin1'),
      'd.yaml': Buffer.from('\uFEFFformat: 1', 'utf16le'),
    };
    expect(problemsOf('binary', files)).toEqual([
      expect.stringMatching(/^b\.yaml:1: This is an Excel workbook or another packed file/),
      expect.stringMatching(/^c\.yaml:2: This line is not UTF-8/),
      expect.stringMatching(/^d\.yaml:1: The file is UTF-16/),
    ]);
  });

  test('of very many files or very long ones is refused', () => {
    const many = Array.from({ length: 501 }, (_, n) => [`f${n}.yaml`, role]);
    expect(problemsOf('many', Object.fromEntries(many)).join()).toContain(
      'has 501 YAML files; a framework can have 500 at most',
    );
    const long = `# ${'x'.repeat(8 * 1024 * 1024)}\n`;
    const files = { 'a.yaml': sound + long, 'b.yaml': long, 'c.yaml': long };
    expect(problemsOf('long', files).join()).toContain('has more than 20 MB in its files');
  });

  test('says the line of each problem, and what a hostile word would do to a terminal', () => {
    const hostile = role.replace('c: X', '"\\u202Ec": X');
    expect(problemsOf('hostile', { 'a.yaml': sound, 'b.yaml': hostile })).toEqual([
      expect.stringMatching(/^b\.yaml:2: "<U\+202E>c" cannot be a key/),
      expect.stringMatching(/^b\.yaml:2: There is no competency "<U\+202E>c"/),
    ]);
  });
});
