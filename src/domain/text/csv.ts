import { type CsvError, parse } from 'csv-parse/sync';
import { delimiterOf, usualDelimiters } from './csv-delimiter.js';

/** One record of a CSV text. */
export interface CsvRecord {
  /** The line of the text on which the record ends, from 1. */
  line: number;
  /** The row that a spreadsheet shows for it, from 1: a cell with line breaks is one row. */
  row: number;
  /** Without white space around the values. */
  cells: string[];
}

/** A problem in the form of a CSV text, with what to do. */
export interface CsvProblem {
  line: number;
  message: string;
}

/** Excel's own first line, which names the delimiter and is no row. */
const delimiterLine = /^\uFEFF?"?sep=(.)"?[^\n\r]*(?:\r\n|[\n\r]|$)/iu;

/**
 * Parses a CSV text with commas, semicolons or tabs (or one of `delimiters`), whichever it is written with. Never throws.
 * Returns the records that have a value in one of their cells, or the first problem.
 */
export function readCsv(
  text: string,
  delimiters: readonly string[] = usualDelimiters,
): { records: CsvRecord[]; delimiter: string } | { problem: CsvProblem } {
  const own = delimiterLine.exec(text);
  const body = own ? text.slice(own[0].length) : text;
  const delimiter = own?.[1] ?? delimiterOf(body, delimiters);
  const linesBefore = own ? 1 : 0;
  const read = parseRecords(body, delimiter, linesBefore);
  // Where a spreadsheet writes tabs, quotation marks often are part of the values.
  const again =
    'problem' in read && delimiter === '\t'
      ? parseRecords(body, delimiter, linesBefore, false)
      : read;
  return 'problem' in again ? again : { ...again, delimiter };
}

function parseRecords(
  text: string,
  delimiter: string,
  linesBefore: number,
  quote: '"' | false = '"',
): { records: CsvRecord[] } | { problem: CsvProblem } {
  // Where the last readable record ended: an unclosed quotation mark takes in the rest of the file.
  let readTo = 0;
  try {
    const records = parse(text, {
      on_record: (record, { lines }) => {
        readTo = lines;
        return record;
      },
      bom: true,
      info: true,
      trim: true,
      delimiter,
      quote,
      relax_column_count: true,
    }) as unknown as { record: string[]; info: { lines: number } }[];
    return {
      records: records
        .map(({ record, info }, place) => {
          return { line: info.lines + linesBefore, row: place + 1, cells: record };
        })
        // A spreadsheet's empty line still has its commas in the file.
        .filter(({ cells }) => cells.some((cell) => cell !== '')),
    };
  } catch (error) {
    return { problem: quotingProblem(error as CsvError, readTo + 1, linesBefore) };
  }
}

function quotingProblem(
  { code, lines }: CsvError,
  nextLine: number,
  linesBefore: number,
): CsvProblem {
  const line = (typeof lines === 'number' ? lines : nextLine) + linesBefore;
  switch (code) {
    case 'CSV_QUOTE_NOT_CLOSED':
      return {
        line: nextLine + linesBefore,
        message: 'A quotation mark opens here and never closes. Close it, or remove it.',
      };
    case 'CSV_INVALID_CLOSING_QUOTE':
    case 'INVALID_OPENING_QUOTE':
      return {
        line,
        message:
          'A quotation mark stands inside a value. Remove it, or put the whole value in quotation marks and double those inside.',
      };
    default:
      return { line, message: `This line can't be read as CSV (${code}). Compare it with others.` };
  }
}
