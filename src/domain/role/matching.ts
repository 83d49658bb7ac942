import Fuse from 'fuse.js';
import type { Competency, Role } from '../framework/framework.js';
import { plain, wordsOf } from '../text/words.js';
import {
  costOfName,
  exactly,
  type Named,
  type Names,
  namesOf,
  type WordCost,
  wordCosts,
} from './names.js';
import type { FrameworkIndex } from './position.js';

/** What a question means. `mine` is the role of the person who asks. */
export type Match =
  | { kind: 'role'; role: Role | 'mine' }
  | { kind: 'role-and-competency'; role: Role | 'mine'; competency: Competency }
  | { kind: 'competency'; competency: Competency }
  | Nearest;

/** No single match: the nearest candidates, best first. Never empty. */
export interface Nearest {
  kind: 'nearest';
  roles: Role[];
  competencies: Competency[];
}

/** Two roles, or one to be compared with the role of the person who asks. */
export type PairMatch =
  | { kind: 'pair'; from: Role; to: Role }
  | { kind: 'one'; role: Role }
  | Nearest;

interface Found<Item> {
  item: Item;
  cost: number;
}

const MOST_WORDS = 12;
const MINE = new Set(['my', 'mine', 'own']);
/** Words that say nothing about what is asked, unless a name contains them. */
const FILLERS = new Set(
  `a an the of for in is as at on to me i what whats which does do are show see tell about please
  role roles level rung ladder position job competency competencies expectations expected asks
  next it this that want`.split(/\s+/u),
);
const BETWEEN = /\s+(?:with|and|vs|versus|to|against|or)\s+/u;

/**
 * Finds the role, the competency or both that a text means. Never throws; always returns something.
 */
export function matchText(index: FrameworkIndex, text: string): Match {
  const names = namesOf(index);
  const { words, mine } = readQuestion(text, names);
  if (mine && words.length === 0) return { kind: 'role', role: 'mine' };
  return (
    matchWords(names, words, mine, exactly) ??
    matchWords(names, words, mine, wordCosts()) ??
    nearest(index, text)
  );
}

function matchWords(
  { roles, competencies, common }: Names,
  words: string[],
  mine: boolean,
  costs: WordCost,
): Match | undefined {
  const competency = best(competencies, words, costs, common);
  if (mine && competency) {
    return { kind: 'role-and-competency', role: 'mine', competency: competency.item };
  }
  const role = best(roles, words, costs, common);
  const alone = Math.min(role?.cost ?? Infinity, competency?.cost ?? Infinity);
  const both =
    alone > COST_OF_BOTH
      ? bestBoth(
          words,
          (some) => best(roles, some, costs, common),
          (some) => best(competencies, some, costs, common),
        )
      : undefined;
  if (both && both.cost < alone) {
    return { kind: 'role-and-competency', role: both.role, competency: both.competency };
  }
  if (role && role.cost === alone) return { kind: 'role', role: role.item };
  return competency && { kind: 'competency', competency: competency.item };
}

/** A role together with a competency is less likely than one of them alone. */
const COST_OF_BOTH = 0.5;

function bestBoth(
  words: string[],
  roleOf: (words: string[]) => Found<Role> | undefined,
  competencyOf: (words: string[]) => Found<Competency> | undefined,
) {
  return splits(words)
    .flatMap(([one, other]) => [
      { role: roleOf(one), competency: competencyOf(other) },
      { role: roleOf(other), competency: competencyOf(one) },
    ])
    .flatMap(({ role, competency }) => {
      if (!role || !competency) return [];
      const cost = role.cost + competency.cost + COST_OF_BOTH;
      return [{ role: role.item, competency: competency.item, cost }];
    })
    .sort((one, other) => one.cost - other.cost)[0];
}

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

function readQuestion(text: string, names: Names): { words: string[]; mine: boolean } {
  const all = wordsOf(text)
    .slice(0, MOST_WORDS)
    .map((word) => word.slice(0, 40));
  const isSaid = (word: string) => names.vocabulary.has(word);
  const mine = all.some((word) => MINE.has(word) && !isSaid(word));
  const words = all.filter((word) => isSaid(word) || !(MINE.has(word) || FILLERS.has(word)));
  return { words, mine };
}

/** Returns the item that the words match best; undefined if none or several match equally. */
function best<Item>(
  all: Named<Item>[],
  words: string[],
  costs: WordCost,
  common: Set<string>,
): Found<Item> | undefined {
  if (words.length === 0) return undefined;
  let found: Found<Item> | undefined;
  let alike = false;
  for (const { item, names } of all) {
    let cost = Infinity;
    for (const name of names) {
      cost = Math.min(cost, costOfName(words, name, costs, common) ?? Infinity);
    }
    if (cost === Infinity) continue;
    if (found && cost > found.cost) continue;
    alike = found?.cost === cost;
    found = { item, cost };
  }
  return alike ? undefined : found;
}

/** Returns every way to split the words in two. */
function splits(words: string[]): [string[], string[]][] {
  return words.slice(1).map((_, place) => [words.slice(0, place + 1), words.slice(place + 1)]);
}

const fuzzy = new WeakMap<FrameworkIndex, ReturnType<typeof makeFuzzy>>();

/** Returns what a text may mean: at most five roles and three competencies, best first. */
export function nearest(index: FrameworkIndex, text: string): Nearest {
  const { roles, competencies } = fuzzy.get(index) ?? makeFuzzy(index);
  const { words } = readQuestion(text, namesOf(index));
  const near = {
    roles: ranked(roles, words).slice(0, 5),
    competencies: ranked(competencies, words).slice(0, 3),
  };
  if (near.roles.length > 0 || near.competencies.length > 0) return { kind: 'nearest', ...near };
  return { kind: 'nearest', roles: index.framework.roles.slice(0, 5), competencies: [] };
}

function makeFuzzy(index: FrameworkIndex) {
  const names = namesOf(index);
  const searchable = <Item>(all: Named<Item>[]) =>
    new Fuse(
      all.map(({ item, names }) => ({
        item,
        words: [...new Set(names.flat())].filter((word) => word.length > 1),
      })),
      { keys: ['words'], includeScore: true, threshold: 0.4, ignoreLocation: true },
    );
  const made = {
    roles: searchable(names.roles),
    competencies: searchable(names.competencies),
  };
  fuzzy.set(index, made);
  return made;
}

/** Returns the items that resemble most of the words, and most closely. */
function ranked<Item>(fuse: Fuse<{ item: Item; words: string[] }>, words: string[]): Item[] {
  const scores = new Map<Item, number>();
  for (const word of words.filter((word) => word.length > 1)) {
    for (const { item, score = 1 } of fuse.search(word)) {
      scores.set(item.item, (scores.get(item.item) ?? 0) + 1 - score);
    }
  }
  return [...scores].sort(([, one], [, other]) => other - one).map(([item]) => item);
}
