import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { runCommand } from '../../../src/cli/run.js';
import { systemClock } from '../../../src/services/context.js';

const folder = mkdtempSync(join(tmpdir(), 'ladder-import-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function run(...words: string[]) {
  const [out, error]: [string[], string[]] = [[], []];
  const code = await runCommand(words, {
    ...{ environment: {}, clock: systemClock, timeZone: 'Europe/Vienna', colours: false },
    out: (line) => out.push(line),
    error: (line) => error.push(line),
  });
  return { code, out: out.join('\n'), error: error.join('\n') };
}

function write(name: string, content: string | Buffer): string {
  writeFileSync(join(folder, name), content);
  return join(folder, name);
}

const importing = (content: string | Buffer, ...options: string[]) =>
  run('framework', 'import', write('garden.csv', content), ...options);

/** Imports a file, and checks the ladder that was printed. */
async function importedAndChecked(content: string | Buffer, ...options: string[]) {
  const imported = await importing(content, ...options);
  const checked = await run('framework', 'check', write('garden.yaml', imported.out));
  return { ...imported, checked: checked.code, found: checked.out + checked.error };
}

const guide = readFileSync('docs/ladder-import.md', 'utf8');
const examples = [...guide.matchAll(/```csv\n([\s\S]*?)```/gu)].map((found) => found[1] ?? '');
const [long = '', across = '', down = ''] = examples;

describe('an operator who imports a spreadsheet', () => {
  it.each([
    ['a row for each role and competency', long, '2 roles, 2 competencies'],
    ['a column for each role', across, '3 roles, 2 competencies'],
    ['a row for each role', down, '2 roles, 2 competencies'],
  ])('of the guide, with %s, gets a ladder that passes the check', async (shape, csv, counts) => {
    const { code, error, checked, found } = await importedAndChecked(csv);
    expect([code, checked]).toEqual([0, 0]);
    expect(error).toContain(`separated by commas; ${shape}.`);
    expect(found).toContain(counts);
  });

  it('reads what was taken for what and what was left out, apart from the ladder', async () => {
    const { out, error } = await importing(long);
    expect(error.split('\n')).toEqual([
      'garden.csv: 5 rows, 5 columns, separated by commas; a row for each role and competency.',
      'Taken:',
      '  column A "Job title": role',
      '  column B "Grade": level',
      '  column C "Skill": competency',
      '  column D "Expectation": text',
      '  rungs from the lowest, as written: Gardener (G1) · Senior Gardener (G2)',
      'Left out (3 cells, 4 words):',
      '  column E: pay has no place in a ladder ("Salary band", "20-25k", "25-31k")',
      'Look at this:',
      '  5 empty cells in the columns A, B, C were filled with what stands above, as merged cells leave them. --no-fill keeps them empty.',
      '2 roles, 2 competencies. Next: npm run ladder -- framework check YOUR.yaml',
    ]);
    expect(out).toMatch(/^# Made from garden\.csv/);
    expect(out).toContain('\nformat: 1\nkey: garden\nname: Garden\n');
  });

  it.each([
    ['with a byte order mark', Buffer.from(`\ufeff${long}`)],
    ['with Windows line ends', Buffer.from(long.replaceAll('\n', '\r\n'))],
    ['with semicolons', Buffer.from(long.replaceAll(',', ';'))],
    ['with tabs in UTF-16', Buffer.from(`\ufeff${long.replaceAll(',', '\t')}`, 'utf16le')],
    ['in UTF-16 from the other end', Buffer.from(`\ufeff${long}`, 'utf16le').swap16()],
    ['with the line of Excel', Buffer.from(`sep=;\n${long.replaceAll(',', ';')}`)],
    [
      'with empty rows and columns',
      Buffer.from(`${long.replaceAll('\n', ',,\n')},,,,,,\n,,,,,,\n`),
    ],
  ])('%s gets the same ladder', async (_, content) => {
    const plain = await importing(long);
    expect((await importing(content)).out).toBe(plain.out);
  });

  it('in Windows-1252 is asked to compare a word', async () => {
    const content = Buffer.from(long.replaceAll('Gardener', 'G\u00e4rtner'), 'latin1');
    const { error, out, checked } = await importedAndChecked(content);
    expect(error).toContain('was read as Windows-1252. Line 2 has "Gärtner"; if that is wrong');
    expect(out).toContain('title: Gärtner');
    expect(out).toContain('key: gartner');
    expect(checked).toBe(0);
  });

  it.each([
    ['a workbook', Buffer.from('PK\x03\x04rest'), /line 1: This is an Excel workbook/],
    ['binary', Buffer.from([0x41, 0, 0x42, 0x43, 0x44]), /NUL byte/],
    ['half in another encoding', Buffer.from([0x41, 0x81, 0x0a]), /line 1: This line is not UTF-8/],
    ['empty', '', /The file is empty/],
    ['without an order', 'Role,Skill,Text\nA,P,x\nB,P,y\n', /row 2, column A: .*--order "A,B"/],
  ])('that is %s is told so, and no ladder is printed', async (_, content, message) => {
    const { code, out, error } = await importing(content);
    expect({ code, out }).toEqual({ code: 1, out: '' });
    expect(error).toMatch(message);
  });

  it('is told all options together, and which choices there are', async () => {
    const csv = 'Who,Skill,Text,More\nSeedling,P,x,1\nTree,P,y,2\n';
    const options = ['--map', 'role=Who', '--map', 'leave-out=More', '--order', 'Tree,Seedling'];
    const more = ['--name', 'Wood', '--key', 'wood', '--builds-up', '--shape', 'long'];
    const { out, checked } = await importedAndChecked(csv, ...options, ...more);
    expect(checked).toBe(0);
    expect(out).toContain('key: wood\nname: Wood\nbuilds_up: true\n');
    expect(out.indexOf('title: Tree')).toBeLessThan(out.indexOf('title: Seedling'));
    const wrong = await importing(csv, '--shape', 'round');
    expect(wrong.code).toBe(2);
    expect(wrong.error).toContain('long, wide, roles-across, roles-down');
  });

  it('sees what stands in a cell, and the terminal obeys none of it', async () => {
    const { error } = await importing('Role,Skill,Text,Notes\nCook,P,x,\u001b[31mred\n');
    expect(error).not.toContain('\u001b');
  });
});
