import { nameWords } from './name-words.js';
import type { Names } from './names.js';

const MOST_WORDS = 12;
const MINE = new Set(['my', 'mine', 'own']);
/** Words that say nothing about what is asked, unless a name contains them. */
const FILLERS = new Set(
  `a an the of for in is as at on to me i what whats which does do are show see tell about please
  role roles level rung ladder position job competency competencies expectations expected asks
  next it this that want how become get can could should must need have has where when who why will
  would you your we our am are be being mean means from with someone somebody`.split(/\s+/u),
);
/**
 * Returns the words of a question that may belong to a name, and whether it asks for the role of the
 * person who asks.
 */
export function readQuestion(text: string, names: Names): { words: string[]; mine: boolean } {
  const all = nameWords(text)
    .slice(0, MOST_WORDS)
    .map((word) => word.slice(0, 40));
  const isSaid = (word: string) => names.vocabulary.has(word);
  const mine = all.some((word) => MINE.has(word) && !isSaid(word));
  const words = all.filter((word) => isSaid(word) || !(MINE.has(word) || FILLERS.has(word)));
  return { words, mine };
}

/** Returns every way to split the words in two. */
export function splits(words: string[]): [string[], string[]][] {
  return words.slice(1).map((_, place) => [words.slice(0, place + 1), words.slice(place + 1)]);
}
