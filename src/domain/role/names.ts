import type { Competency, Role } from '../framework/framework.js';
import { wordsOf } from '../text/words.js';
import type { FrameworkIndex } from './position.js';

/** A role or a competency with all that it is called. */
export interface Named<Item> {
  item: Item;
  names: Name[];
}

/** A name as plain words. */
export interface Name {
  words: string[];
  /** What it costs to be meant by this name: nothing for a title, more for a code that others share. */
  cost: number;
  /** Whether it begins with a track or a family, which alone mean all their roles. */
  isPlace?: true;
}

/** The names of a framework's roles and competencies. */
export interface Names {
  roles: Named<Role>[];
  competencies: Named<Competency>[];
  /** Every word of every name. */
  vocabulary: Set<string>;
  /** Words of most roles' titles ("business operations"): leaving them out costs nothing. */
  common: Set<string>;
  /** Every two to four words that follow each other in a title: what initials may stand for. */
  runs: string[][];
}

/** A level's code or name stands for every role of that level. */
const COST_OF_LEVEL = 0.3;
/** The words of a track or a family, with those of a title or a level. */
const COST_OF_TRACK = 0.6;

const read = new WeakMap<FrameworkIndex, Names>();

/** Returns the names of a framework, computed once. */
export function namesOf(index: FrameworkIndex): Names {
  const known = read.get(index);
  if (known) return known;
  const roles = index.framework.roles.map((role) => ({
    item: role,
    names: namesOfRole(index, role),
  }));
  const competencies = index.framework.competencies.map((competency) => ({
    item: competency,
    names: named([competency.name, ...competency.aliases, competency.key]),
  }));
  const all = [...roles, ...competencies].flatMap(({ names }) => names);
  const names = {
    roles,
    competencies,
    vocabulary: new Set(all.flatMap(({ words }) => words)),
    common: commonWords(index.framework.roles),
    runs: runsOf(index.framework.roles.map(({ title }) => nameWords(title))),
  };
  read.set(index, names);
  return names;
}

function namesOfRole(index: FrameworkIndex, role: Role): Name[] {
  const { name, family } = index.track(role.track) ?? {};
  const { title, level = '' } = role;
  const places = [name, family].filter((place) => place !== undefined);
  return [
    ...named([title, ...role.aliases, role.key]),
    ...named([level], COST_OF_LEVEL),
    ...named(
      places.flatMap((place) => [`${place} ${title}`, ...(level ? [`${place} ${level}`] : [])]),
      COST_OF_TRACK,
    ).map((name) => ({ ...name, isPlace: true as const })),
  ];
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
 * Returns a role's title without the words that most titles share ("Senior Manager"); the whole title
 * where nothing of it would be left or another role would have the same.
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
  return own !== '' && isOwn ? own : role.title;
}

const labels = new WeakMap<FrameworkIndex, Map<string, string>>();

/** Returns a role's title; with its level or its track where other roles have the same one. */
export function roleLabel(index: FrameworkIndex, role: Role): string {
  const known = labels.get(index) ?? labelsOf(index);
  labels.set(index, known);
  return known.get(role.key) ?? role.title;
}

function labelsOf(index: FrameworkIndex): Map<string, string> {
  const { roles } = index.framework;
  const place = ({ track }: Role) => index.track(track)?.name;
  const labels = [
    ({ title }: Role) => title,
    ({ title, level }: Role) => (level ? `${title} (${level})` : title),
    (role: Role) => [role.title, place(role)].filter(Boolean).join(' · '),
    (role: Role) => [role.title, role.level, place(role)].filter(Boolean).join(' · '),
  ];
  const counts = labels.map((label) => {
    const count = new Map<string, number>();
    for (const role of roles) count.set(label(role), (count.get(label(role)) ?? 0) + 1);
    return count;
  });
  return new Map(
    roles.map((role) => {
      const own = labels.find((label, nth) => counts[nth]?.get(label(role)) === 1) ?? labels.at(-1);
      return [role.key, own?.(role) ?? role.title];
    }),
  );
}
