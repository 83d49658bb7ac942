/**
 * The candidate that the word is most likely a slip of, or undefined if none is close: at most
 * one slip in three letters, where a swap of neighbours counts as one. Case does not matter.
 */
export function nearest(word: string, candidates: readonly string[]): string | undefined {
  const slipsAllowed = Math.floor(word.length / 3);
  const ranked = candidates
    .map((candidate) => ({ candidate, slips: slips(word.toLowerCase(), candidate.toLowerCase()) }))
    .filter(({ slips }) => slips <= slipsAllowed)
    .sort((one, other) => one.slips - other.slips);
  return ranked[0]?.candidate;
}

/** How many letters must be added, removed, changed or swapped to turn one word into the other. */
function slips(from: string, to: string): number {
  let before: number[] = [];
  let above = Array.from({ length: to.length + 1 }, (_, column) => column);
  for (let row = 1; row <= from.length; row += 1) {
    const current = [row];
    for (let column = 1; column <= to.length; column += 1) {
      const same = from[row - 1] === to[column - 1] ? 0 : 1;
      let best = Math.min(
        (above[column] ?? 0) + 1,
        (current[column - 1] ?? 0) + 1,
        (above[column - 1] ?? 0) + same,
      );
      const swapped = from[row - 1] === to[column - 2] && from[row - 2] === to[column - 1];
      if (row > 1 && column > 1 && swapped) best = Math.min(best, (before[column - 2] ?? 0) + 1);
      current.push(best);
    }
    before = above;
    above = current;
  }
  return above[to.length] ?? 0;
}
