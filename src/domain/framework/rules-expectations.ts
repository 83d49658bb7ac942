import { nearestWord } from '../text/typos.js';
import { type Entry, type Fields, isMap, type PathProblem, unknown } from './entries.js';
import type { LevelKeys } from './rules-levels.js';
import { LIMITS } from './schema.js';

interface Parts {
  tracks: readonly Entry[];
  competencies: readonly Entry[];
  roles: readonly Entry[];
  levels: LevelKeys;
}

/** Checks what roles and tracks ask: known competencies and levels, something in each, not too much. */
export function expectationProblems(file: Fields, { tracks, roles, levels }: Parts): PathProblem[] {
  const shared = new Map(
    tracks.map(({ map }) => [String(map.key), isMap(map.all_roles) ? map.all_roles : {}]),
  );
  const only = tracks.length === 1 ? String(tracks[0]?.map.key) : undefined;
  const below = new Map<string, Map<string, number>>();
  return [
    ...tracks.flatMap(({ map, path }) =>
      asked(map.all_roles).flatMap((one) => partProblems(one, [...path, 'all_roles'], levels)),
    ),
    ...roles.flatMap(({ map, path }) => {
      const at = [...path, 'expectations'];
      const own = asked(map.expectations);
      const track = String(map.track ?? only);
      const names = new Set([...own.map(([key]) => key), ...Object.keys(shared.get(track) ?? {})]);
      const reached = file.builds_up === true ? (below.get(track) ?? new Map()) : new Map();
      below.set(track, reached);
      return [
        ...own.flatMap((one) => partProblems(one, at, levels)),
        ...countProblems(map.expectations, new Set([...names, ...reached.keys()]).size, at),
        ...own.flatMap((one) => heaped(one, reached, at)),
      ];
    }),
  ];
}

type Part = [competency: string, expectation: unknown];

function asked(expectations: unknown): Part[] {
  return Object.entries(isMap(expectations) ? expectations : {});
}

function countProblems(expectations: unknown, count: number, path: PropertyKey[]): PathProblem[] {
  const isReadable = isMap(expectations) || !expectations;
  if (count === 0 && isReadable) {
    const message =
      'This role expects nothing. Under "expectations", describe one competency at least.';
    return [{ path, at: 'key', message }];
  }
  const most = LIMITS.competenciesInRole;
  if (count <= most) return [];
  const message = `This role asks something in ${count} competencies; a check-in can have ${most} at most. Leave ${count - most} out.`;
  return [{ path, at: 'key', message }];
}

function partProblems([competency, written]: Part, at: PropertyKey[], levels: LevelKeys) {
  const path = [...at, competency];
  const known = levels.get(competency);
  const problems: PathProblem[] = [];
  const add = (path: PropertyKey[], at: 'key' | 'value', message: string) =>
    problems.push({ path, at, message });
  if (levels.size > 0 && !known) {
    add(path, 'key', unknown('competency', competency, [...levels.keys()]));
  }
  if (written === null) {
    add(path, 'value', `"${competency}" is empty. Say what is asked, or take the line out.`);
  }
  if (isMap(written)) {
    const isEmpty = Object.values(written).every(
      (part) => part === null || (typeof part === 'object' && Object.keys(part ?? {}).length === 0),
    );
    if (isEmpty)
      add(
        path,
        'key',
        `"${competency}" says nothing here. Give it a definition, a level or behaviours.`,
      );
    if (typeof written.level === 'string' && known && !known.includes(written.level)) {
      add([...path, 'level'], 'value', levelMessage(competency, written.level, known));
    }
  }
  if (typeof written === 'string' && known?.length && !known.includes(written.trim())) {
    add(
      path,
      'value',
      `${levelMessage(competency, written.trim(), known)} A text of its own goes after "definition:".`,
    );
  }
  const count = behaviourCount(written);
  if (count > LIMITS.behaviours) {
    const place = isMap(written) ? [...path, 'behaviours'] : path;
    add(
      place,
      'key',
      `There are ${count} behaviours here; at most ${LIMITS.behaviours} are possible. Merge or remove some.`,
    );
  }
  return problems;
}

function levelMessage(competency: string, level: string, known: readonly string[]): string {
  if (known.length === 0) {
    return `"${competency}" has no levels, so none can be asked. Write a definition or behaviours instead.`;
  }
  const near = nearestWord(level, known);
  const shown = level.length <= 60 ? level : `${level.slice(0, 59)}…`;
  const hint = near ? `Did you mean "${near}"?` : `It has: ${known.join(', ')}.`;
  return `"${shown}" is no level of "${competency}". ${hint}`;
}

function behaviourCount(written: unknown): number {
  const behaviours = isMap(written) ? written.behaviours : written;
  if (Array.isArray(behaviours)) return behaviours.length;
  return isMap(behaviours) ? Object.keys(behaviours).length : 0;
}

/** More than anybody reads, and than a machine holds for hundreds of rungs. */
const mostHeaped = 400;

/** Counts what adds up over the rungs so far. */
function heaped(
  [competency, written]: Part,
  reached: Map<string, number>,
  path: PropertyKey[],
): PathProblem[] {
  const before = reached.get(competency) ?? 0;
  const count = before + Math.min(behaviourCount(written), LIMITS.behaviours);
  reached.set(competency, count);
  if (count <= mostHeaped || before > mostHeaped) return [];
  const message = `With what the rungs below ask, there are ${count} behaviours here; at most ${mostHeaped} are possible. Merge or remove some.`;
  return [{ path: [...path, competency], at: 'key', message }];
}
