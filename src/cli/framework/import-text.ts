import type { PlacedProblem } from '../../domain/framework/import/check-file.js';
import type { ImportReport } from '../../domain/framework/import/import-ladder.js';
import type { LeftOut } from '../../domain/framework/import/ledger.js';
import { columnLetters, placeOf } from '../../domain/framework/import/sheet.js';
import { count } from '../../domain/text/count.js';
import { excerpt } from '../../domain/text/excerpt.js';
import type { SpreadsheetText } from '../../domain/text/spreadsheet-text.js';
import { visible } from '../../domain/text/text.js';

/** Formats a problem with its cell, on one line. */
export function problemText(name: string, { row, column, message }: PlacedProblem): string {
  const cell = column === undefined ? '' : placeOf({ row: row ?? 1, column });
  const place = row === undefined ? '' : `${cell || `row ${row}`}: `;
  return visible(`${name}: ${place}${message}`);
}

const shapes = {
  long: 'a row for each role and competency',
  'roles-across': 'a column for each role',
  'roles-down': 'a row for each role',
};
const delimiters: Record<string, string> = {
  ',': 'commas',
  ';': 'semicolons',
  '\t': 'tabs',
  '|': 'bars',
};

/** Says what became of a spreadsheet. */
export function reportText(
  name: string,
  report: ImportReport,
  guessedFrom: SpreadsheetText['guessedFrom'],
): string {
  const { shape, delimiter, size, counts, taken, hints, leftOut } = report;
  const sizes = `${count(size.rows, 'row', 'rows')}, ${count(size.columns, 'column', 'columns')}`;
  const by = delimiters[delimiter] ?? `"${delimiter}"`;
  const encoding = guessedFrom && [
    `The file is not UTF-8 and was read as Windows-1252. Line ${guessedFrom.line} has "${guessedFrom.word}"; if that is wrong, save the file as "CSV UTF-8".`,
  ];
  const words = leftOut.reduce((sum, { cell }) => sum + cell.text.split(/\s+/u).length, 0);
  const lines = [
    `${name}: ${sizes}, separated by ${by}; ${shapes[shape ?? 'long']}.`,
    ...section('Taken', taken),
    ...section(
      `Left out (${count(leftOut.length, 'cell', 'cells')}, ${count(words, 'word', 'words')})`,
      leftOutLines(leftOut),
    ),
    ...section('Look at this', [...(encoding ?? []), ...hints]),
    `${count(counts.roles, 'role', 'roles')}, ${count(counts.competencies, 'competency', 'competencies')}. Next: npm run ladder -- framework check YOUR.yaml`,
  ];
  return lines.join('\n');
}

function section(title: string, lines: readonly string[]): string[] {
  return lines.length === 0 ? [] : [`${title}:`, ...lines.map((line) => `  ${visible(line)}`)];
}

/** The cells that are left out, by reason and by their column or row, whichever is shorter. */
function leftOutLines(leftOut: readonly LeftOut[]): string[] {
  const byReason = groupsOf(leftOut, ({ reason }) => reason);
  return [...byReason].flatMap(([reason, some]) => {
    const columns = groupsOf(some, ({ cell }) => `column ${columnLetters(cell.column)}`);
    const rows = groupsOf(some, ({ cell }) => `row ${cell.row}`);
    const groups = columns.size <= rows.size ? columns : rows;
    return [...groups].map(([place, cells]) => `${place}: ${reason} (${quotes(cells)})`);
  });
}

function groupsOf(some: readonly LeftOut[], place: (one: LeftOut) => string) {
  const groups = new Map<string, LeftOut[]>();
  for (const one of some) groups.set(place(one), [...(groups.get(place(one)) ?? []), one]);
  return groups;
}

function quotes(cells: readonly LeftOut[]): string {
  const shown = cells
    .slice(0, 3)
    .map(({ cell }) => `"${excerpt(cell.text.replace(/\s+/gu, ' '), 40)}"`);
  const more = cells.length > 3 ? ` and ${cells.length - 3} more` : '';
  return `${shown.join(', ')}${more}`;
}
