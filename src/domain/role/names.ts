import type { Competency, Role } from '../framework/framework.js';
import { typosBetween, wordsOf } from '../text/words.js';
import type { FrameworkIndex } from './position.js';

/** A role or a competency with all its names, as plain words. */
export interface Named<Item> {
  item: Item;
  names: string[][];
}

/** The names of a framework's roles and competencies. */
export interface Names {
  roles: Named<Role>[];
  competencies: Named<Competency>[];
  /** Every word of every name. */
  vocabulary: Set<string>;
  /** Words of most roles' titles ("business operations"): leaving them out costs nothing. */
  common: Set<string>;
}

const read = new WeakMap<FrameworkIndex, Names>();

/** Returns the names of a framework, computed once. */
export function namesOf(index: FrameworkIndex): Names {
  const known = read.get(index);
  if (known) return known;
  const roles = index.framework.roles.map((role) => ({
    item: role,
    names: [role.title, ...role.aliases, role.key, role.level].map(wordsOf),
  }));
  const competencies = index.framework.competencies.map((competency) => ({
    item: competency,
    names: [competency.name, ...competency.aliases, competency.key].map(wordsOf),
  }));
  const names = {
    roles,
    competencies,
    vocabulary: new Set([...roles, ...competencies].flatMap((named) => named.names.flat())),
    common: commonWords(index.framework.roles),
  };
  read.set(index, names);
  return names;
}

function commonWords(roles: Role[]): Set<string> {
  const uses = new Map<string, number>();
  for (const word of roles.flatMap(({ title }) => [...new Set(wordsOf(title))])) {
    uses.set(word, (uses.get(word) ?? 0) + 1);
  }
  const most = Math.max(2, roles.length * 0.6);
  return new Set([...uses].filter(([, count]) => count >= most).map(([word]) => word));
}

/** The distance of a word of the question from a word of a name, cached for one question. */
export type WordCost = (asked: string, word: string) => number;

/**
 * Creates a `WordCost`: 0 for the same word, below 1 for its beginning or a typo, else infinite.
 */
export function wordCosts(): WordCost {
  const known = new Map<string, number>();
  return (asked, word) => {
    if (asked === word) return 0;
    const pair = `${asked} ${word}`;
    const cost = known.get(pair) ?? costOf(asked, word);
    known.set(pair, cost);
    return cost;
  };
}

/** Equal words only. Tried first, because it is fast and never wrong. */
export const exactly: WordCost = (asked, word) => (asked === word ? 0 : Number.POSITIVE_INFINITY);

function costOf(asked: string, word: string): number {
  if (asked.length < 3) return Number.POSITIVE_INFINITY;
  if (word.startsWith(asked)) return 0.2;
  const allowed = word.length >= 8 ? 2 : 1;
  const typos = typosBetween(asked, word, allowed);
  return typos > allowed ? Number.POSITIVE_INFINITY : 0.2 + 0.2 * typos;
}

/**
 * Returns how well a question matches a name: 0 is exactly, undefined not at all. Every word of the
 * question must match its own word of the name. Typos cost most, then words of the name that are
 * not in the question, then a different order.
 */
export function costOfName(
  asked: string[],
  name: string[],
  costs: WordCost,
  common: Set<string>,
): number | undefined {
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
  return slips * 100 + unasked + (inOrder ? 0 : 0.001);
}

/** Replaces a word of a name that is matched already. */
const taken = '';

/**
 * Returns the position of the word of a name that is nearest to a word of the question; -1 if none
 * is.
 */
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
