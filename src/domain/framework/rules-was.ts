import { type Entry, keysOf, type PathProblem, textIn } from './entries.js';

/** How sentences speak of roles and of competencies. */
const kinds = {
  roles: { one: 'role', nothing: 'nobody comes from it', follow: 'people can move along' },
  competencies: {
    one: 'competency',
    nothing: 'nothing comes from it',
    follow: 'ratings and notes can move along',
  },
} as const;

/**
 * Checks the keys that roles or competencies had before: each leads to one of them only, and none is
 * a key that one of them has now.
 */
export function formerKeyProblems(list: readonly Entry[], kind: keyof typeof kinds): PathProblem[] {
  const { one, nothing, follow } = kinds[kind];
  const now = new Set(keysOf(list));
  const before = new Map(
    list.map((entry) => [entry.map.key, formerKeys(entry).map(({ key }) => key)]),
  );
  const claimed = new Map<string, Entry>();
  return list.flatMap((entry) =>
    formerKeys(entry).flatMap(({ key, path }): PathProblem[] => {
      const own = textIn(entry, 'key');
      const problem = (message: string) => [{ path, at: 'value' as const, message }];
      if (key === own) {
        return problem(`"${key}" is the key that it has now. Take it out of "was".`);
      }
      if (now.has(key) && leadsTo(before, key, own)) {
        return problem(
          `"${own}" was "${key}", which goes back to "${own}" itself: a circle. Keys can't change places; give one of them a key that is new.`,
        );
      }
      if (now.has(key)) {
        const [earlier] = before.get(key) ?? [];
        const chain = earlier
          ? ` If all of it is one ${one}, keep one of the two, with was: [${earlier}, ${key}].`
          : '';
        return problem(
          `"${key}" is still the key of a ${one} in this file, so ${nothing}. Take it out of "was".${chain}`,
        );
      }
      const other = claimed.get(key);
      claimed.set(key, other ?? entry);
      if (!other || other === entry) return [];
      return problem(
        `"${textIn(other, 'key')}" already says that it was "${key}", and ${follow} to one ${one} only. Take it out of one of the two.`,
      );
    }),
  );
}

/** Whether one, by the keys that it had before, comes from another one of the file. */
function leadsTo(before: ReadonlyMap<unknown, string[]>, from: string, goal: string): boolean {
  const seen = new Set<string>();
  const open = [from];
  for (let here = open.pop(); here !== undefined; here = open.pop()) {
    if (here === goal) return true;
    if (!seen.has(here)) open.push(...(before.get(here) ?? []));
    seen.add(here);
  }
  return false;
}

function formerKeys({ map, path }: Entry): { key: string; path: PropertyKey[] }[] {
  if (typeof map.was === 'string') return [{ key: map.was, path: [...path, 'was'] }];
  if (!Array.isArray(map.was)) return [];
  return map.was.flatMap((key, index) =>
    typeof key === 'string' ? [{ key, path: [...path, 'was', index] }] : [],
  );
}
