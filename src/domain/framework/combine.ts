import { type Fields, isMap, type PathProblem } from './entries.js';
import { HEAD_KEYS } from './file-schema.js';

/** The data of one file of a ladder, by its place among the files. */
export interface FileData {
  name: string;
  data: unknown;
}

/** A problem with the place of its file among the files. */
export interface PlacedProblem extends PathProblem {
  file: number;
}

/** Several files as one, with the way back to the file that something stands in. */
export interface Combined {
  data: unknown;
  problems: PlacedProblem[];
  locate(problem: PathProblem): PlacedProblem;
}

const LISTS = ['tracks', 'competencies', 'roles'] as const;
type List = (typeof LISTS)[number];

/** Combines the files of a ladder: one has the head, all may have tracks, competencies and roles. */
export function combine(files: readonly FileData[]): Combined {
  const [only] = files;
  if (files.length === 1 && only) {
    return { data: only.data, problems: [], locate: (problem) => ({ ...problem, file: 0 }) };
  }
  const heads = files.flatMap(({ data }, file) => (hasHead(data) ? [file] : []));
  const head = heads[0] ?? 0;
  const origins: Record<List, [file: number, index: number][]> = {
    ...{ tracks: [], competencies: [], roles: [] },
  };
  const lists: Record<List, unknown[]> = { tracks: [], competencies: [], roles: [] };
  // The file with the head comes first: what all share stands there.
  for (const file of [head, ...files.keys()].filter((one, nth) => nth === 0 || one !== head)) {
    const data = files[file]?.data;
    for (const list of LISTS) {
      for (const [index, item] of listOf(data, list).entries()) {
        origins[list].push([file, index]);
        lists[list].push(list === 'roles' ? onOnlyTrack(item, data) : item);
      }
    }
  }
  const headData = files[head]?.data;
  const listed = LISTS.filter((list) => list !== 'tracks' || lists.tracks.length > 0);
  return {
    data: {
      ...(isMap(headData) ? headData : {}),
      ...Object.fromEntries(listed.map((list) => [list, lists[list]])),
    },
    problems: [
      ...headProblems(files, heads),
      ...files.flatMap((one, file) => shapeProblems(one, file)),
    ],
    locate: (problem) => {
      const [list, index, ...rest] = problem.path;
      const origin = origins[list as List]?.[Number(index)];
      if (!origin) return { ...problem, file: head };
      return { ...problem, file: origin[0], path: [list as List, origin[1], ...rest] };
    },
  };
}

function hasHead(data: unknown): boolean {
  return isMap(data) && HEAD_KEYS.some((key) => Object.hasOwn(data, key));
}

function listOf(data: unknown, list: List): unknown[] {
  const items = isMap(data) ? data[list] : undefined;
  return Array.isArray(items) ? items : [];
}

/** In a file with one track, its roles need not name it. */
function onOnlyTrack(role: unknown, data: unknown): unknown {
  const [track, ...others] = listOf(data, 'tracks');
  if (!isMap(role) || !isMap(track) || others.length > 0) return role;
  return { ...role, track: role.track ?? track.key };
}

function headProblems(files: readonly FileData[], heads: readonly number[]): PlacedProblem[] {
  const [first, ...others] = heads;
  const at = 'key' as const;
  if (first === undefined) {
    const message =
      'None of the files has the head. One of them needs "name" and what else is said of the whole ladder.';
    return [{ file: 0, path: [], at, message }];
  }
  return others.map((file) => {
    const { name = '', data } = files[file] ?? {};
    const key = HEAD_KEYS.find((one) => isMap(data) && Object.hasOwn(data, one)) ?? '';
    const message = `"${key}" belongs to the head, which ${files[first]?.name} has already. Only one of the files has it; move this line there, or take it out of ${name}.`;
    return { file, path: [key], at, message };
  });
}

function shapeProblems({ data }: FileData, file: number): PlacedProblem[] {
  const problem = (path: PropertyKey[], message: string): PlacedProblem => {
    return { file, path, at: 'key', message };
  };
  if (!isMap(data))
    return [
      problem(
        [],
        'The file must be a group of "key: value" lines. Compare it with docs/ladder-format.md.',
      ),
    ];
  return [
    ...(data.format === 1 || hasHead(data)
      ? []
      : [problem(['format'], 'Each file of a ladder begins with "format: 1". Add the line.')]),
    ...LISTS.filter((list) => !isList(data, list)).map((list) =>
      problem([list], `"${list}" must be a list, one entry a line, each beginning with "- ".`),
    ),
    ...Object.keys(data)
      .filter((key) => ![...LISTS, ...HEAD_KEYS, 'format'].includes(key) && !hasHead(data))
      .map((key) =>
        problem(
          [key],
          `"${key}" is not a key that belongs here. Beside the file with the head, a file has: format, ${LISTS.join(', ')}.`,
        ),
      ),
  ];
}

function isList(data: Fields, list: List): boolean {
  return data[list] === undefined || data[list] === null || Array.isArray(data[list]);
}
