import { type Entry, isMap, keysOf, type PathProblem, unknown } from './entries.js';

/** Checks each role's track and years. */
export function roleProblems(roles: readonly Entry[], tracks: readonly Entry[]): PathProblem[] {
  const known = keysOf(tracks);
  return roles.flatMap((role) => [...trackOf(role, known), ...yearsOf(role)]);
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
