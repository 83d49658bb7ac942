import stringWidth from 'string-width';
import { describe, expect, it } from 'vitest';
import { table } from '../../src/cli/table.js';

const columns = [
  { title: 'Name', text: ([name]: [string, string]) => name },
  { title: 'Role', text: ([, role]: [string, string]) => role },
];
const print = (...rows: [string, string][]) => table(rows, columns, { colours: false }).split('\n');

describe('a printed list', () => {
  it.each([
    ['a line break', 'Rosa\nU0FORGED   admin'],
    ['a carriage return that overwrites the line', 'Rosa\rMika'],
    ['colours', '\u001b[31mRosa\u001b[0m'],
    ['a way to clear the screen', '\u001b[2J\u009b2J'],
    ['backspaces', 'Rosa\b\b\b\bMika'],
    ['a turned direction of writing', '\u202easoR'],
    ['a line end of Unicode', 'Ro\u2028sa'],
  ])('stays a line a row with %s in it', (_, name) => {
    const lines = print([name, 'manager'], ['Teo', 'senior']);
    expect(lines).toHaveLength(3);
    expect(lines.join('')).not.toMatch(/[\p{Cc}\p{Bidi_Control}\u2028]/u);
    const roleAt = lines.map((line) => stringWidth(line.slice(0, line.search(/\S+$/u))));
    expect(new Set(roleAt).size).toBe(1);
  });

  it('has its columns under each other, whatever the script', () => {
    const names = ['Rosa', '山田太郎', 'Jose\u0301', 'José', '👩‍💻 Wren', 'ｆｕｌｌ', 'א', '한국'];
    const lines = print(...names.map((name): [string, string] => [name, 'x']));
    const widths = lines.slice(1).map((line) => stringWidth(line));
    expect(new Set(widths).size).toBe(1);
    expect(lines[2]).toBe('山田太郎  x');
  });
});
