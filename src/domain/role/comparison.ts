import type { Behaviour, Competency, Role } from '../framework/framework.js';
import type { FrameworkIndex } from './position.js';

/** How one competency differs between two roles. */
export interface ComparedCompetency {
  competency: Competency;
  /** A sentence for each role; empty where the role asks nothing in this competency. */
  definitions: { from: string; to: string };
  /** Asked by both roles in the same words. */
  carried: Behaviour[];
  /** Asked by both roles in different words: usually the second one asks for more. */
  changed: { from: Behaviour; to: Behaviour }[];
  /** Asked by the second role alone. */
  added: Behaviour[];
  /** Asked by the first role alone. */
  dropped: Behaviour[];
}

/** Compares two roles competency by competency, without those in which neither asks anything. */
export function compareRoles(index: FrameworkIndex, from: Role, to: Role): ComparedCompetency[] {
  return index.framework.competencies.flatMap((competency) => {
    const before = index.expectation(from.key, competency.key);
    const after = index.expectation(to.key, competency.key);
    if (!before && !after) return [];
    const definitions = { from: before?.definition ?? '', to: after?.definition ?? '' };
    return [
      { competency, definitions, ...compare(before?.behaviours ?? [], after?.behaviours ?? []) },
    ];
  });
}

function compare(before: Behaviour[], after: Behaviour[]) {
  const known = new Map(before.map((behaviour) => [behaviour.key, behaviour]));
  const kept = new Set(after.map(({ key }) => key));
  const both = after.flatMap((to) => {
    const from = known.get(to.key);
    return from ? [{ from, to }] : [];
  });
  return {
    carried: both.filter(({ from, to }) => from.text === to.text).map(({ to }) => to),
    changed: both.filter(({ from, to }) => from.text !== to.text),
    added: after.filter(({ key }) => !known.has(key)),
    dropped: before.filter(({ key }) => !kept.has(key)),
  };
}
