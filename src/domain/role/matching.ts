import type { Role } from '../framework/framework.js';
import { spelledOut } from './initials.js';
import { type Match, matchWords } from './match-words.js';
import { nameWords } from './name-words.js';
import { namesOf } from './names.js';
import { type Nearest, nearest, oneOf, type RoleInCompetency } from './nearest.js';
import type { FrameworkIndex } from './position.js';
import { readQuestion } from './question.js';
import { type Topic, topicMisspelt, topicNamed, topicWithin } from './topics.js';
import { exactly, type WordCost, wordCosts } from './word-cost.js';

/** A topic that a text names. */
interface TopicMatch<T> {
  kind: 'topic';
  topic: T;
}

/** What is known besides the text. */
interface Asked<T extends Topic> {
  /** Pages that the text may name. */
  topics?: readonly T[];
  /** The asker's own role, if it is known: those of its track go first among equals. */
  own?: Role | undefined;
}

/**
 * Finds the role, the competency or both that a text means, or the topic that it names. What the
 * ladder calls so goes before a topic, a topic before initials, and these before anything that only
 * resembles the text. Returns candidates where several are meant equally. Never throws.
 */
export function matchText(
  index: FrameworkIndex,
  text: string,
  asked?: { own?: Role | undefined },
): Match;
export function matchText<T extends Topic>(
  index: FrameworkIndex,
  text: string,
  asked: Asked<T>,
): Match | TopicMatch<T>;
export function matchText<T extends Topic>(
  index: FrameworkIndex,
  text: string,
  { topics = [], own }: Asked<T> = {},
): Match | TopicMatch<T> {
  const names = namesOf(index);
  const match = (words: string[], mine: boolean, costs: WordCost) =>
    matchWords(index, { words, mine, costs, own });
  const named = match(nameWords(text).slice(0, 12), false, exactly)
    ? undefined
    : topicNamed(topics, text);
  if (named) return { kind: 'topic', topic: named };
  const { words, mine } = readQuestion(text, names);
  if (mine && words.length === 0) return { kind: 'role', role: own ?? 'mine' };
  return (
    match(words, mine, exactly) ??
    matchInitials(spelledOut(words, names), (way) => match(way, mine, exactly)) ??
    match(words, mine, wordCosts()) ??
    matchTopic(topics, text) ??
    nearest(index, text)
  );
}

/** Returns what a text names by words of the ladder alone; undefined where anything else is needed. */
export function matchNamed(index: FrameworkIndex, text: string): Match | undefined {
  const { words } = readQuestion(text, namesOf(index));
  return matchWords(index, { words, mine: false, costs: exactly, own: undefined });
}

/** Whether a text has no word that could name a role or a competency: "rung", "role, please". */
export function saysNothing(index: FrameworkIndex, text: string): boolean {
  return readQuestion(text, namesOf(index)).words.length === 0;
}

function matchTopic<T extends Topic>(
  topics: readonly T[],
  text: string,
): TopicMatch<T> | undefined {
  const topic = topicMisspelt(topics, text) ?? topicWithin(topics, text);
  return topic && { kind: 'topic', topic };
}

/** Of the ways to spell initials out, the one that names something; candidates if several do. */
function matchInitials(
  ways: string[][],
  match: (words: string[]) => Match | undefined,
): Match | undefined {
  const matches = ways.flatMap((way) => match(way) ?? []);
  const [first, ...others] = matches;
  if (!first || others.length === 0) return first;
  const all = matches.map(candidatesOf);
  const roles = distinct(all.flatMap((one) => one.roles));
  const competencies = distinct(all.flatMap((one) => one.competencies));
  const pairs = [
    ...new Map(all.flatMap((one) => one.pairs).map((pair) => [nameOfPair(pair), pair])).values(),
  ];
  const isOne = roles.length + competencies.length + pairs.length === 1;
  return isOne ? first : oneOf(roles, competencies, pairs);
}

function distinct<Item>(items: Item[]): Item[] {
  return [...new Set(items)];
}

function nameOfPair({ role, competency }: RoleInCompetency): string {
  return `${role === 'mine' ? role : role.key} ${competency.key}`;
}

function candidatesOf(match: Match): Pick<Nearest, 'roles' | 'competencies' | 'pairs'> {
  const none = { roles: [], competencies: [], pairs: [] };
  switch (match.kind) {
    case 'nearest':
      return match;
    case 'role':
      return { ...none, roles: match.role === 'mine' ? [] : [match.role] };
    case 'competency':
      return { ...none, competencies: [match.competency] };
    case 'role-and-competency':
      return { ...none, pairs: [match] };
  }
}
