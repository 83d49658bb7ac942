import { doubles, entries, isMap, type PathProblem } from './entries.js';
import { expectationProblems } from './rules-expectations.js';
import { levelProblems, levelsOfFile } from './rules-levels.js';
import { nameProblems } from './rules-names.js';
import { roleProblems } from './rules-roles.js';
import { trackProblems } from './rules-tracks.js';
import { formerKeyProblems } from './rules-was.js';

/**
 * Checks what the parts of a ladder file say about each other: references, duplicates, order. Takes
 * the file as YAML returns it and skips whatever has the wrong shape, so that its problems can be
 * reported together with the schema's.
 */
export function ruleProblems(file: unknown): PathProblem[] {
  if (!isMap(file)) return [];
  const tracks = entries(file, 'tracks');
  const competencies = entries(file, 'competencies');
  const roles = entries(file, 'roles');
  const scale = entries(file, 'scale');
  const levels = levelsOfFile(file, competencies);
  return [
    ...[tracks, competencies, roles, scale].flatMap((list) => doubles(list, 'key')),
    ...doubles(scale, 'label'),
    ...scale.filter(({ map }) => map.key === 'no-opportunity').map(reservedRating),
    ...levelProblems(file, competencies, levels),
    ...trackProblems(tracks),
    ...roleProblems(roles, tracks),
    ...formerKeyProblems(roles, 'roles'),
    ...formerKeyProblems(competencies, 'competencies'),
    ...expectationProblems(file, { tracks, competencies, roles, levels }),
    ...nameProblems(competencies, roles),
  ];
}

function reservedRating({ path }: { path: PropertyKey[] }): PathProblem {
  return {
    path: [...path, 'key'],
    at: 'value',
    message:
      '"No opportunity yet" stands beside every scale by itself. Remove this point, or give it another key.',
  };
}
