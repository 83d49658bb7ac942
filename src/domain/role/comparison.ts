import { continuedAmong } from '../framework/behaviours.js';
import { type AskedBehaviour, definitionOf, type Expectation } from '../framework/expectations.js';
import type { Competency, Role } from '../framework/framework.js';
import { itemBefore } from '../framework/renames.js';
import { labelled } from './labels.js';
import type { FrameworkIndex } from './position.js';

/** How one competency differs between two roles. */
export interface ComparedCompetency {
  /** With its group in its name where others have the same name. */
  competency: Competency;
  /** A sentence for each role; empty where the role asks nothing in this competency. */
  definitions: { from: string; to: string };
  /** Asked by both roles in the same words. */
  carried: AskedBehaviour[];
  /** Asked by both roles in different words: usually the second one asks for more. */
  changed: { from: AskedBehaviour; to: AskedBehaviour }[];
  /** Asked by the second role alone. */
  added: AskedBehaviour[];
  /** Asked by the first role alone. */
  dropped: AskedBehaviour[];
}

/** Compares two roles competency by competency, without those in which neither asks anything. */
export function compareRoles(index: FrameworkIndex, from: Role, to: Role): ComparedCompetency[] {
  return compareVersions({ index, role: from }, { index, role: to });
}

/** A role in a version of its framework. */
export interface RoleInVersion {
  index: FrameworkIndex;
  role: Role;
}

/** The same for roles of two versions, with a renamed competency as one; those that are gone come last. */
export function compareVersions(from: RoleInVersion, to: RoleInVersion): ComparedCompetency[] {
  const { competencies } = to.index.framework;
  const earlier = from.index.framework.competencies;
  const isSame = from.index === to.index;
  const was = (one: Competency) => (isSame ? one : (itemBefore(earlier, one) ?? one)).key;
  const kept = new Set(competencies.map(was));
  const gone = isSame ? [] : earlier.filter(({ key }) => !kept.has(key));
  const all = [
    ...competencies.map((one) => labelled(to.index, one)),
    ...gone.map((one) => labelled(from.index, one)),
  ];
  return all.flatMap((competency) => {
    const before = from.index.expectation(from.role.key, was(competency));
    const after = to.index.expectation(to.role.key, competency.key);
    if (!before && !after) return [];
    const definitions = {
      from: before ? definitionOf(before) : '',
      to: after ? definitionOf(after) : '',
    };
    return [{ competency, definitions, ...compare(before, after) }];
  });
}

function compare(before: Expectation | undefined, after: Expectation | undefined) {
  const from = withoutDefinition(before?.behaviours ?? [], after);
  const to = withoutDefinition(after?.behaviours ?? [], before);
  const continued = continuedAmong(from);
  const both = to.flatMap((behaviour) => {
    const earlier = continued(behaviour);
    return earlier ? [{ from: earlier, to: behaviour }] : [];
  });
  const kept = new Set(both.map(({ from }) => from));
  const carriedOn = new Set(both.map(({ to }) => to));
  const isSame = (pair: { from: AskedBehaviour; to: AskedBehaviour }) =>
    pair.from.text === pair.to.text || pair.to.key === undefined || pair.from.key === undefined;
  return {
    carried: both.filter(isSame).map(({ to }) => to),
    changed: both.filter((pair) => !isSame(pair)),
    added: to.filter((behaviour) => !carriedOn.has(behaviour)),
    dropped: from.filter((behaviour) => !kept.has(behaviour)),
  };
}

/** A definition that the other role has among its behaviours, since it adds up, is no difference. */
function withoutDefinition(behaviours: AskedBehaviour[], other: Expectation | undefined) {
  return behaviours.filter(({ from, text }) => from !== 'below' || text !== other?.definition);
}
