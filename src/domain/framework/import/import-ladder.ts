import { excerpt } from '../../text/excerpt.js';
import { checkFile, type PlacedProblem } from './check-file.js';
import { collect } from './collect.js';
import { fileData } from './file-data.js';
import { headOf } from './head.js';
import { Headings, parseMap } from './headings.js';
import { hintsOf } from './hints.js';
import { Ledger, type LeftOut } from './ledger.js';
import { readLong } from './long.js';
import { onlyRubric, whyNoRoles } from './missing-roles.js';
import { oddCells } from './odd-cells.js';
import type { ImportOptions } from './options.js';
import { isCornerUnknown, type Shape, shapeOf } from './shape.js';
import { readSheet, type Sheet, transposed } from './sheet.js';
import type { Statements } from './statements.js';
import { readWide } from './wide.js';
import { writeYaml } from './write.js';

/** What was made of a spreadsheet. */
export interface Imported {
  yaml: string;
  report: ImportReport;
}

/** What was understood, one sentence each. */
export interface ImportReport {
  shape: Shape | undefined;
  delimiter: string;
  size: { rows: number; columns: number };
  counts: { roles: number; competencies: number };
  taken: string[];
  hints: string[];
  leftOut: LeftOut[];
}

/**
 * Makes a ladder file of a spreadsheet in CSV. Never throws. Returns the file, which is sound, and
 * what was understood; or all problems, each with its cell where it has one.
 */
export function importLadder(
  text: string,
  fileName: string,
  options: ImportOptions = {},
): Imported | { problems: PlacedProblem[] } {
  const read = readSheet(text);
  if ('problem' in read) {
    return { problems: [{ message: `line ${read.problem.line}: ${read.problem.message}` }] };
  }
  if (read.sheet.length === 0) {
    return { problems: [{ message: 'The file is empty. Export the sheet with its headings.' }] };
  }
  const ledger = new Ledger();
  const sheet = oddCells(read.sheet, ledger);
  const { mapped, problems } = parseMap(options.map ?? '');
  const headings = new Headings(mapped);
  const wrong = [...problems, ...headings.missing(sheet)].map((message) => ({ message }));
  if (wrong.length > 0) return { problems: [...wrong, ...ledger.problems] };
  const shape = shapeOf(sheet, headings, options.shape);
  const rubric = options.shape === undefined ? onlyRubric(sheet, headings) : undefined;
  if (rubric) return { problems: [rubric, ...ledger.problems] };
  // What stands below each other under a heading that isn't known may be anything.
  if (shape === 'roles-down' && options.shape === undefined && isCornerUnknown(sheet, headings))
    return { problems: [whyNoRoles(sheet, headings), ...ledger.problems] };
  const said = shape && statementsOf(sheet, shape, headings, ledger, options.fill ?? true);
  if (!shape || !said) return { problems: [whyNoRoles(sheet, headings), ...ledger.problems] };
  const draft = collect(said.statements, ledger, options);
  if (ledger.problems.length > 0) return { problems: inOrder(ledger.problems) };
  if (draft.rungs.length === 0) return { problems: [whyNoRoles(sheet, headings)] };
  const head = headOf(said.above, fileName, options, ledger);
  const data = fileData(draft, head);
  ledger.hints.push(...hintsOf(draft));
  const leftOut = ledger.leftOut(read.sheet);
  const yaml = writeYaml(data.data, commentOf(fileName, ledger, leftOut.length));
  const all = checkFile(yaml, data);
  if (all.length > 0) return { problems: inOrder(all) };
  const report = {
    ...{ shape, delimiter: read.delimiter, taken: ledger.taken, hints: ledger.hints, leftOut },
    size: { rows: sheet.at(-1)?.[0]?.row ?? 0, columns: sheet[0]?.length ?? 0 },
    counts: { roles: draft.rungs.length, competencies: draft.competencies.length },
  };
  return { yaml, report };
}

function statementsOf(
  sheet: Sheet,
  shape: Shape,
  headings: Headings,
  ledger: Ledger,
  fill: boolean,
): Statements | undefined {
  if (shape === 'long') return readLong(sheet, headings, ledger, { fill });
  const isTransposed = shape === 'roles-down';
  return readWide(isTransposed ? transposed(sheet) : sheet, headings, ledger, {
    fill,
    isTransposed,
  });
}

function commentOf(fileName: string, { hints }: Ledger, leftOut: number): string[] {
  const short = (text: string) => excerpt(text.replace(/\s+/gu, ' '), 300);
  const toCheck =
    hints.length === 0 ? [] : ['', 'Look at this:', ...hints.map((hint) => `- ${short(hint)}`)];
  const out =
    leftOut === 0 ? [] : ['', `${leftOut} cells were left out; the import says which and why.`];
  return [`Made from ${short(fileName)} with "ladder framework import".`, ...toCheck, ...out];
}

function inOrder(problems: readonly PlacedProblem[]): PlacedProblem[] {
  return [...problems].sort(
    (one, other) => (one.row ?? 0) - (other.row ?? 0) || (one.column ?? 0) - (other.column ?? 0),
  );
}
