import { typosBetween } from '../text/typos.js';
import { plain } from '../text/words.js';
import type { Behaviour } from './framework.js';

/**
 * Returns a function that finds, among some behaviours, the one that another continues: that with
 * the same key or, where one of the two has no key, with nearly the same words.
 */
export function continuedAmong<Item extends Behaviour>(
  behaviours: readonly Item[],
): (other: Behaviour) => Item | undefined {
  const byKey = new Map(behaviours.map((one) => [one.key, one]));
  const [keyed, keyless] = [[], []] as [Item[], Item[]];
  for (const one of behaviours) (one.key === undefined ? keyless : keyed).push(one);
  const amongKeyless = alikeAmong(keyless);
  const amongAll = alikeAmong(behaviours);
  return (other) =>
    other.key === undefined
      ? amongAll(other.text)
      : (byKey.get(other.key) ?? amongKeyless(other.text));
}

/** Finds an item by its words; they are only read once somebody asks. */
function alikeAmong<Item extends Behaviour>(items: readonly Item[]) {
  let read: { words: string; item: Item }[] | undefined;
  let exactly: Map<string, Item> | undefined;
  return (text: string): Item | undefined => {
    if (items.length === 0) return undefined;
    read ??= items.map((item) => ({ words: plainWords(item.text), item }));
    exactly ??= new Map(read.map(({ words, item }) => [words, item]));
    const words = plainWords(text);
    return exactly.get(words) ?? read.find((one) => isNearly(one.words, words))?.item;
  };
}

const mostKept = 50_000;
const kept = new Map<string, string>();

/** The words without case, accents and punctuation; texts of signs alone stay as they are. */
function plainWords(text: string): string {
  const known = kept.get(text);
  if (known !== undefined) return known;
  if (kept.size >= mostKept) kept.clear();
  const words = plain(text) || text.trim();
  kept.set(text, words);
  return words;
}

/** Whether a few letters tell two texts apart: one in twelve, three at most, and no figure. */
function isNearly(one: string, other: string): boolean {
  const most = Math.min(3, Math.floor(Math.min(one.length, other.length) / 12));
  if (most === 0 || Math.abs(one.length - other.length) > most) return false;
  if (figures(one) !== figures(other)) return false;
  return typosBetween(one, other, most) <= most;
}

function figures(words: string): string {
  return words.replace(/\P{N}+/gu, ' ').trim();
}
