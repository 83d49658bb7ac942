import { type Entry, isMap, keysOf, type PathProblem, unknown } from './entries.js';

/** Checks each role's track and years, and the keys that roles had before. */
export function roleProblems(roles: readonly Entry[], tracks: readonly Entry[]): PathProblem[] {
  const known = keysOf(tracks);
  return [
    ...roles.flatMap((role) => [...trackOf(role, known), ...yearsOf(role)]),
    ...formerKeyProblems(roles),
  ];
}

function trackOf({ map, path }: Entry, known: string[]): PathProblem[] {
  const { track } = map;
  const place = { path: [...path, 'track'], at: 'value' as const };
  if (typeof track === 'string' && known.length > 0 && !known.includes(track)) {
    return [{ ...place, message: unknown('track', track, known) }];
  }
  if (typeof track === 'string' && known.length === 0) {
    const message = `There is no track "${track}" in this file. List it under "tracks", or take this line out.`;
    return [{ ...place, message }];
  }
  if ((track !== undefined && track !== null) || known.length < 2) return [];
  const message = `This role is on none of the ${known.length} tracks. Add "track" with the key of one.`;
  return [{ ...place, message }];
}

function yearsOf({ map, path }: Entry): PathProblem[] {
  const { years } = map;
  if (!isMap(years) || !(Number(years.from) > Number(years.to ?? Number.POSITIVE_INFINITY))) {
    return [];
  }
  const message = `"years" runs from ${years.from} to ${years.to}. Put the smaller number in "from".`;
  return [{ path: [...path, 'years'], at: 'value', message }];
}

/** A key that people come from can lead to one role only, and to no role of its own. */
function formerKeyProblems(roles: readonly Entry[]): PathProblem[] {
  const now = new Set(keysOf(roles));
  const claimed = new Map<string, Entry>();
  return roles.flatMap((role) =>
    formerKeys(role).flatMap(({ key, path }): PathProblem[] => {
      const place = { path, at: 'value' as const };
      if (now.has(key)) {
        const message = `"${key}" is still the key of a role in this file, so nobody comes from it. Take it out of "was".`;
        return [{ ...place, message }];
      }
      const other = claimed.get(key);
      claimed.set(key, other ?? role);
      if (!other || other === role) return [];
      const message = `"${String(other.map.key)}" already says that it was "${key}", and people can move along to one role only. Take it out of one of the two.`;
      return [{ ...place, message }];
    }),
  );
}

function formerKeys({ map, path }: Entry): { key: string; path: PropertyKey[] }[] {
  if (typeof map.was === 'string') return [{ key: map.was, path: [...path, 'was'] }];
  if (!Array.isArray(map.was)) return [];
  return map.was.flatMap((key, index) =>
    typeof key === 'string' ? [{ key, path: [...path, 'was', index] }] : [],
  );
}
