import type { Competency, Role } from '../framework/framework.js';
import { wordsOf } from '../text/words.js';
import { titlesApart } from './labels.js';
import type { FrameworkIndex } from './position.js';

/** A role or a competency with all that it is called. */
export interface Named<Item> {
  item: Item;
  names: Name[];
}

/** Items with all that they are called. */
export interface NamedItems<Item> {
  all: Named<Item>[];
  /** Those with a word in a name, in the same order. */
  byWord: Map<string, Named<Item>[]>;
}

/** A name as plain words. */
export interface Name {
  words: string[];
  /** What it costs to be meant by this name: nothing for a title, more for a code that others share. */
  cost: number;
  /** Whether it begins with a track, a family or a group, which alone mean all that stand in it. */
  isPlace?: true;
}

/** The names of a framework's roles and competencies. */
export interface Names {
  roles: NamedItems<Role>;
  competencies: NamedItems<Competency>;
  /** Every word of every name. */
  vocabulary: Set<string>;
  /** Words of most roles' titles ("business operations"): leaving them out costs nothing. */
  common: Set<string>;
  /** Every two to four words that follow each other in a title: what initials may stand for. */
  runs: string[][];
}

/** A level's code or name stands for every role of that level. */
const COST_OF_LEVEL = 0.3;
/** The words of a track, a family or a group, with those of a title, a level or a name. */
const COST_OF_PLACE = 0.6;

const read = new WeakMap<FrameworkIndex, Names>();

/** Returns the names of a framework, computed once. */
export function namesOf(index: FrameworkIndex): Names {
  const known = read.get(index);
  if (known) return known;
  const shared = repeatedIn(index.framework.roles.map(({ title }) => title));
  const roles = index.framework.roles.map((role) => ({
    item: role,
    names: namesOfRole(index, role, shared),
  }));
  const competencies = index.framework.competencies.map((competency) => ({
    item: competency,
    names: namesOfCompetency(competency),
  }));
  const all = [...roles, ...competencies].flatMap(({ names }) => names);
  const names = {
    roles: byWords(roles),
    competencies: byWords(competencies),
    vocabulary: new Set(all.flatMap(({ words }) => words)),
    common: commonWords(index.framework.roles),
    runs: runsOf(index.framework.roles.map(({ title }) => nameWords(title))),
  };
  read.set(index, names);
  return names;
}

function byWords<Item>(all: Named<Item>[]): NamedItems<Item> {
  const byWord = new Map<string, Named<Item>[]>();
  for (const one of all) {
    for (const word of new Set(one.names.flatMap(({ words }) => words))) {
      const known = byWord.get(word);
      if (known) known.push(one);
      else byWord.set(word, [one]);
    }
  }
  return { all, byWord };
}

/** A title that others share is meant together with its level as well. */
function namesOfRole(index: FrameworkIndex, role: Role, shared: ReadonlySet<string>): Name[] {
  const { name, family } = index.track(role.track) ?? {};
  const { title, level = '' } = role;
  const withLevel = level && shared.has(title) ? [`${title} ${level}`] : [];
  const called = [title, level, ...withLevel].filter((one) => one !== '');
  return [
    ...named([title, ...role.aliases, role.key]),
    ...named([level, ...withLevel], COST_OF_LEVEL),
    ...placed([name, family], called),
  ];
}

function namesOfCompetency({ name, aliases, key, group }: Competency): Name[] {
  return [...named([name, ...aliases, key]), ...placed([group], [name])];
}

/** Names behind the places in which they stand. */
function placed(places: (string | undefined)[], called: string[]): Name[] {
  const texts = places.flatMap((place) =>
    place === undefined ? [] : called.map((one) => `${place} ${one}`),
  );
  return named(texts, COST_OF_PLACE).map((name) => ({ ...name, isPlace: true as const }));
}

/** Returns the texts that are there more than once. */
function repeatedIn(texts: string[]): Set<string> {
  const seen = new Set<string>();
  return new Set(texts.filter((text) => seen.has(text) || !seen.add(text)));
}

function named(texts: string[], cost = 0): Name[] {
  return texts
    .map((text) => ({ words: nameWords(text), cost }))
    .filter(({ words }) => words.length > 0);
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

function runsOf(titles: string[][]): string[][] {
  const runs = titles.flatMap((words) =>
    words.flatMap((_, from) =>
      [2, 3, 4]
        .filter((length) => from + length <= words.length)
        .map((length) => words.slice(from, from + length)),
    ),
  );
  return [...new Map(runs.map((run) => [run.join(' '), run])).values()];
}

function commonWords(roles: Role[]): Set<string> {
  const uses = new Map<string, number>();
  for (const word of roles.flatMap(({ title }) => [...new Set(wordsOf(title))])) {
    uses.set(word, (uses.get(word) ?? 0) + 1);
  }
  const most = Math.max(2, roles.length * 0.6);
  return new Set([...uses].filter(([, count]) => count >= most).map(([word]) => word));
}

/**
 * Returns a role's title without the words that most titles share ("Senior Manager"). Where nothing of
 * it would be left or another role would have the same: the whole, apart from others of its track.
 */
export function shortTitle(index: FrameworkIndex, role: Role): string {
  const { common } = namesOf(index);
  const short = ({ title }: Role) =>
    title
      .split(' ')
      .filter((word) => wordsOf(word).some((one) => !common.has(one)))
      .join(' ');
  const own = short(role);
  const isOwn = index.framework.roles.every((other) => other === role || short(other) !== own);
  if (own !== '' && isOwn) return own;
  const rungs = index.rungs(role.track);
  return titlesApart(index, rungs)[rungs.indexOf(role)] ?? role.title;
}
