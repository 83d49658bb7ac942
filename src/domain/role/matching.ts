import type { Competency, Role } from '../framework/framework.js';
import { wordsOf } from '../text/words.js';
import { best, exactly, type Found, type WordCost, wordCosts } from './cost.js';
import { type Names, namesOf } from './names.js';
import { type Nearest, nearest } from './nearest.js';
import type { FrameworkIndex } from './position.js';
import { readQuestion, splits } from './question.js';
import { type Topic, topicMisspelt, topicNamed, topicWithin } from './topics.js';

/** What a question means. `mine` is the role of the person who asks. */
export type Match =
  | { kind: 'role'; role: Role | 'mine' }
  | { kind: 'role-and-competency'; role: Role | 'mine'; competency: Competency }
  | { kind: 'competency'; competency: Competency }
  | Nearest;

/** A topic that a text names. */
interface TopicMatch<T> {
  kind: 'topic';
  topic: T;
}

/**
 * Finds the role, the competency or both that a text means, or the topic that it names. What the
 * ladder calls so goes before a topic, and a topic before anything that only resembles the text.
 * Never throws.
 */
export function matchText(index: FrameworkIndex, text: string): Match;
export function matchText<T extends Topic>(
  index: FrameworkIndex,
  text: string,
  topics: readonly T[],
): Match | TopicMatch<T>;
export function matchText<T extends Topic>(
  index: FrameworkIndex,
  text: string,
  topics: readonly T[] = [],
): Match | TopicMatch<T> {
  const names = namesOf(index);
  const named = matchWords(names, wordsOf(text).slice(0, 12), false, exactly)
    ? undefined
    : topicNamed(topics, text);
  if (named) return { kind: 'topic', topic: named };
  const { words, mine } = readQuestion(text, names);
  if (mine && words.length === 0) return { kind: 'role', role: 'mine' };
  return (
    matchWords(names, words, mine, exactly) ??
    matchWords(names, words, mine, wordCosts()) ??
    matchTopic(topics, text) ??
    nearest(index, text)
  );
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

function matchWords(
  { roles, competencies, common }: Names,
  words: string[],
  mine: boolean,
  costs: WordCost,
): Exclude<Match, Nearest> | undefined {
  const competency = best(competencies, words, costs, common);
  if (mine && competency) {
    return { kind: 'role-and-competency', role: 'mine', competency: competency.item };
  }
  const role = best(roles, words, costs, common);
  const alone = Math.min(role?.cost ?? Infinity, competency?.cost ?? Infinity);
  const both =
    alone > COST_OF_BOTH
      ? bestBoth(
          words,
          (some) => best(roles, some, costs, common),
          (some) => best(competencies, some, costs, common),
        )
      : undefined;
  if (both && both.cost < alone) {
    return { kind: 'role-and-competency', role: both.role, competency: both.competency };
  }
  if (role && role.cost === alone) return { kind: 'role', role: role.item };
  return competency && { kind: 'competency', competency: competency.item };
}

/** A role together with a competency is less likely than one of them alone. */
const COST_OF_BOTH = 0.5;

function bestBoth(
  words: string[],
  roleOf: (words: string[]) => Found<Role> | undefined,
  competencyOf: (words: string[]) => Found<Competency> | undefined,
) {
  return splits(words)
    .flatMap(([one, other]) => [
      { role: roleOf(one), competency: competencyOf(other) },
      { role: roleOf(other), competency: competencyOf(one) },
    ])
    .flatMap(({ role, competency }) => {
      if (!role || !competency) return [];
      const cost = role.cost + competency.cost + COST_OF_BOTH;
      return [{ role: role.item, competency: competency.item, cost }];
    })
    .sort((one, other) => one.cost - other.cost)[0];
}
