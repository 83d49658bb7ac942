import { plain } from '../text/words.js';
import { type Entry, type PathProblem, textIn } from './entries.js';

/**
 * Checks that no word stands for two things: roles and competencies share one set of names, because
 * people type either after /ladder. Roles may share a title where track or level tells them apart,
 * competencies a name where the group does.
 */
export function nameProblems(
  competencies: readonly Entry[],
  roles: readonly Entry[],
): PathProblem[] {
  const taken = new Map<string, Entry[]>();
  return [...competencies, ...roles].flatMap((owner) =>
    namesOf(owner).flatMap(({ name, path }): PathProblem[] => {
      const holders = taken.get(folded(name)) ?? [];
      const other = holders.find((holder) => holder !== owner && clash(name, path, owner, holder));
      if (!holders.includes(owner)) taken.set(folded(name), [...holders, owner]);
      return other ? [{ path, at: 'value', message: messageFor(name, path, owner, other) }] : [];
    }),
  );
}

function clash(name: string, path: PropertyKey[], owner: Entry, holder: Entry): boolean {
  const isSameKind = owner.path[0] === holder.path[0];
  const isKey = path.at(-1) === 'key';
  // Doubled keys are reported by themselves.
  if (isSameKind && isKey && holder.map.key === name) return false;
  return !(isSameKind && haveOneName(owner, holder) && areDistinguished(owner, holder));
}

/** An emoji or a sign in front makes no other name. */
function haveOneName(one: Entry, other: Entry): boolean {
  return (
    folded(nameOf(one)) === folded(nameOf(other)) ||
    (plain(nameOf(one)) !== '' && plain(nameOf(one)) === plain(nameOf(other)))
  );
}

function areDistinguished(one: Entry, other: Entry): boolean {
  const parts = one.path[0] === 'roles' ? ['track', 'level'] : ['group'];
  return parts.some((part) => one.map[part] !== other.map[part]);
}

function messageFor(name: string, path: PropertyKey[], owner: Entry, other: Entry): string {
  const isName = ['title', 'name'].includes(String(path.at(-1)));
  if (isName && owner.path[0] === other.path[0] && haveOneName(owner, other)) {
    return owner.path[0] === 'roles'
      ? `"${name}" is already the title of "${textIn(other, 'key')}", on the same track and level. Give one of the two another title or level.`
      : `"${name}" is already the name of "${textIn(other, 'key')}", in the same group. Give one of the two another name or group.`;
  }
  return `"${name}" already stands for "${nameOf(other)}", so nobody could tell which is meant. Choose another word.`;
}

function nameOf(entry: Entry): string {
  return textIn(entry, 'title', 'name', 'key');
}

function folded(name: string): string {
  return name.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().trim().replace(/\s+/g, ' ');
}

function namesOf({ map, path }: Entry): { name: string; path: PropertyKey[] }[] {
  const own = ['key', 'title', 'name'].map((field) => ({
    name: map[field],
    path: [...path, field],
  }));
  const list = Array.isArray(map.aliases) ? map.aliases : [];
  const aliases = list.map((name, index) => ({ name, path: [...path, 'aliases', index] }));
  return [...own, ...aliases].flatMap(({ name, path }) =>
    typeof name === 'string' && name.trim() ? [{ name: name.trim(), path }] : [],
  );
}
