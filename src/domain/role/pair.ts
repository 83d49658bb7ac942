import type { Role } from '../framework/framework.js';
import { plain } from '../text/words.js';
import { closest, type Found } from './cost.js';
import { spelledOut } from './initials.js';
import { namesOf } from './names.js';
import { type Nearest, nearest, oneOf } from './nearest.js';
import type { FrameworkIndex } from './position.js';
import { readQuestion, splits } from './question.js';
import { exactly, type WordCost, wordCosts } from './word-cost.js';

/** Two roles, or one to be compared with the role of the person who asks. */
export type PairMatch =
  | { kind: 'pair'; from: Role; to: Role }
  | { kind: 'one'; role: Role }
  | Nearest;

const BETWEEN = /\s+(?:with|and|vs|versus|to|against|or)\s+/u;

/**
 * Finds the two roles that a text names one after the other. Of roles that are meant equally, those of
 * the asker's own track go first; candidates where several are left. Never throws.
 */
export function matchPair(
  index: FrameworkIndex,
  text: string,
  { own }: { own?: Role | undefined } = {},
): PairMatch {
  const names = namesOf(index);
  const typos = wordCosts();
  const isPreferred = own && ((role: Role) => role.track === own.track);
  const search = (words: string[], costs: WordCost) =>
    closest(names.roles, words, costs, { common: names.common, isPreferred });
  const find = (words: string[]): Found<Role>[] => {
    for (const way of [words, ...spelledOut(words, names)]) {
      const found = search(way, exactly);
      if (found.length > 0) return found;
    }
    return search(words, typos);
  };
  const said = plain(text)
    .split(BETWEEN)
    .map((part) => readQuestion(part, names).words)
    .filter((words) => words.length > 0);
  const { words } = readQuestion(text, names);
  const candidates = said.length === 2 ? [[said[0] ?? [], said[1] ?? []]] : splits(words);
  const pair = candidates
    .flatMap(([one = [], other = []]) => {
      const [from, ...otherFrom] = find(one);
      const [to, ...otherTo] = find(other);
      if (!from || !to) return [];
      const unclear = [
        ...(otherFrom.length > 0 ? [from, ...otherFrom] : []),
        ...(otherTo.length > 0 ? [to, ...otherTo] : []),
      ].map(({ item }) => item);
      if (unclear.length === 0 && from.item === to.item) return [];
      return [{ from: from.item, to: to.item, unclear, cost: from.cost + to.cost }];
    })
    .sort((one, other) => one.cost - other.cost)[0];
  if (pair && pair.unclear.length > 0) return oneOf(pair.unclear);
  if (pair) return { kind: 'pair', from: pair.from, to: pair.to };
  const [one, ...others] = find(words);
  if (!one) return nearest(index, text);
  if (others.length > 0) return oneOf([one, ...others].map(({ item }) => item));
  return { kind: 'one', role: one.item };
}
