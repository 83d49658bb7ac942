import type { Behaviour, Competency, Role } from '../framework/framework.js';
import { typosBetween } from '../text/typos.js';
import { plain, singular } from '../text/words.js';
import type { FrameworkIndex } from './position.js';

/**
 * The matching texts of one place, whole and in their order: what a role asks in a competency, or what
 * a role, a competency or one of its levels is.
 */
export interface SearchGroup {
  role?: Role | undefined;
  competency?: Competency | undefined;
  /** The name of a level that no role asks. */
  level?: string | undefined;
  /** The definition or the summary, if there is one and it matches. */
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

/** What a framework says, computed by the first search. */
interface Searched {
  places: SearchGroup[];
  /** Each text in plain words. */
  plainTexts: Map<string, string>;
}

const read = new WeakMap<FrameworkIndex, Searched>();

/**
 * Finds the behaviours, definitions, opportunities, skills, levels and summaries that mention every
 * word, whatever its case, accents and plural. A word also matches longer words that begin with it.
 */
export function searchFramework(index: FrameworkIndex, question: string): SearchResult {
  const asked = plain(question).split(' ').filter(Boolean).slice(0, MOST_WORDS).map(singular);
  const weighty = asked.filter((word) => !SMALL_WORDS.has(word));
  const words = weighty.length > 0 ? weighty : asked;
  if (words.length === 0) return { groups: [], found: 0, nearWords: [] };

  const { places, plainTexts } = searchedOf(index);
  const mentions = (text: string) => {
    const inPlain = plainTexts.get(text) ?? '';
    return words.every((word) => beginsAWord(inPlain, word));
  };
  const groups = places.flatMap((place): SearchGroup[] => {
    const { definition = '', behaviours, opportunities, skills } = place;
    const group = {
      ...place,
      definition: mentions(definition) ? definition : undefined,
      behaviours: behaviours.filter(mentions),
      opportunities: opportunities.filter(mentions),
      skills: skills.filter(mentions),
    };
    return textsIn(group).length > 0 ? [group] : [];
  });
  const found = groups.reduce((sum, group) => sum + textsIn(group).length, 0);
  return { groups, found, nearWords: found > 0 ? [] : nearWords(plainTexts.values(), words) };
}

function searchedOf(index: FrameworkIndex): Searched {
  const known = read.get(index);
  if (known) return known;
  const places = [...placesOfRoles(index), ...placesOfCompetencies(index)];
  const texts = new Set(places.flatMap(textsIn));
  const plainTexts = new Map([...texts].map((text) => [text, ` ${plain(text)}`]));
  const searched = { places, plainTexts };
  read.set(index, searched);
  return searched;
}

const nothing = { behaviours: [], opportunities: [], skills: [] };

function placesOfRoles(index: FrameworkIndex): SearchGroup[] {
  return index.framework.roles.flatMap((role) => [
    ...(role.summary ? [{ ...nothing, role, definition: role.summary }] : []),
    ...index.expectations(role.key).map(({ competency, ...asked }) => ({
      role,
      competency: index.competency(competency),
      definition: asked.definition,
      behaviours: asked.behaviours.flatMap(textsOf),
      opportunities: asked.opportunities,
      skills: asked.skills,
    })),
  ]);
}

/** What competencies are, and what of them nobody is asked: the rest is among what roles ask. */
function placesOfCompetencies(index: FrameworkIndex): SearchGroup[] {
  const { roles, competencies } = index.framework;
  const asked = new Map<string, number>();
  for (const { competency, level } of roles.flatMap(({ key }) => index.expectations(key))) {
    asked.set(competency, Math.max(asked.get(competency) ?? 0, level?.place ?? 0));
  }
  return competencies.flatMap((competency) => [
    ...(competency.summary ? [{ ...nothing, competency, definition: competency.summary }] : []),
    ...index
      .levels(competency.key)
      .slice(asked.get(competency.key) ?? 0)
      .map(({ name, text, behaviours }) => ({
        ...{ ...nothing, competency, level: name },
        definition: text,
        behaviours: behaviours.flatMap(textsOf),
      })),
  ]);
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

function textsIn({ definition, behaviours, opportunities, skills }: SearchGroup): string[] {
  return [...(definition ? [definition] : []), ...behaviours, ...opportunities, ...skills];
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
