import { readCsv } from '../../text/csv.js';
import { nearestWord } from '../../text/typos.js';
import { type Field, fieldOf, fields, folded, reasonToLeaveOut } from './fields.js';
import { type Cell, columnLetters, type Sheet } from './sheet.js';

/** What a person says that headings mean: a field, and the heading or "column C" or "row 2". */
export interface Mapped {
  field: Field;
  heading: string;
}

/** Splits a list that was typed as an option: commas (or semicolons), quotation marks around names. */
export function typedList(text: string): string[] {
  const read = readCsv(text);
  const cells = 'problem' in read ? text.split(',') : read.records.flatMap(({ cells }) => cells);
  return cells.map((cell) => cell.trim()).filter((cell) => cell !== '');
}

/** Parses "role=Job title,competency=Skill". Returns a sentence for each part that is wrong. */
export function parseMap(text: string): { mapped: Mapped[]; problems: string[] } {
  const parts = typedList(text).map((part) => {
    const [field = '', ...heading] = part.split('=');
    return { part, field: field.trim().toLowerCase(), heading: heading.join('=').trim() };
  });
  const problems = parts.flatMap(({ part, field, heading }) => {
    if (heading === '') {
      return [`--map "${part}" is not of the form field=heading, such as role=Job title.`];
    }
    if (isField(field)) return [];
    const near = nearestWord(field, fields);
    const hint = near ? `Did you mean ${near}?` : `There are ${fields.join(', ')}.`;
    return [`--map has no field "${field}". ${hint}`];
  });
  const mapped = parts.flatMap(({ field, heading }) =>
    isField(field) && heading !== '' ? [{ field, heading }] : [],
  );
  return { mapped, problems };
}

function isField(word: string): word is Field {
  return fields.some((field) => field === word);
}

/** Says what headings mean: as a person mapped them, else by their names. */
export class Headings {
  readonly #mapped: readonly Mapped[];

  constructor(mapped: readonly Mapped[]) {
    this.#mapped = mapped;
  }

  /** Returns the field of a heading; undefined if it is no known one. */
  fieldOf(cell: Cell): Field | undefined {
    const own = this.#mapped.find((mapped) => names(mapped, cell));
    if (own) return own.field;
    const field = fieldOf(cell.text);
    // Where a person named the heading of a field, no other heading is it.
    return this.#mapped.some((mapped) => mapped.field === field) ? undefined : field;
  }

  /** Returns why what stands under a heading is left out; undefined if it isn't. */
  reasonToLeaveOut(cell: Cell): string | undefined {
    const own = this.#mapped.find((mapped) => names(mapped, cell));
    if (own) return own.field === 'leave-out' ? 'you asked to leave it out' : undefined;
    return reasonToLeaveOut(cell.text);
  }

  /** Returns a sentence for each heading that a person named and the sheet doesn't have. */
  missing(sheet: Sheet): string[] {
    return this.#mapped.flatMap((mapped) => {
      if (sheet.some((row) => row.some((cell) => names(mapped, cell)))) return [];
      const near = nearestWord(
        mapped.heading,
        sheet
          .slice(0, 5)
          .flatMap((row) => row.map(({ text }) => text).filter((text) => text !== '')),
      );
      const hint = near
        ? `Did you mean "${near}"?`
        : 'Write it as it stands in the file, or "column C".';
      return [
        `--map says ${mapped.field}=${mapped.heading}, but there is no such heading. ${hint}`,
      ];
    });
  }
}

function names({ heading }: Mapped, cell: Cell): boolean {
  const place = /^(?:column ([a-z]{1,3})|row (\d+))$/iu.exec(heading);
  if (place?.[1]) return columnLetters(cell.column) === place[1].toUpperCase();
  if (place?.[2]) return cell.row === Number(place[2]);
  if (cell.text === heading) return true;
  if (cell.text === '' || cell.text.length > heading.length * 2 + 20) return false;
  const name = folded(heading);
  return name !== '' && folded(cell.text) === name;
}
