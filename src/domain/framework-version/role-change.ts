import type { Role } from '../framework/framework.js';
import {
  type ComparedCompetency,
  compareVersions,
  type RoleInVersion,
} from '../role/comparison.js';
import { yearsRange } from '../role/facts.js';

/** What is said about a role itself, in one version and in the next; empty where nothing is. */
interface ChangedFact {
  fact: 'title' | 'level' | 'track' | 'years' | 'summary';
  from: string;
  to: string;
}

/** How a role differs from what it was in an earlier version. */
export interface RoleChange {
  before: Role;
  after: Role;
  facts: ChangedFact[];
  /** The competencies in which it asks something else, in other words or no longer. */
  competencies: ComparedCompetency[];
}

/**
 * Compares a role with what it was in an earlier version. Links, skills, opportunities and the order of
 * things are no difference, nor are a few letters in a behaviour without a key.
 */
export function roleChange(before: RoleInVersion, after: RoleInVersion): RoleChange {
  const facts = (['title', 'level', 'track', 'years', 'summary'] as const).flatMap((fact) => {
    const [from, to] = [textOf(before, fact), textOf(after, fact)];
    return isSameFact(fact, { before, after, from, to }) ? [] : [{ fact, from, to }];
  });
  return {
    ...{ before: before.role, after: after.role, facts },
    competencies: compareVersions(before, after).filter(isDifferent),
  };
}

/** Whether there is anything to notify people in the role of. */
export function isChanged({ facts, competencies }: RoleChange): boolean {
  return facts.length + competencies.length > 0;
}

function isDifferent({ definitions, changed, added, dropped }: ComparedCompetency): boolean {
  const isReworded = definitions.from !== definitions.to;
  return isReworded || changed.length + added.length + dropped.length > 0;
}

/** A track with another name is the same track. */
function isSameFact(
  fact: ChangedFact['fact'],
  compared: { before: RoleInVersion; after: RoleInVersion; from: string; to: string },
): boolean {
  const { before, after, from, to } = compared;
  return fact === 'track' ? before.role.track === after.role.track : from === to;
}

function textOf({ index, role }: RoleInVersion, fact: ChangedFact['fact']): string {
  switch (fact) {
    case 'title':
      return role.title;
    case 'level':
      return role.level ?? '';
    case 'track':
      return trackNameOf(index, role);
    case 'years':
      return yearsRange(role) ?? '';
    case 'summary':
      return role.summary ?? '';
  }
}

/** Empty where the ladder has one line of roles without a name. */
function trackNameOf(index: RoleInVersion['index'], role: Role): string {
  const track = index.track(role.track);
  return track?.name ?? (index.framework.tracks.length > 1 ? role.track : '');
}
