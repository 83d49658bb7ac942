import { isCode, proficiencyOf } from './evidence.js';
import { identity } from './identity.js';
import type { Ledger } from './ledger.js';
import type { Cell } from './sheet.js';
import type { Statement } from './statements.js';

const markOnly = /^(?:[x✓✔☑●•*]\uFE0F?)$/iu;
/** A name of a level has so many characters at most. */
const longestLevel = 40;
/** A competency has so many levels at most. */
const mostLevels = 9;

/**
 * Finds the competencies whose cells are levels ("2", "Expert") or mere marks ("x") and not texts,
 * and changes the fields of those cells.
 */
export function findAskedLevels(statements: readonly Statement[], ledger: Ledger): void {
  const byCompetency = new Map<string, Statement[]>();
  for (const statement of statements) {
    if (!statement.content.some(({ field }) => field === 'text')) continue;
    const { competency, group } = statement.competency;
    const id = `${identity(group?.text)}\n${identity(competency?.text)}`;
    const known = byCompetency.get(id);
    if (known) known.push(statement);
    else byCompetency.set(id, [statement]);
  }
  const all = [...byCompetency.values()].flat().flatMap(textCells);
  const inAll = areRepeated(all);
  for (const some of byCompetency.values()) {
    const cells = some.flatMap(textCells);
    if (cells.length > 0 && cells.every(({ text }) => markOnly.test(text))) {
      for (const statement of some) takeMark(statement, ledger);
    } else if (inAll || areLevels(cells, all)) {
      for (const { content } of some) {
        for (const part of content) if (part.field === 'text') part.field = 'asked-level';
      }
    }
  }
}

function textCells({ content }: Statement): Cell[] {
  return content.flatMap(({ field, cell }) => (field === 'text' ? [cell] : []));
}

function isShort({ text }: Cell): boolean {
  return text.length <= longestLevel && !text.includes('\n');
}

/** Whether few short texts are repeated over and over in the whole table. */
function areRepeated(cells: readonly Cell[]): boolean {
  if (!cells.every(isShort)) return false;
  const names = new Set(cells.map(({ text }) => identity(text)));
  return (
    names.size > 1 &&
    names.size <= mostLevels &&
    cells.length >= names.size * 3 &&
    cells.every(isShort)
  );
}

/** Whether all cells of a competency are numbers, codes or words for how well one can do it. */
function areLevels(cells: readonly Cell[], all: readonly Cell[]): boolean {
  if (cells.length === 0 || !cells.every(isShort)) return false;
  const names = new Set(cells.map(({ text }) => identity(text)));
  if (names.size > mostLevels || !cells.every(isLevel)) return false;
  return cells.length >= 3 || all.filter(isLevel).length >= all.length * 0.6;
}

function isLevel(cell: Cell): boolean {
  const { text } = cell;
  if (!isShort(cell)) return false;
  if (/^\d(?:\s*[-–—:.]\s*\p{L}[\p{L} ]*)?$/u.test(text) || isCode(text)) return true;
  return text.split(/\s+/u).length <= 3 && proficiencyOf(text) !== undefined;
}

/** A mark says that a role asks a competency; what it asks stands in the competency's summary. */
function takeMark(statement: Statement, ledger: Ledger): void {
  const summary = statement.competency['competency-summary'];
  const mark = statement.content.find(({ field }) => field === 'text');
  if (!mark) return;
  if (summary) {
    ledger.leaveOut(mark.cell, 'it marks that the competency is asked');
    statement.content = [{ field: 'definition', cell: summary }];
    return;
  }
  ledger.refuse(
    mark.cell,
    `"${mark.cell.text}" only marks that this is asked. Write what is asked, here or in a column "Description" beside the competency.`,
  );
}
