import type { Competency, Role } from '../framework/framework.js';
import { closest, type Found } from './cost.js';
import { namesOf } from './names.js';
import { mostAlike, type Nearest, oneOf, type RoleInCompetency } from './nearest.js';
import type { FrameworkIndex } from './position.js';
import { splits } from './question.js';
import type { WordCost } from './word-cost.js';

/** What a question means. `mine` is the role of the person who asks. */
export type Match =
  | { kind: 'role'; role: Role | 'mine' }
  | { kind: 'role-and-competency'; role: Role | 'mine'; competency: Competency }
  | { kind: 'competency'; competency: Competency }
  | Nearest;

/** The words of a question, and how they are compared with those of names. */
interface Words {
  words: string[];
  /** Whether the role is the asker's own. */
  mine: boolean;
  costs: WordCost;
  /** The asker's own role: those of its track go first among equals. */
  own: Role | undefined;
}

/** Returns what words mean, candidates where they mean several equally, undefined where nothing. */
export function matchWords(
  index: FrameworkIndex,
  { words, mine, costs, own }: Words,
): Match | undefined {
  const { common, ...names } = namesOf(index);
  const isPreferred = own && ((role: Role) => role.track === own.track);
  const rolesFor = (some: string[]) => closest(names.roles, some, costs, { common, isPreferred });
  const competenciesFor = (some: string[]) => closest(names.competencies, some, costs, { common });
  const competencies = competenciesFor(words);
  const [competency] = competencies;
  if (mine && competency) return inCompetency(index, [own ?? 'mine'], itemsOf(competencies));
  const roles = rolesFor(words);
  const [role] = roles;
  const alone = Math.min(role?.cost ?? Infinity, competency?.cost ?? Infinity);
  const both = alone > COST_OF_BOTH ? bestBoth(index, words, rolesFor, competenciesFor) : undefined;
  if (both && both.cost < alone) return both.match;
  // A track and a group may have one name: then it means all that stand in either.
  if (role?.isPlace && !role.isWhole && competency && !competency.isWhole) {
    return oneOf(itemsOf(roles), itemsOf(competencies));
  }
  if (role && role.cost === alone) {
    return roles.length === 1 ? { kind: 'role', role: role.item } : oneOf(itemsOf(roles));
  }
  if (!competency) return undefined;
  return competencies.length === 1
    ? { kind: 'competency', competency: competency.item }
    : oneOf([], itemsOf(competencies));
}

function itemsOf<Item>(found: Found<Item>[]): Item[] {
  return found.map(({ item }) => item);
}

/** A role together with a competency is less likely than one of them alone. */
const COST_OF_BOTH = 0.5;

function bestBoth(
  index: FrameworkIndex,
  words: string[],
  rolesFor: (words: string[]) => Found<Role>[],
  competenciesFor: (words: string[]) => Found<Competency>[],
): { match: Match; cost: number } | undefined {
  return splits(words)
    .flatMap(([one, other]) => [
      { ofRole: one, ofCompetency: other },
      { ofRole: other, ofCompetency: one },
    ])
    .flatMap(({ ofRole, ofCompetency }) => {
      const competencies = competenciesFor(ofCompetency);
      const [competency] = competencies;
      if (!competency) return [];
      const roles = rolesFor(ofRole);
      const [role] = roles;
      if (!role) return [];
      const match = inCompetency(index, itemsOf(roles), itemsOf(competencies));
      return [{ match, cost: role.cost + competency.cost + COST_OF_BOTH }];
    })
    .sort((one, other) => one.cost - other.cost)[0];
}

/**
 * Returns what some roles together with some competencies mean: of the pairs those in which the role
 * asks something, if there are any. Of too many, the roles: each says itself what it asks.
 */
function inCompetency(
  index: FrameworkIndex,
  roles: (Role | 'mine')[],
  competencies: Competency[],
): Match {
  const all = roles.flatMap((role) => competencies.map((competency) => ({ role, competency })));
  const isAsked = ({ role, competency }: RoleInCompetency) =>
    role === 'mine' || index.expectation(role.key, competency.key) !== undefined;
  const asked = all.filter(isAsked);
  const pairs = asked.length > 0 ? asked : all;
  const [only, ...others] = pairs;
  if (only && others.length === 0) return { kind: 'role-and-competency', ...only };
  if (roles.length === 1 || competencies.length === 1 || pairs.length <= mostAlike)
    return oneOf([], [], pairs);
  return oneOf(roles.filter((role) => role !== 'mine'));
}
