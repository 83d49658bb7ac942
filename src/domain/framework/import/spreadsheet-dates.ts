import { plain } from '../../text/words.js';
import type { Cell } from './sheet.js';

/** The first letters of the months in the languages in which spreadsheets shorten them. */
const months = [
  'jan gen ene janv янв oca',
  'feb fev fevr фев sub',
  'mar mrz maer mrt mars мар',
  'apr avr abr kwi апр nis',
  'may mai mag maj mei мая май',
  'jun juin giu cze июн haz',
  'jul juil lug lip июл tem',
  'aug aou ago sie авг агу',
  'sep set sept wrz сен eyl',
  'oct okt ott out ott paz окт eki',
  'nov lis ноя kas',
  'dec dez dic des gru дек ara',
].map((names) => names.split(' '));

/** A day without its year: "2-Jan", "01.Mär", "03. Mai", "Jan 2", "Jan-05". */
const named = /^(?:(\d{1,2})[-./\s]{1,2}(\p{L}{3,9})\.?|(\p{L}{3,9})\.?[-./\s]{1,2}(\d{1,2}))$/u;
/** A whole date: "2024-01-02", "1/2/2024", "02.01.24". */
const numbered =
  /^(?:(?:19|20)\d\d-(\d{1,2})-(\d{1,2})(?:[T ]\d.*)?|(\d{1,2})([/.])(\d{1,2})\4(?:(?:19|20)?\d\d))$/u;

/**
 * Returns the two numbers of which a spreadsheet made a date, the lower first: those of "2-Jan" are 1
 * and 2. Undefined for what is no date.
 */
function numbersOfDate({ text }: Cell): [number, number] | undefined {
  const [, day, month, monthFirst, dayLast] = named.exec(text) ?? [];
  const name = month ?? monthFirst;
  if (name) {
    const short = plain(name);
    const place = months.findIndex((some) => some.some((one) => short.startsWith(one)));
    return place < 0 ? undefined : sorted(Number(day ?? dayLast), place + 1);
  }
  const found = numbered.exec(text);
  return found ? sorted(Number(found[1] ?? found[3]), Number(found[2] ?? found[5])) : undefined;
}

function sorted(one: number, other: number): [number, number] {
  return one < other ? [one, other] : [other, one];
}

/** Says of a cell that a spreadsheet made a date of it; undefined if it didn't. */
export function dateProblem(cell: Cell): string | undefined {
  const numbers = numbersOfDate(cell);
  if (!numbers) return undefined;
  const [low, high] = numbers;
  return `"${cell.text}" is a date, which spreadsheets make of "${low}-${high}" and the like. Format the cell as text, write what was meant (perhaps ${low}-${high}), and export the file again; if a date is meant, leave its column out with --map "leave-out=ITS HEADING".`;
}
