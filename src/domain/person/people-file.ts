import { type CsvRecord, readCsv } from '../text/csv.js';
import { csvText, undefused } from '../text/csv-writing.js';
import { nearestWord } from '../text/typos.js';

/** The columns of a people file; a cell may be empty, a column may not be missing. */
const peopleColumns = ['slack_user_id', 'role', 'manager_slack_user_id', 'started_on'] as const;
type Column = (typeof peopleColumns)[number];

/** Other headings of the same columns; a cell of either may hold an id or an e-mail address. */
const headings = new Map<string, Column>([
  ['email', 'slack_user_id'],
  ['manager_email', 'manager_slack_user_id'],
]);
/** Only for people who read the file. */
const forReaders = ['name'];

/** One line of a people file as it is written there; missing values are empty texts. */
export interface PeopleRow {
  /** Counts from 1. */
  line: number;
  /** A Slack id or, until Slack was asked, an e-mail address; the manager's as well. */
  slackUserId: string;
  /** A role's key or title, in any spelling. */
  role: string;
  managerSlackUserId: string;
  startedOn: string;
}

/** A problem in a people file, with what to do. */
export interface PeopleProblem {
  line: number;
  message: string;
  /** It names somebody who has left Slack: such people can be skipped. */
  hasLeft?: true;
  /** The Slack id of somebody who was erased here, which is why. */
  erased?: string;
}

/** Whether a cell has an e-mail address where it might have a Slack id. */
export function isAddress(text: string): boolean {
  return /^[^\s@]+@[^\s@]+$/.test(text);
}

export interface PeopleFile {
  rows: PeopleRow[];
  problems: PeopleProblem[];
}

/**
 * Parses a people file (CSV with commas, semicolons or tabs, whichever the first line has). Never
 * throws: returns the rows and every problem of the file's form. `placePeopleRows` checks what the
 * rows say.
 */
export function readPeopleFile(text: string): PeopleFile {
  if (/[\0\uFFFD]/.test(text)) {
    return failed(1, 'The file is not UTF-8 text. Save it as "CSV UTF-8" and try again.');
  }
  const read = readCsv(text);
  if ('problem' in read) return { rows: [], problems: [read.problem] };
  const [header, ...lines] = read.records;
  if (!header) {
    return failed(1, `The file is empty. Its first line must be ${peopleColumns.join(',')}.`);
  }
  const names = header.cells.map(columnName);
  const problems = headerProblems(header.line, header.cells, names);
  if (!names.includes('slack_user_id')) return { rows: [], problems };
  problems.push(...lines.flatMap((line) => cellProblems(line, names.length)));
  if (lines.length === 0) {
    problems.push({ line: header.line, message: 'There is nobody in the file. Add a line each.' });
  }
  return { rows: lines.map((line) => toRow(line, names)), problems };
}

/** Writes people as a file that `readPeopleFile` reads; the names are there for people. */
export function peopleFileText(
  rows: readonly (Omit<PeopleRow, 'line'> & { name: string })[],
): string {
  const lines = rows.map((row) => {
    const { slackUserId, role, managerSlackUserId, startedOn, name } = row;
    return [slackUserId, role, managerSlackUserId, startedOn, name];
  });
  return csvText([[...peopleColumns, ...forReaders], ...lines]);
}

function columnName(cell: string): string {
  const name = cell
    .toLowerCase()
    .replace(/[\s-]+/g, '_')
    .replace(/^e_mail/, 'email');
  return headings.get(name) ?? name;
}

function headerProblems(line: number, cells: string[], names: string[]): PeopleProblem[] {
  const isKnown = (name: string) => [...peopleColumns, ...forReaders].includes(name);
  const unknown = names.flatMap((name, place) => {
    if (isKnown(name)) return [];
    const near = nearestWord(name, peopleColumns);
    const hint = near ? `Did you mean ${near}?` : `Take it out; the columns are ${listed}.`;
    return [`There is no column "${cells[place]}". ${hint}`];
  });
  const missing = peopleColumns
    .filter((column) => !names.includes(column))
    .map(
      (column) => `The column ${column} is missing. Add it to the first line; cells may be empty.`,
    );
  const twice = peopleColumns
    .filter((column) => names.indexOf(column) !== names.lastIndexOf(column))
    .map((column) => `The column ${column} is there twice. Take one out.`);
  return [...unknown, ...missing, ...twice].map((message) => ({ line, message }));
}

const listed = peopleColumns.join(', ');

function cellProblems({ line, cells }: CsvRecord, columns: number): PeopleProblem[] {
  if (cells.length === columns) return [];
  const values = cells.length === 1 ? '1 value' : `${cells.length} values`;
  return [
    {
      line,
      message: `This line has ${values} for ${columns} columns. Separate each with a comma, empty ones too, and put a value with a comma in it in quotation marks.`,
    },
  ];
}

function toRow({ line, cells }: CsvRecord, names: string[]): PeopleRow {
  // With a cell too few or too many, only the first cells are certain to be in their columns.
  const sound = cells.length === names.length ? cells : cells.slice(0, 1);
  const cell = (column: Column) => undefused(sound[names.indexOf(column)] ?? '');
  return {
    line,
    slackUserId: cell('slack_user_id'),
    role: cell('role'),
    managerSlackUserId: cell('manager_slack_user_id'),
    startedOn: cell('started_on'),
  };
}

function failed(line: number, message: string): PeopleFile {
  return { rows: [], problems: [{ line, message }] };
}
