import {
  doubles,
  type Entry,
  entries,
  type Fields,
  isMap,
  keysOf,
  type PathProblem,
  unknown,
} from './entries.js';
import { LIMITS } from './schema.js';

/** The keys of each competency's levels, by the competency's key. */
export type LevelKeys = ReadonlyMap<string, string[]>;

/** Returns the levels of each competency: its own, or those of the whole file. */
export function levelsOfFile(file: Fields, competencies: readonly Entry[]): LevelKeys {
  const shared = keysOf(entries(file, 'levels'));
  return new Map(
    competencies.flatMap(({ map, path }) =>
      typeof map.key === 'string'
        ? [[map.key, Array.isArray(map.levels) ? keysOf(entries(map, 'levels', path)) : shared]]
        : [],
    ),
  );
}

/** Checks levels by themselves, and that `rate: levels` has some to choose among. */
export function levelProblems(
  file: Fields,
  competencies: readonly Entry[],
  levels: LevelKeys,
): PathProblem[] {
  const shared = entries(file, 'levels');
  return [
    ...doubles(shared, 'key'),
    ...shared.flatMap((level) => nameless(level, [])),
    ...competencies.flatMap(({ map, path }) => ofCompetency({ map, path }, keysOf(shared))),
    ...(file.rate === 'levels' ? choiceProblems(levels) : []),
  ];
}

function ofCompetency({ map, path }: Entry, shared: string[]): PathProblem[] {
  const own = entries(map, 'levels', path);
  if (!isMap(map.levels)) {
    return [...doubles(own, 'key'), ...own.flatMap((level) => nameless(level, shared))];
  }
  const at = [...path, 'levels'];
  if (shared.length === 0) {
    const message =
      'These levels have no order. Write them as a list, lowest first, or list "levels" at the top of the file.';
    return [{ path: at, at: 'key', message }];
  }
  return Object.keys(map.levels)
    .filter((key) => !shared.includes(key))
    .map((key) => ({ path: [...at, key], at: 'key', message: unknown('level', key, shared) }));
}

function nameless({ map, path }: Entry, shared: string[]): PathProblem[] {
  const hasName = map.name !== undefined && map.name !== null;
  if (hasName || typeof map.key !== 'string' || shared.includes(map.key)) return [];
  return [
    {
      path: [...path, 'name'],
      at: 'value',
      message: '"name" is missing here. Add it; it is a text.',
    },
  ];
}

function choiceProblems(levels: LevelKeys): PathProblem[] {
  const counts = [...levels.values()].map((keys) => keys.length);
  const most = LIMITS.scale.max;
  const message = counts.every((count) => count === 0)
    ? 'No competency has levels to choose among. Add "levels", or take "rate" out.'
    : counts.some((count) => count > most)
      ? `A check-in takes ${most} choices at most, and a competency has more levels than that. Merge some, or take "rate" out.`
      : undefined;
  return message ? [{ path: ['rate'], at: 'value', message }] : [];
}
