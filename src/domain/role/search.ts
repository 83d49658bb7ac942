import type { Behaviour, Competency, Role } from '../framework/framework.js';
import { typosBetween } from '../text/typos.js';
import { plain, singular } from '../text/words.js';
import type { FrameworkIndex } from './position.js';

/** The matching texts of one competency of one role, whole and in their order. */
export interface SearchGroup {
  role: Role;
  competency: Competency;
  /** The definition, if there is one and it matches. */
  definition: string | undefined;
  behaviours: string[];
  opportunities: string[];
  skills: string[];
}

export interface SearchResult {
  groups: SearchGroup[];
  /** The number of matching texts. */
  found: number;
  /** Words of the framework that are similar to the question's; empty if anything was found. */
  nearWords: string[];
}

/** Too common to search for, unless the question has nothing else. */
const SMALL_WORDS = new Set(
  'a an and are as at be by for from in is it of on or that the their to with'.split(' '),
);
const MOST_WORDS = 12;

/** Each framework's texts in plain words, computed by the first search. */
const plainTexts = new WeakMap<FrameworkIndex, Map<string, string>>();

/**
 * Finds the behaviours, definitions, opportunities and skills that mention every word, whatever its
 * case, accents and plural. A word also matches longer words that begin with it.
 */
export function searchFramework(index: FrameworkIndex, question: string): SearchResult {
  const asked = plain(question).split(' ').filter(Boolean).slice(0, MOST_WORDS).map(singular);
  const weighty = asked.filter((word) => !SMALL_WORDS.has(word));
  const words = weighty.length > 0 ? weighty : asked;
  if (words.length === 0) return { groups: [], found: 0, nearWords: [] };

  const texts = plainTextsOf(index);
  const mentions = (text: string) => {
    const inPlain = texts.get(text) ?? '';
    return words.every((word) => beginsAWord(inPlain, word));
  };
  const groups = index.framework.roles.flatMap((role) =>
    index.expectations(role.key).flatMap((expectation): SearchGroup[] => {
      const competency = index.competency(expectation.competency);
      if (!competency) return [];
      const group = {
        role,
        competency,
        definition: mentions(expectation.definition) ? expectation.definition : undefined,
        behaviours: expectation.behaviours.flatMap(textsOf).filter(mentions),
        opportunities: expectation.opportunities.filter(mentions),
        skills: expectation.skills.filter(mentions),
      };
      return countOf(group) > 0 ? [group] : [];
    }),
  );
  const found = groups.reduce((sum, group) => sum + countOf(group), 0);
  return { groups, found, nearWords: found > 0 ? [] : nearWords(texts.values(), words) };
}

/** A behaviour and its examples. */
function textsOf({ text, examples = [] }: Behaviour): string[] {
  return [text, ...examples];
}

/** Both the text and the word begin with a space, so that only beginnings of words match. */
function beginsAWord(plainText: string, word: string): boolean {
  if (plainText.includes(` ${word}`)) return true;
  return word.endsWith('y') && plainText.includes(` ${word.slice(0, -1)}ies`);
}

function countOf(group: SearchGroup): number {
  const { definition, behaviours, opportunities, skills } = group;
  return (
    (definition === undefined ? 0 : 1) + behaviours.length + opportunities.length + skills.length
  );
}

function plainTextsOf(index: FrameworkIndex): Map<string, string> {
  const known = plainTexts.get(index);
  if (known) return known;
  const texts = index.framework.roles.flatMap(({ key }) =>
    index
      .expectations(key)
      .flatMap(({ definition, behaviours, opportunities, skills }) => [
        definition,
        ...behaviours.flatMap(textsOf),
        ...opportunities,
        ...skills,
      ]),
  );
  const made = new Map([...new Set(texts)].map((text) => [text, ` ${plain(text)}`]));
  plainTexts.set(index, made);
  return made;
}

/**
 * Returns the words of the texts that are one or two typos away from a word of the question,
 * nearest first.
 */
function nearWords(texts: Iterable<string>, asked: string[]): string[] {
  const words = new Set([...texts].flatMap((text) => text.split(' ')));
  const near = [...words].flatMap((word) => {
    const typos = Math.min(...asked.map((one) => typosBetween(one, singular(word), 2)));
    return word.length > 3 && typos <= 2 ? [{ word, typos }] : [];
  });
  near.sort((one, other) => one.typos - other.typos || one.word.localeCompare(other.word));
  return near.slice(0, 3).map(({ word }) => word);
}
