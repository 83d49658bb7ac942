import type { Competency, Role } from './framework.js';
import type { FrameworkIndex } from './role-index.js';
import { plain, singular, typosBetween } from './role-words.js';

/** What mentions the words in one competency of one role: whole texts, in their order. */
export interface SearchGroup {
  role: Role;
  competency: Competency;
  /** The definition, if it mentions them. */
  definition: string | undefined;
  behaviours: string[];
  opportunities: string[];
  skills: string[];
}

export interface SearchResult {
  groups: SearchGroup[];
  /** How many texts were found in all. */
  found: number;
  /** Words of the framework that are near the words asked for; filled only if nothing was found. */
  nearWords: string[];
}

/** Too common to look for, unless nothing else is asked. */
const SMALL_WORDS = new Set(
  'a an and are as at be by for from in is it of on or that the their to with'.split(' '),
);

const stemsOf = new Map<string, string[]>();
const vocabularies = new WeakMap<FrameworkIndex, Map<string, string>>();
const MOST_REMEMBERED = 20_000;

/**
 * Finds the behaviours, definitions, opportunities and skills that mention every word, whatever
 * its case, accents and plural; a word also finds those that begin with it.
 */
export function searchFramework(index: FrameworkIndex, question: string): SearchResult {
  const asked = stemWords(question)
    .slice(0, 12)
    .map(({ stem }) => stem);
  const weighty = asked.filter((word) => !SMALL_WORDS.has(word));
  const words = weighty.length > 0 ? weighty : asked;
  if (words.length === 0) return { groups: [], found: 0, nearWords: [] };

  const mentions = (text: string) => {
    const inText = stems(text);
    return words.every((word) => inText.some((other) => other.startsWith(word)));
  };
  const groups = index.framework.roles.flatMap((role) =>
    role.expectations.flatMap((expectation): SearchGroup[] => {
      const competency = index.competency(expectation.competency);
      if (!competency) return [];
      const group = {
        role,
        competency,
        definition: mentions(expectation.definition) ? expectation.definition : undefined,
        behaviours: expectation.behaviours.map(({ text }) => text).filter(mentions),
        opportunities: expectation.opportunities.filter(mentions),
        skills: expectation.skills.filter(mentions),
      };
      return countOf(group) > 0 ? [group] : [];
    }),
  );
  const found = groups.reduce((sum, group) => sum + countOf(group), 0);
  return { groups, found, nearWords: found > 0 ? [] : nearWords(index, words) };
}

function countOf(group: SearchGroup): number {
  const { definition, behaviours, opportunities, skills } = group;
  return (
    (definition === undefined ? 0 : 1) + behaviours.length + opportunities.length + skills.length
  );
}

/** The stems of a framework's text, remembered: it is asked for again and again. */
function stems(text: string): string[] {
  const known = stemsOf.get(text);
  if (known) return known;
  const words = stemWords(text).map(({ stem }) => stem);
  if (stemsOf.size >= MOST_REMEMBERED) stemsOf.clear();
  stemsOf.set(text, words);
  return words;
}

function stemWords(text: string): { stem: string; word: string }[] {
  const words = plain(text).split(' ');
  return words.filter((word) => word !== '').map((word) => ({ stem: singular(word), word }));
}

function nearWords(index: FrameworkIndex, asked: string[]): string[] {
  const near = [...vocabulary(index)].flatMap(([stem, word]) => {
    const typos = Math.min(...asked.map((one) => typosBetween(one, stem, 2)));
    return stem.length > 3 && typos <= 2 ? [{ word, typos }] : [];
  });
  near.sort((one, other) => one.typos - other.typos || one.word.localeCompare(other.word));
  return near.slice(0, 3).map(({ word }) => word);
}

/** Each stem of the framework's texts with a word as it stands there. */
function vocabulary(index: FrameworkIndex): Map<string, string> {
  const known = vocabularies.get(index);
  if (known) return known;
  const texts = index.framework.roles.flatMap(({ expectations }) =>
    expectations.flatMap(({ definition, behaviours, opportunities, skills }) => [
      definition,
      ...behaviours.map(({ text }) => text),
      ...opportunities,
      ...skills,
    ]),
  );
  const words = new Map(texts.flatMap(stemWords).map(({ stem, word }) => [stem, word]));
  vocabularies.set(index, words);
  return words;
}
