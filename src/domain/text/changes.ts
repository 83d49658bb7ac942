/** A stretch of a text, and whether its words are new against the text before. */
export interface Stretch {
  text: string;
  changed: boolean;
}

/** With more stretches than this the two have little in common, and marks would not help a reader. */
const MOST_STRETCHES = 24;

/**
 * Divides a sentence into stretches that stand in an earlier one as well and stretches that do not.
 * Joined they are the sentence. One unmarked stretch where the two have little in common.
 */
export function changesBetween(before: string, after: string): Stretch[] {
  const words = after.split(/(?<=\s)/u);
  const kept = keptWords(before.split(/\s+/u).map(bare), words.map(bare));
  const stretches: Stretch[] = [];
  for (const [place, text] of words.entries()) {
    const changed = !kept.has(place);
    const last = stretches.at(-1);
    if (last?.changed === changed) last.text += text;
    else stretches.push({ text, changed });
  }
  const isHelpful = kept.size * 4 >= words.length && stretches.length <= MOST_STRETCHES;
  return isHelpful ? stretches : [{ text: after, changed: false }];
}

function bare(word: string): string {
  return word.toLowerCase().replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, '');
}

/** Returns the places in `after` of a longest sequence of words that both have in this order. */
function keptWords(before: string[], after: string[]): Set<number> {
  const width = after.length + 1;
  const longest = new Uint16Array((before.length + 1) * width);
  const at = (row: number, column: number) => longest[row * width + column] ?? 0;
  for (let row = before.length - 1; row >= 0; row--) {
    for (let column = after.length - 1; column >= 0; column--) {
      longest[row * width + column] =
        before[row] === after[column]
          ? at(row + 1, column + 1) + 1
          : Math.max(at(row + 1, column), at(row, column + 1));
    }
  }
  const kept = new Set<number>();
  for (let row = 0, column = 0; row < before.length && column < after.length; ) {
    if (before[row] === after[column]) {
      kept.add(column);
      row++;
      column++;
    } else if (at(row + 1, column) >= at(row, column + 1)) row++;
    else column++;
  }
  return kept;
}
