import type { Competency, Role } from '../framework/framework.js';
import { commonWords, nameWords, repeatedIn, runsOf } from './name-words.js';
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
export const COST_OF_LEVEL = 0.3;

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
    common: commonWords(index.framework.roles.map(({ title }) => title)),
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

function named(texts: string[], cost = 0): Name[] {
  return texts
    .map((text) => ({ words: nameWords(text), cost }))
    .filter(({ words }) => words.length > 0);
}
