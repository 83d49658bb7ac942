import type { Competency, Role } from '../framework/framework.js';
import { wordsOf } from '../text/words.js';
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
    names: [role.title, ...role.aliases, role.key, role.level ?? ''].map(wordsOf),
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
