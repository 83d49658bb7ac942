import { type Entry, keysOf, type PathProblem, strings, unknown } from './entries.js';

/** Checks that several tracks have names, and that they lead to tracks and never in a circle. */
export function trackProblems(tracks: readonly Entry[]): PathProblem[] {
  const known = new Set(keysOf(tracks));
  const next = new Map(tracks.map(({ map }) => [map.key, strings(map.leads_to)]));
  return tracks.flatMap(({ map, path }) => [
    ...nameless(tracks.length, { map, path }),
    ...strings(map.leads_to).flatMap((target, index): PathProblem[] => {
      const place = { path: [...path, 'leads_to', index], at: 'value' as const };
      if (target === undefined) return [];
      if (!known.has(target)) return [{ ...place, message: unknown('track', target, [...known]) }];
      if (typeof map.key !== 'string' || !reaches(next, target, map.key)) return [];
      const back = target === map.key ? 'itself' : `"${target}", which leads back to it`;
      const message = `Track "${map.key}" leads to ${back}. Take one step out of the circle.`;
      return [{ ...place, message }];
    }),
  ]);
}

function nameless(count: number, { map, path }: Entry): PathProblem[] {
  if (count < 2 || (map.name !== undefined && map.name !== null)) return [];
  const message = '"name" is missing here. Add it: only a ladder of one track can do without.';
  return [{ path: [...path, 'name'], at: 'value', message }];
}

function reaches(
  next: ReadonlyMap<unknown, (string | undefined)[]>,
  from: string,
  goal: string,
): boolean {
  const seen = new Set<string | undefined>();
  const open: (string | undefined)[] = [from];
  for (let here = open.pop(); here !== undefined; here = open.pop()) {
    if (here === goal) return true;
    if (!seen.has(here)) open.push(...(next.get(here) ?? []));
    seen.add(here);
  }
  return false;
}
