import { type ContentField, contentFields, folded } from './fields.js';
import type { Headings } from './headings.js';
import { is } from './shape.js';
import { type Cell, isFilled, placeOf } from './sheet.js';

/** What people write above the parts of an expectation, and nowhere else. */
const words: Record<string, ContentField> = {
  ...{ what: 'text', was: 'text', quoi: 'text', que: 'text', 'what it mean': 'text' },
  ...{ how: 'behaviours', wie: 'behaviours', como: 'behaviours' },
  ...{ 'in practice': 'examples', evidence: 'examples', 'look like this': 'examples' },
  ...{ do: 'behaviours', dos: 'behaviours', tun: 'behaviours' },
  ...{ summary: 'definition', headline: 'definition' },
};

/** Returns which part of an expectation a name stands for; undefined if for none. */
export function partOf(cell: Cell, headings: Headings): ContentField | undefined {
  const field = headings.fieldOf(cell);
  if (is(contentFields, field)) return field;
  const name = folded(cell.text);
  return Object.hasOwn(words, name) ? words[name] : undefined;
}

/** Says that a name beside known parts isn't known. */
export function unknownPart(cell: Cell, known: Cell): string {
  return `"${cell.text}" stands here like "${known.text}" (${placeOf(known)}), so it is a part of what is asked, but not one that is known. Say which, such as --map "examples=${cell.text}", or --map "leave-out=${cell.text}".`;
}

/** Whether a column beside the competencies names the parts of what is asked in each of its rows. */
export function arePartNames(cells: readonly Cell[], headings: Headings): boolean {
  const filled = cells.filter(isFilled);
  const known = filled.filter((cell) => partOf(cell, headings) !== undefined);
  return known.length > 1 && known.length * 2 >= filled.length;
}
