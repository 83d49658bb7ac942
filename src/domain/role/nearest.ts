import type { Competency, Role } from '../framework/framework.js';
import { looseWordCosts } from './cost.js';
import { type Named, namesOf } from './names.js';
import type { FrameworkIndex } from './position.js';
import { readQuestion } from './question.js';

/** No single match: the nearest candidates, best first; none where nothing is near. */
export interface Nearest {
  kind: 'nearest';
  roles: Role[];
  competencies: Competency[];
}

/** Returns what a text may mean, if it resembles anything: at most five roles and three competencies, best first. */
export function nearest(index: FrameworkIndex, text: string): Nearest {
  const names = namesOf(index);
  const { words } = readQuestion(text, names);
  return {
    kind: 'nearest',
    roles: ranked(names.roles, words).slice(0, 5),
    competencies: ranked(names.competencies, words).slice(0, 3),
  };
}

/** Returns the items that resemble most of the words, and most closely. */
function ranked<Item>(all: Named<Item>[], words: string[]): Item[] {
  const costs = looseWordCosts();
  const closeness = (names: string[][], asked: string) =>
    Math.max(0, ...names.flat().map((word) => 1 - costs(asked, word)));
  return all
    .map(({ item, names }) => ({
      item,
      score: words.reduce((sum, asked) => sum + closeness(names, asked), 0),
    }))
    .filter(({ score }) => score > 0)
    .sort((one, other) => other.score - one.score)
    .map(({ item }) => item);
}
