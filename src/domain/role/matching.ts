import type { Competency, Role } from '../framework/framework.js';
import { closest, exactly, type Found, type WordCost, wordCosts } from './cost.js';
import { spelledOut } from './initials.js';
import { type Names, namesOf, nameWords } from './names.js';
import { type Nearest, nearest, oneOf } from './nearest.js';
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

/** What is known besides the text. */
interface Asked<T extends Topic> {
  /** Pages that the text may name. */
  topics?: readonly T[];
  /** The key of the asker's own track, whose roles go first among equals. */
  track?: string | undefined;
}

/**
 * Finds the role, the competency or both that a text means, or the topic that it names. What the
 * ladder calls so goes before a topic, a topic before initials, and these before anything that only
 * resembles the text. Returns candidates where several are meant equally. Never throws.
 */
export function matchText(
  index: FrameworkIndex,
  text: string,
  asked?: { track?: string | undefined },
): Match;
export function matchText<T extends Topic>(
  index: FrameworkIndex,
  text: string,
  asked: Asked<T>,
): Match | TopicMatch<T>;
export function matchText<T extends Topic>(
  index: FrameworkIndex,
  text: string,
  { topics = [], track }: Asked<T> = {},
): Match | TopicMatch<T> {
  const names = namesOf(index);
  const match = (words: string[], mine: boolean, costs: WordCost) =>
    matchWords(names, { words, mine, costs, track });
  const named = match(nameWords(text).slice(0, 12), false, exactly)
    ? undefined
    : topicNamed(topics, text);
  if (named) return { kind: 'topic', topic: named };
  const { words, mine } = readQuestion(text, names);
  if (mine && words.length === 0) return { kind: 'role', role: 'mine' };
  return (
    match(words, mine, exactly) ??
    matchInitials(spelledOut(words, names), (way) => match(way, mine, exactly)) ??
    match(words, mine, wordCosts()) ??
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

/** Of the ways to spell initials out, the one that names something; candidates if several do. */
function matchInitials(
  ways: string[][],
  match: (words: string[]) => Match | undefined,
): Match | undefined {
  const matches = ways.flatMap((way) => match(way) ?? []);
  const [first, ...others] = matches;
  if (!first || others.length === 0) return first;
  const distinct = <Item>(items: Item[]) => [...new Set(items)];
  const roles = distinct(matches.flatMap(rolesOf));
  const competencies = distinct(matches.flatMap(competenciesOf));
  return roles.length + competencies.length === 1 ? first : oneOf(roles, competencies);
}

function rolesOf(match: Match): Role[] {
  if (match.kind === 'nearest') return match.roles;
  return match.kind === 'competency' || match.role === 'mine' ? [] : [match.role];
}

function competenciesOf(match: Match): Competency[] {
  if (match.kind === 'nearest') return match.competencies;
  return match.kind === 'competency' ? [match.competency] : [];
}

interface Words {
  words: string[];
  mine: boolean;
  costs: WordCost;
  track: string | undefined;
}

function matchWords(names: Names, { words, mine, costs, track }: Words): Match | undefined {
  const { common } = names;
  const isPreferred = track === undefined ? undefined : (role: Role) => role.track === track;
  const rolesFor = (some: string[]) => closest(names.roles, some, costs, { common, isPreferred });
  const competenciesFor = (some: string[]) => closest(names.competencies, some, costs, { common });
  const competencies = competenciesFor(words);
  const [competency] = competencies;
  if (mine && competency) {
    return { kind: 'role-and-competency', role: 'mine', competency: competency.item };
  }
  const roles = rolesFor(words);
  const [role] = roles;
  const alone = Math.min(role?.cost ?? Infinity, competency?.cost ?? Infinity);
  const both = alone > COST_OF_BOTH ? bestBoth(words, rolesFor, competenciesFor) : undefined;
  if (both && both.cost < alone) return both.match;
  if (role && role.cost === alone) {
    return roles.length === 1
      ? { kind: 'role', role: role.item }
      : oneOf(roles.map(({ item }) => item));
  }
  if (!competency) return undefined;
  return competencies.length === 1
    ? { kind: 'competency', competency: competency.item }
    : oneOf(
        [],
        competencies.map(({ item }) => item),
      );
}

/** A role together with a competency is less likely than one of them alone. */
const COST_OF_BOTH = 0.5;

function bestBoth(
  words: string[],
  rolesFor: (words: string[]) => Found<Role>[],
  competenciesFor: (words: string[]) => Found<Competency>[],
): { match: Match; cost: number } | undefined {
  return splits(words)
    .flatMap(([one, other]) => [
      { roles: rolesFor(one), competencies: competenciesFor(other) },
      { roles: rolesFor(other), competencies: competenciesFor(one) },
    ])
    .flatMap(({ roles, competencies }) => {
      const [role] = roles;
      const [competency, ...others] = competencies;
      if (!role || !competency || others.length > 0) return [];
      const match: Match =
        roles.length === 1
          ? { kind: 'role-and-competency', role: role.item, competency: competency.item }
          : oneOf(
              roles.map(({ item }) => item),
              [],
              competency.item,
            );
      return [{ match, cost: role.cost + competency.cost + COST_OF_BOTH }];
    })
    .sort((one, other) => one.cost - other.cost)[0];
}
