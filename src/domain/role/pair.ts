import type { Role } from '../framework/framework.js';
import { plain } from '../text/words.js';
import { best, exactly, wordCosts } from './cost.js';
import { namesOf } from './names.js';
import { type Nearest, nearest } from './nearest.js';
import type { FrameworkIndex } from './position.js';
import { readQuestion, splits } from './question.js';

/** Two roles, or one to be compared with the role of the person who asks. */
export type PairMatch =
  | { kind: 'pair'; from: Role; to: Role }
  | { kind: 'one'; role: Role }
  | Nearest;

const BETWEEN = /\s+(?:with|and|vs|versus|to|against|or)\s+/u;

/** Finds the two roles that a text names one after the other. Never throws. */
export function matchPair(index: FrameworkIndex, text: string): PairMatch {
  const names = namesOf(index);
  const costs = wordCosts();
  const find = (words: string[]) =>
    best(names.roles, words, exactly, names.common) ??
    best(names.roles, words, costs, names.common);
  const said = plain(text)
    .split(BETWEEN)
    .map((part) => readQuestion(part, names).words)
    .filter((words) => words.length > 0);
  const { words } = readQuestion(text, names);
  const candidates = said.length === 2 ? [[said[0] ?? [], said[1] ?? []]] : splits(words);
  const pair = candidates
    .flatMap(([one = [], other = []]) => {
      const from = find(one);
      const to = find(other);
      return from && to && from.item !== to.item
        ? [{ from: from.item, to: to.item, cost: from.cost + to.cost }]
        : [];
    })
    .sort((one, other) => one.cost - other.cost)[0];
  if (pair) return { kind: 'pair', from: pair.from, to: pair.to };
  const one = find(words);
  return one ? { kind: 'one', role: one.item } : nearest(index, text);
}
