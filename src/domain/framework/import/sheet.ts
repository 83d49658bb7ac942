import { type CsvProblem, readCsv } from '../../text/csv.js';
import { fitText, withoutInvisible } from '../../text/text.js';
import { type BarRow, barRows } from './markdown-table.js';

/** One cell of a spreadsheet; the row counts from 1 and the column from 0. */
export interface Cell {
  text: string;
  row: number;
  column: number;
}

/** The rows of a spreadsheet that have something in them, each with as many cells. */
export type Sheet = Cell[][];

/** A problem of a spreadsheet; `column` counts from 0 and may be unknown. */
export interface SheetProblem {
  row: number;
  column?: number;
  message: string;
}

/** Returns the letters of a column: A, Z, AA. */
export function columnLetters(column: number): string {
  const before = Math.floor(column / 26);
  const letter = String.fromCharCode(65 + (column % 26));
  return before === 0 ? letter : columnLetters(before - 1) + letter;
}

/** Names a cell in a sentence: "row 5, column C". */
export function placeOf({ row, column }: { row: number; column: number }): string {
  return `row ${row}, column ${columnLetters(column)}`;
}

/** More cells than a ladder of the largest size has with all that may stand beside it. */
const mostCells = 2_000_000;

/** Reads a CSV text as a spreadsheet. Never throws; returns the problem of its form otherwise. */
export function readSheet(
  text: string,
): { sheet: Sheet; delimiter: string } | { problem: { line: number; message: string } } {
  if (/[\0\uFFFD]/u.test(text)) {
    const message = 'The file is not UTF-8 text. Save it as "CSV UTF-8" and try again.';
    return {
      problem: { line: text.slice(0, text.search(/[\0\uFFFD]/u)).split('\n').length, message },
    };
  }
  const read = recordsOf(text);
  if ('problem' in read) return read;
  const width = read.records.reduce((most, { cells }) => Math.max(most, filledWidth(cells)), 0);
  if (width * read.records.length > mostCells) {
    const message = `The file has ${read.records.length} rows and ${width} columns, far more than a ladder needs. Take out what is no part of it.`;
    return { problem: { line: 1, message } };
  }
  const sheet = read.records.map(({ row, cells }) =>
    Array.from({ length: width }, (_, column): Cell => {
      return { text: tidy(cells[column] ?? ''), row, column };
    }),
  );
  return {
    sheet: sheet.filter((cells) => cells.some(({ text }) => text !== '')),
    delimiter: read.delimiter,
  };
}

/** Reads a table that is written with bars, as in Markdown, or a CSV. */
function recordsOf(
  text: string,
): { records: BarRow[]; delimiter: string } | { problem: CsvProblem } {
  const bars = barRows(text);
  return bars ? { records: bars, delimiter: '|' } : readCsv(text, spreadsheetDelimiters);
}

const spreadsheetDelimiters = [',', ';', '\t', '|'];

function filledWidth(cells: readonly string[]): number {
  for (let width = cells.length; width > 0; width -= 1) {
    if (cells[width - 1] !== '') return width;
  }
  return 0;
}

/** Returns a cell's text without what nobody sees; spaces of any kind become plain ones. */
function tidy(text: string): string {
  return withoutInvisible(fitText(text))
    .replace(/[^\S\n\t]/gu, ' ')
    .replace(/[ \t]+$/gmu, '')
    .trim();
}

/** Returns the sheet with its rows as columns; each cell keeps its place. */
export function transposed(sheet: Sheet): Sheet {
  return (sheet[0] ?? []).map((_, column) => sheet.flatMap((row) => row[column] ?? []));
}

export function isFilled({ text }: Cell): boolean {
  return text !== '';
}
