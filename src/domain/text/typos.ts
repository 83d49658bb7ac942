/**
 * Returns the candidate that the word is most likely a typo of, or undefined if none is close: at
 * most one typo in three letters, where swapped neighbours count as one. Ignores case.
 */
export function nearestWord(word: string, candidates: readonly string[]): string | undefined {
  const slipsAllowed = Math.floor(word.length / 3);
  const ranked = candidates
    .map((candidate) => {
      const slips = typosBetween(word.toLowerCase(), candidate.toLowerCase(), slipsAllowed);
      return { candidate, slips };
    })
    .filter(({ slips }) => slips <= slipsAllowed)
    .sort((one, other) => one.slips - other.slips);
  return ranked[0]?.candidate;
}

/**
 * Returns how many letters must be added, removed, replaced or swapped with their neighbour to turn
 * one word into the other; `most + 1` for anything above `most`.
 */
export function typosBetween(one: string, other: string, most: number): number {
  if (Math.abs(one.length - other.length) > most) return most + 1;
  let before: number[] = [];
  let above = Array.from({ length: other.length + 1 }, (_, column) => column);
  for (let row = 1; row <= one.length; row++) {
    const current = [row];
    for (let column = 1; column <= other.length; column++) {
      const same = one[row - 1] === other[column - 1];
      let cost = Math.min(
        at(above, column) + 1,
        at(current, column - 1) + 1,
        at(above, column - 1) + (same ? 0 : 1),
      );
      if (one[row - 1] === other[column - 2] && one[row - 2] === other[column - 1]) {
        cost = Math.min(cost, at(before, column - 2) + 1);
      }
      current.push(cost);
    }
    if (Math.min(...current) > most) return most + 1;
    before = above;
    above = current;
  }
  return Math.min(at(above, other.length), most + 1);
}

function at(row: number[], column: number): number {
  return row[column] ?? Number.POSITIVE_INFINITY;
}
