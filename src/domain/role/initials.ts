import type { Names } from './names.js';

/** More ways to spell a question out are not tried. */
const MOST_WAYS = 30;

/**
 * Returns the questions that are meant where words of it are initials: "swe" becomes "software
 * engineer", "sr em" "senior engineering manager". Words of a name are never initials.
 */
export function spelledOut(words: string[], { vocabulary, runs }: Names): string[][] {
  const ways = words.flatMap((word, place) => {
    if (word.length < 2 || word.length > 5 || vocabulary.has(word)) return [];
    return runs
      .filter((run) => areInitials(word, run))
      .map((run) => [...words.slice(0, place), ...run, ...words.slice(place + 1)]);
  });
  return ways.slice(0, MOST_WAYS);
}

/**
 * Returns whether letters stand for words: the first letter of each, in their order, with or without
 * further ones of the same word ("swe" for "software engineer").
 */
function areInitials(letters: string, [word, ...rest]: readonly string[]): boolean {
  if (word === undefined) return letters === '';
  if (letters[0] !== word[0]) return false;
  let from = 1;
  for (let taken = 1; taken <= letters.length - rest.length; taken += 1) {
    if (areInitials(letters.slice(taken), rest)) return true;
    from = word.indexOf(letters[taken] ?? '', from) + 1;
    if (from === 0) return false;
  }
  return false;
}
