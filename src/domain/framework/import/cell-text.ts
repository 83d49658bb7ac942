/** The text of a cell, taken apart. */
export interface CellText {
  /** What stands before a list, or the whole of a text of one line; may be empty. */
  lead: string;
  /** The entries of a list, or the lines of a text of several lines. */
  items: string[];
}

const sign = '[•▪▫■□◦●○‣⁃∙➢➤►▶✓✔☐☑→»·]';
/** What stands before an entry of a list: "- ", "• ", "1. ", "a) ". */
const mark = new RegExp(
  `^\\s*(?:${sign}\\s*|[-–—*+o]\\t\\s*|[-–—*]\\s+|\\(?\\d{1,2}[.)]\\s+|\\(?[a-z]\\)\\s+)(?=\\S)`,
  'u',
);
const inlineSign = /[•▪●◦‣]/gu;

/** Takes a cell apart into what stands before a list, and the list. */
export function cellText(text: string): CellText {
  const lines = withLinesForSigns(text).split('\n');
  const first = lines.findIndex((line) => mark.test(line));
  const lead = first < 0 ? [] : lines.slice(0, first);
  const rest = first < 0 ? lines : lines.slice(first);
  const items: string[] = [];
  for (const line of rest) {
    const plain = line.replace(mark, '').trim();
    if (plain === '') continue;
    const last = items.at(-1);
    // A line that begins in lower case goes on with the one before.
    const goesOn = last !== undefined && !mark.test(line) && /^\p{Ll}/u.test(plain);
    if (goesOn) items.splice(-1, 1, `${last} ${plain}`);
    else items.push(plain);
  }
  const [only] = items;
  if (first < 0 && only !== undefined && items.length === 1) return { lead: only, items: [] };
  return { lead: joined(lead), items };
}

/** Returns a name that may stand on several lines of its cell as one line. */
export function oneLine(text: string): string {
  return joined(text.split('\n'));
}

function joined(lines: readonly string[]): string {
  return lines
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .join(' ')
    .replace(/\t/gu, ' ');
}

/** A list on one line ("• one • two") gets a line for each entry. */
function withLinesForSigns(text: string): string {
  if (text.includes('\n') || (text.match(inlineSign) ?? []).length < 2) return text;
  return text.replace(inlineSign, (found) => `\n${found}`).trim();
}

/** Splits a cell with a list of short names: lines, or parts between commas and semicolons. */
export function listOf(text: string): string[] {
  const { lead, items } = cellText(text);
  const parts = items.length > 0 ? [lead, ...items] : lead.split(/[,;]/u);
  return parts.map((part) => part.trim()).filter((part) => part !== '');
}

/** Returns the years that a cell says: "2-4", "3+ years", "1.5 to 3"; undefined if it says none. */
export function yearsOf(text: string): { from: number; to?: number } | undefined {
  const found =
    /^(?:(<|up to|under|less than|bis|jusqu'à|hasta|até|fino a|tot|до)|>|≥|over|from|at least|min\.?|c(?:irc)?a\.?|ab|mindestens|à partir de|desde|más de|mais de|da|vanaf|od|от)?\s*(\d{1,2}(?:[.,]\d{1,2})?)\s*(?:(?:-|–|—|to|until|bis|à|a|до|～|〜|~)\s*(\d{1,2}(?:[.,]\d{1,2})?)|\+|or more|and more)?\s*(?:y|yr|yrs|year|years|jahre?n?|ans?|années?|años?|anos?|anni|anno|jaar|jaren|lat|lata|år|yıl|лет|года?|年|년|سنوات|سنة)?\.?\s*(?:\+|or more|and more)?$/iu.exec(
      text.trim(),
    );
  if (!found) return undefined;
  const [one, other] = [found[2], found[3]].map((part) => part && Number(part.replace(',', '.')));
  if (typeof one !== 'number') return undefined;
  if (found[1]) return { from: 0, to: one };
  return typeof other === 'number' ? { from: one, to: other } : { from: one };
}
