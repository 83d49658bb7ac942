import { nearestWord } from '../text/typos.js';
import { LIMITS } from './schema.js';

/** A problem at one place of a ladder file; `path` leads there from the top of the file. */
export interface PathProblem {
  path: PropertyKey[];
  /** Whether the key itself is wrong or its value. */
  at: 'key' | 'value';
  message: string;
}

type Fields = Record<string, unknown>;
type Entry = { map: Fields; path: PropertyKey[] };

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
  return [
    ...doubles(tracks, 'key'),
    ...doubles(competencies, 'key'),
    ...doubles(roles, 'key'),
    ...doubles(scale, 'key'),
    ...doubles(scale, 'label'),
    ...reservedRatings(scale),
    ...trackProblems(tracks),
    ...roles.flatMap((role) => roleProblems(role, keysOf(tracks), keysOf(competencies))),
    ...nameCollisions([...competencies, ...roles]),
  ];
}

function doubles(list: Entry[], field: 'key' | 'label'): PathProblem[] {
  const seen = new Set<string>();
  return list.flatMap(({ map, path }) => {
    const value = map[field];
    if (typeof value !== 'string') return [];
    const known = seen.has(value);
    seen.add(value);
    const message = `The ${field} "${value}" is already taken further up in this list. Each needs its own.`;
    return known ? [{ path: [...path, field], at: 'value' as const, message }] : [];
  });
}

function reservedRatings(scale: Entry[]): PathProblem[] {
  return scale
    .filter(({ map }) => map.key === 'no-opportunity')
    .map(({ path }) => ({
      path: [...path, 'key'],
      at: 'value',
      message:
        '"No opportunity yet" stands beside every scale by itself. Remove this point, or give it another key.',
    }));
}

function trackProblems(tracks: Entry[]): PathProblem[] {
  const known = keysOf(tracks);
  const next = new Map(tracks.map(({ map }) => [map.key, strings(map.leads_to)]));
  return tracks.flatMap(({ map, path }) =>
    strings(map.leads_to).flatMap((target, index): PathProblem[] => {
      const place = { path: [...path, 'leads_to', index], at: 'value' as const };
      if (!known.includes(target)) return [{ ...place, message: unknown('track', target, known) }];
      if (typeof map.key !== 'string' || !reaches(next, target, map.key)) return [];
      const back = target === map.key ? 'itself' : `"${target}", which leads back to it`;
      const message = `Track "${map.key}" leads to ${back}. Take one step out of the circle.`;
      return [{ ...place, message }];
    }),
  );
}

function reaches(next: ReadonlyMap<unknown, string[]>, from: string, goal: string): boolean {
  const seen = new Set<string>();
  const open = [from];
  for (let here = open.pop(); here !== undefined; here = open.pop()) {
    if (here === goal) return true;
    if (!seen.has(here)) open.push(...(next.get(here) ?? []));
    seen.add(here);
  }
  return false;
}

function roleProblems(role: Entry, tracks: string[], competencies: string[]): PathProblem[] {
  const problems: PathProblem[] = [];
  const { track, years, expectations } = role.map;
  if (typeof track === 'string' && tracks.length > 0 && !tracks.includes(track)) {
    const message = unknown('track', track, tracks);
    problems.push({ path: [...role.path, 'track'], at: 'value', message });
  }
  if (isMap(years) && Number(years.from) > Number(years.to ?? Number.POSITIVE_INFINITY)) {
    const message = `"years" runs from ${years.from} to ${years.to}. Put the smaller number in "from".`;
    problems.push({ path: [...role.path, 'years'], at: 'value', message });
  }
  const asked = Object.entries(isMap(expectations) ? expectations : {});
  if (asked.length === 0 && (isMap(expectations) || !expectations)) {
    const message =
      'This role expects nothing. Under "expectations", describe one competency at least.';
    problems.push({ path: [...role.path, 'expectations'], at: 'key', message });
  }
  for (const [competency, expectation] of asked) {
    const path = [...role.path, 'expectations', competency];
    if (competencies.length > 0 && !competencies.includes(competency)) {
      problems.push({ path, at: 'key', message: unknown('competency', competency, competencies) });
    }
    const behaviours = isMap(expectation) ? expectation.behaviours : undefined;
    const count = isMap(behaviours) ? Object.keys(behaviours).length : 0;
    if (count > LIMITS.behaviours) {
      const message = `There are ${count} behaviours here; at most ${LIMITS.behaviours} are possible. Merge or remove some.`;
      problems.push({ path: [...path, 'behaviours'], at: 'key', message });
    }
  }
  return problems;
}

/** Roles and competencies share one set of names, because people type either after /ladder. */
function nameCollisions(owners: Entry[]): PathProblem[] {
  const taken = new Map<string, { owner: Entry; list: PropertyKey | undefined }>();
  return owners.flatMap((owner) =>
    namesOf(owner).flatMap(({ name, path }): PathProblem[] => {
      const word = name.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().replace(/\s+/g, ' ');
      const holder = taken.get(word);
      if (!holder) taken.set(word, { owner, list: owner.path[0] });
      if (!holder || holder.owner === owner) return [];
      const bothKeys = path.at(-1) === 'key' && holder.owner.map.key === name;
      if (bothKeys && holder.list === owner.path[0]) return [];
      const other = String(holder.owner.map.title ?? holder.owner.map.name ?? holder.owner.map.key);
      const message = `"${name}" already stands for "${other}", so nobody could tell which is meant. Choose another word.`;
      return [{ path, at: 'value', message }];
    }),
  );
}

function namesOf({ map, path }: Entry): { name: string; path: PropertyKey[] }[] {
  const own = ['key', 'title', 'name'].map((field) => ({
    name: map[field],
    path: [...path, field],
  }));
  const list = Array.isArray(map.aliases) ? map.aliases : [];
  const aliases = list.map((name, index) => ({ name, path: [...path, 'aliases', index] }));
  return [...own, ...aliases].flatMap(({ name, path }) =>
    typeof name === 'string' ? [{ name: name.trim(), path }] : [],
  );
}

function unknown(kind: string, word: string, known: string[]): string {
  const near = nearestWord(word, known);
  const list = known.length <= 8 ? `: ${known.join(', ')}` : '';
  return near
    ? `There is no ${kind} "${word}" in this file. Did you mean "${near}"?`
    : `There is no ${kind} "${word}" in this file. Use one that it lists${list}.`;
}

function isMap(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/**
 * More entries than any list may have: the schema refuses longer lists, and comparing them takes
 * long.
 */
const mostEntries = 1000;

function entries(file: Fields, list: string): Entry[] {
  const items = file[list];
  if (!Array.isArray(items)) return [];
  return items
    .slice(0, mostEntries)
    .flatMap((map, index) => (isMap(map) ? [{ map, path: [list, index] }] : []));
}

function strings(value: unknown): string[] {
  return Array.isArray(value) ? value.map(String) : [];
}

function keysOf(list: Entry[]): string[] {
  return list.flatMap(({ map }) => (typeof map.key === 'string' ? [map.key] : []));
}
