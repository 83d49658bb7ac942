import type { Ledger } from './ledger.js';
import { type Cell, isFilled, placeOf, type Sheet } from './sheet.js';

const errors =
  /^#(?:REF|NAME\??|VALUE|DIV\/0|NUM|NULL|ERROR|SPILL|CALC|FIELD|BLOCKED|CONNECT)[!?]?$/iu;
const unavailable = /^#(?:N\/A|NV)$/iu;
const nothing = /^(?:[-–—−_./]+|n\/?a\.?|\?+)$/iu;
/** What spreadsheets take for a formula; a minus sign before words begins a list. */
const formula = /^(?:=\S|@\S|\+\s*[\p{L}\d(])/u;

/** Returns the sheet without cells that only say that nothing is there; says what else is odd. */
export function oddCells(sheet: Sheet, ledger: Ledger): Sheet {
  const formulas: Cell[] = [];
  for (const cell of sheet.flat()) {
    if (errors.test(cell.text)) {
      ledger.refuse(
        cell,
        `${cell.text} stands here, so the spreadsheet has lost what was in this cell. Mend it there and export the file again.`,
      );
    } else if (unavailable.test(cell.text))
      ledger.leaveOut(cell, 'the spreadsheet had no value for it');
    else if (nothing.test(cell.text)) ledger.leaveOut(cell, 'it stands for nothing');
    else if (formula.test(cell.text)) formulas.push(cell);
  }
  const [first] = formulas;
  if (first) {
    const shown = `"${first.text.slice(0, 40)}" (${placeOf(first)})`;
    const others = formulas.length - 1;
    ledger.hints.push(
      others === 0
        ? `${shown} looks like a formula and was taken as text.`
        : `${shown} and ${others} more look like formulas and were taken as text.`,
    );
  }
  return sheet
    .map((row) => row.map((cell) => (ledger.isLeftOut(cell) ? { ...cell, text: '' } : cell)))
    .filter((row) => row.some(isFilled));
}
