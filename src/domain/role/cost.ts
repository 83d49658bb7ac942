import { COST_OF_LEVEL, type Name, type NamedItems } from './names.js';
import { exactly, type WordCost } from './word-cost.js';

/**
 * Returns how well a question matches a name: 0 is exactly, undefined not at all. Every word of the
 * question must match its own word of the name. Typos cost most, then words of the name that are
 * not in the question, then a different order.
 */
function costOfName(
  asked: string[],
  name: string[],
  costs: WordCost,
  common: Set<string>,
): { cost: number; unasked: number } | undefined {
  if (asked.length > name.length) return undefined;
  // Most names don't match at all; this finds out without copying anything.
  for (const word of asked) if (nearestPlace(name, word, costs) === -1) return undefined;
  const left = [...name];
  let slips = 0;
  const places: number[] = [];
  const exactFirst = [...asked].sort(
    (one, other) => Number(name.includes(other)) - Number(name.includes(one)),
  );
  for (const word of exactFirst) {
    const place = nearestPlace(left, word, costs);
    if (place === -1) return undefined;
    slips += costs(word, left[place] ?? '');
    left[place] = taken;
    places[asked.indexOf(word)] = place;
  }
  const missing = left.filter((word) => word !== taken);
  const unasked = missing.reduce((sum, word) => sum + (common.has(word) ? 0.01 : 1), 0);
  const inOrder = places.every((place, nth) => nth === 0 || place > (places[nth - 1] ?? -1));
  return { cost: slips * 100 + unasked + (inOrder ? 0 : 0.001), unasked };
}

/** Replaces a word of a name that is matched already. */
const taken = '';

/** Returns the position of the word of a name nearest to a word of the question; -1 if none is. */
function nearestPlace(name: readonly string[], asked: string, costs: WordCost): number {
  let nearest = -1;
  let least = Number.POSITIVE_INFINITY;
  for (let place = 0; place < name.length; place += 1) {
    const word = name[place] ?? taken;
    const cost = word === taken ? Number.POSITIVE_INFINITY : costs(asked, word);
    if (cost >= least) continue;
    least = cost;
    nearest = place;
  }
  return nearest;
}

/** An item that words match. */
export interface Found<Item> {
  item: Item;
  cost: number;
  /** Whether all of its name was said; but for words that most names share, where no place was. */
  isWhole: boolean;
  /** Whether it was found by a name that begins with a place. */
  isPlace: boolean;
}

/** How much worse a match may be than the best and still be what was meant. */
const NEARLY = 1.5;

/**
 * Returns the items that the words may mean, best first; empty if none matches. Several are returned
 * where they match equally, or where the words are only a part of each of their names. Of several,
 * those of the preferred track go first.
 */
export function closest<Item>(
  { all, byWord }: NamedItems<Item>,
  words: string[],
  costs: WordCost,
  {
    common,
    isPreferred,
  }: { common: Set<string>; isPreferred?: ((item: Item) => boolean) | undefined },
): Found<Item>[] {
  if (words.length === 0) return [];
  const candidates =
    costs === exactly ? fewestOf(words.map((word) => byWord.get(word) ?? [])) : all;
  const found = candidates.flatMap(({ item, names }) =>
    bestName(item, names, words, costs, common),
  );
  found.sort((one, other) => one.cost - other.cost);
  const near = nearest(found);
  const [first] = near;
  if (!first || !isPreferred) return near;
  // Of a title that several have, or a level that is called so, the asker means their own track's.
  const most = near.length > 1 ? first.cost + COST_OF_LEVEL : first.cost;
  const preferred = [...new Set([...near, ...found.filter(({ cost }) => cost <= most)])].filter(
    ({ item }) => isPreferred(item),
  );
  return preferred.length > 0 ? nearest(preferred) : near;
}

/** Returns those that match as well as the first, which is the best. */
function nearest<Item>(found: Found<Item>[]): Found<Item>[] {
  const [first] = found;
  if (!first) return [];
  const most = first.cost + (first.isWhole ? 0 : NEARLY);
  return found.filter(({ cost }) => cost <= most);
}

function fewestOf<Item>(lists: Item[][]): Item[] {
  return lists.reduce((fewest, list) => (list.length < fewest.length ? list : fewest));
}

function bestName<Item>(
  item: Item,
  names: Name[],
  words: string[],
  costs: WordCost,
  common: Set<string>,
): Found<Item>[] {
  let least: Found<Item> | undefined;
  for (const name of names) {
    const match = costOfName(words, name.words, costs, common);
    if (!match) continue;
    const cost = match.cost + name.cost;
    const isWhole = name.isPlace ? match.unasked === 0 : match.unasked < 1;
    const isPlace = name.isPlace === true;
    if (!least || cost < least.cost) least = { item, cost, isWhole, isPlace };
  }
  return least ? [least] : [];
}
