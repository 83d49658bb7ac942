import { wordsOf } from '../text/words.js';

/** Returns the texts that are there more than once. */
export function repeatedIn(texts: string[]): Set<string> {
  const seen = new Set<string>();
  return new Set(texts.filter((text) => seen.has(text) || !seen.add(text)));
}

/** Roman numerals of levels; "i", "v" and "x" are letters more often. */
const NUMERALS = new Map([
  ['ii', '2'],
  ['iii', '3'],
  ['iv', '4'],
  ['vi', '6'],
  ['vii', '7'],
]);

/** Returns the words of a name or a question, codes in parts: "IC3", "ic 3" and "IC III" are the same. */
export function nameWords(text: string): string[] {
  return wordsOf(text).flatMap((word) => {
    const [, letters, digits] = /^(\p{L}+)(\d+)$/u.exec(word) ?? [];
    return letters && digits ? [letters, digits] : [NUMERALS.get(word) ?? word];
  });
}

export function runsOf(titles: string[][]): string[][] {
  const runs = titles.flatMap((words) =>
    words.flatMap((_, from) =>
      [2, 3, 4]
        .filter((length) => from + length <= words.length)
        .map((length) => words.slice(from, from + length)),
    ),
  );
  return [...new Map(runs.map((run) => [run.join(' '), run])).values()];
}

/** Returns the words that most of some titles have; those with figures tell rungs apart. */
export function commonWords(names: string[]): Set<string> {
  const uses = new Map<string, number>();
  for (const word of names.flatMap((name) => [...new Set(wordsOf(name))])) {
    uses.set(word, (uses.get(word) ?? 0) + 1);
  }
  const most = Math.max(2, names.length * 0.6);
  const isCommon = (word: string, count: number) => count >= most && !/\d/.test(word);
  return new Set([...uses].flatMap(([word, count]) => (isCommon(word, count) ? [word] : [])));
}
