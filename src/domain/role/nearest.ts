import type { Competency, Role } from '../framework/framework.js';
import { type Name, type Named, namesOf } from './names.js';
import type { FrameworkIndex } from './position.js';
import { readQuestion } from './question.js';
import { looseWordCosts } from './word-cost.js';

/** No single match: the nearest candidates, best first; none where nothing is near. */
export interface Nearest {
  kind: 'nearest';
  /** Whether the text means one of them for certain, and only doesn't say which. */
  alike: boolean;
  roles: Role[];
  competencies: Competency[];
  /** Of a question about a role in a competency: the choices that it leaves. */
  pairs: RoleInCompetency[];
}

/** A role, or that of the person who asks, in one competency. */
export interface RoleInCompetency {
  role: Role | 'mine';
  competency: Competency;
}

/** As many as a reader takes in at a glance. */
export const mostAlike = 8;

/** Returns candidates that a text means equally. */
export function oneOf(
  roles: readonly Role[],
  competencies: readonly Competency[] = [],
  pairs: readonly RoleInCompetency[] = [],
): Nearest {
  return {
    kind: 'nearest',
    alike: true,
    roles: roles.slice(0, mostAlike),
    competencies: competencies.slice(0, mostAlike),
    pairs: pairs.slice(0, mostAlike),
  };
}

/** Returns what a text may mean, if it resembles anything: at most five roles and three competencies, best first. */
export function nearest(index: FrameworkIndex, text: string): Nearest {
  const names = namesOf(index);
  const { words } = readQuestion(text, names);
  return {
    kind: 'nearest',
    alike: false,
    roles: ranked(names.roles.all, words).slice(0, 5),
    competencies: ranked(names.competencies.all, words).slice(0, 3),
    pairs: [],
  };
}

/** Returns the items that resemble most of the words, and most closely. */
function ranked<Item>(all: Named<Item>[], words: string[]): Item[] {
  const costs = looseWordCosts();
  const closeness = (names: Name[], asked: string) => {
    let most = 0;
    for (const { words } of names) {
      for (const word of words) most = Math.max(most, 1 - costs(asked, word));
    }
    return most;
  };
  return all
    .map(({ item, names }) => ({
      item,
      score: words.reduce((sum, asked) => sum + closeness(names, asked), 0),
    }))
    .filter(({ score }) => score > 0)
    .sort((one, other) => other.score - one.score)
    .map(({ item }) => item);
}
