import { typosBetween } from '../text/typos.js';

/** The distance of a word of the question from a word of a name, cached for one question. */
export type WordCost = (asked: string, word: string) => number;

/** Creates a `WordCost`: 0 for the same word, below 1 for its beginning or a typo, else infinite. */
export function wordCosts(): WordCost {
  return remembered((asked, word) => costOf(asked, word, word.length >= 8 ? 2 : 1));
}

/** Creates one that forgives more, to rank candidates: a typo in four letters, any part of a word. */
export function looseWordCosts(): WordCost {
  return remembered((asked, word) => {
    const cost = costOf(asked, word, Math.floor(asked.length / 4));
    return asked.length > 3 && word.includes(asked) ? Math.min(cost, 0.4) : cost;
  });
}

function remembered(costs: WordCost): WordCost {
  const known = new Map<string, Map<string, number>>();
  return (asked, word) => {
    if (asked === word) return 0;
    const ofAsked = known.get(asked) ?? new Map<string, number>();
    known.set(asked, ofAsked);
    const cost = ofAsked.get(word) ?? costs(asked, word);
    ofAsked.set(word, cost);
    return cost;
  };
}

/** Equal words only. Tried first, because it is fast and never wrong. */
export const exactly: WordCost = (asked, word) => (asked === word ? 0 : Number.POSITIVE_INFINITY);

function costOf(asked: string, word: string, typosAllowed: number): number {
  if (asked.length < 3) return Number.POSITIVE_INFINITY;
  if (word.startsWith(asked)) return 0.2;
  const typos = typosBetween(asked, word, typosAllowed);
  return typos > typosAllowed ? Number.POSITIVE_INFINITY : 0.2 + 0.2 * typos;
}
