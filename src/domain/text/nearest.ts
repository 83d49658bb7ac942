import { typosBetween } from './words.js';

/**
 * Returns the candidate that the word is most likely a typo of, or undefined if none is close: at
 * most one typo in three letters, where swapped neighbours count as one. Ignores case.
 */
export function nearest(word: string, candidates: readonly string[]): string | undefined {
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
