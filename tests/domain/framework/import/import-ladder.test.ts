import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import { parseFrameworkFile } from '../../../../src/domain/framework/file.js';
import {
  type Imported,
  importLadder,
} from '../../../../src/domain/framework/import/import-ladder.js';
import type { ImportOptions } from '../../../../src/domain/framework/import/options.js';
import { frameworkOf } from '../example.js';
import { oddHeadings } from './odd-headings.js';
import { sheets } from './sheets.js';

function imported(csv: string, options?: ImportOptions): Imported {
  const result = importLadder(csv, 'made up.csv', options);
  if ('problems' in result) throw new Error(JSON.stringify(result.problems, null, 2));
  return result;
}

/** The words of a text, without the marks of lists. */
function wordsOf(text: string): string[] {
  const plain = text.replace(/^\s*(?:[-•*]|\d{1,2}\.)\s+|<br>/gmu, ' ').toLowerCase();
  return plain.match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
}

function sorted(texts: readonly string[]): string[] {
  return texts.flatMap(wordsOf).sort();
}

/** The cells of a CSV, read without any of the product's code. */
function cellsOf(csv: string): { text: string; row: number; column: number }[] {
  const body = csv.replace(/^sep=.\n/u, '');
  const isBars = csv.includes('|---|');
  const delimiter = csv.startsWith('sep=;') ? ';' : isBars ? '|' : ',';
  const parsed = parse(body, {
    ...{ delimiter, relax_column_count: true, relax_quotes: isBars },
    skip_empty_lines: false,
  }) as string[][];
  // A row of Markdown begins and ends with a bar, and one of dashes has no words.
  const rows = parsed.map((cells) => (isBars && cells.length > 1 ? cells.slice(1, -1) : cells));
  return rows.flatMap((cells, row) =>
    cells.map((text, column) => ({ text: text.trim(), row: row + 1, column })),
  );
}

function within(cell: { row: number; column: number }, ranges: string): boolean {
  return ranges.split(',').some((range) => isIn(cell, range));
}

function isIn({ row, column }: { row: number; column: number }, range: string): boolean {
  const [, left = 'A', top, right = 'A', bottom] = /^([A-Z])(\d+):([A-Z])(\d+)$/.exec(range) ?? [];
  const columnOf = (letter: string) => letter.charCodeAt(0) - 65;
  return (
    row >= Number(top) &&
    row <= Number(bottom) &&
    column >= columnOf(left) &&
    column <= columnOf(right)
  );
}

/** Years are numbers in a ladder: "3 to 5 years" is 3 and 5. */
function yearsIn(text: string): string {
  return /^\d+(?:\s*(?:-|to)\s*\d+|\+)?(?: years)?$/u.test(text)
    ? text.replace(/[^\d]+/gu, ' ')
    : text;
}

/** Every text of a value, whatever holds it. */
function textsOf(value: unknown): string[] {
  if (typeof value === 'string' || typeof value === 'number') return [String(value)];
  if (typeof value !== 'object' || value === null) return [];
  return Object.values(value).flatMap(textsOf);
}

/** The texts of what roles ask, each as often as it is asked. */
function askedTexts({ yaml }: Imported): string[] {
  return frameworkOf(yaml).roles.flatMap(({ expectations }) =>
    expectations.flatMap(({ definition, behaviours }) => [
      definition ?? '',
      ...behaviours.flatMap(({ text, examples }) => [text, ...(examples ?? [])]),
    ]),
  );
}

function rolesOf({ yaml }: Imported): string[] {
  const { roles, tracks } = frameworkOf(yaml);
  return roles.map(({ title, level, track }) => {
    const name = tracks.find(({ key }) => key === track)?.name;
    return [title, level, name].filter(Boolean).join(' ');
  });
}

const all = Object.entries({ ...sheets, ...oddHeadings });

describe('a spreadsheet with', () => {
  it.each(all)('%s becomes a ladder', (_, { csv, options, shape, roles, competencies }) => {
    const made = imported(csv, options);
    expect(made.report.shape).toBe(shape);
    expect(rolesOf(made)).toEqual(roles);
    expect(frameworkOf(made.yaml).competencies.map(({ name }) => name)).toEqual(competencies);
  });

  it.each(all)('%s has every word in the ladder, or is told that it is left out', (_, sheet) => {
    const { report, yaml } = imported(sheet.csv, sheet.options);
    const written = new Set(sorted(textsOf(frameworkOf(yaml))));
    const saidOut = new Set(report.leftOut.map(({ cell }) => `${cell.row} ${cell.column}`));
    const said = report.taken.join('\n');
    const lost = cellsOf(sheet.csv).filter(
      (cell) =>
        !saidOut.has(`${cell.row} ${cell.column}`) &&
        !said.includes(`"${cell.text}"`) &&
        !wordsOf(yearsIn(cell.text)).every((word) => written.has(word)),
    );
    expect(lost).toEqual([]);
  });

  it.each(all.filter(([, { asked }]) => asked !== ''))(
    '%s has each word that is asked as often as the file',
    (_, { csv, options, asked }) => {
      const made = imported(csv, options);
      const out = made.report.leftOut.filter(({ cell }) => within(cell, asked));
      const before = cellsOf(csv).filter((cell) => within(cell, asked));
      expect(sorted([...askedTexts(made), ...out.map(({ cell }) => cell.text)])).toEqual(
        sorted(before.map(({ text }) => text)),
      );
    },
  );

  it.each(all)('%s is the same ladder each time', (_, { csv, options }) => {
    expect(imported(csv, options).yaml).toBe(imported(csv, options).yaml);
  });

  it.each(all)('%s passes the check of its file', (_, { csv, options }) => {
    expect(parseFrameworkFile(imported(csv, options).yaml, 'x.yaml')).toHaveProperty('framework');
  });
});
