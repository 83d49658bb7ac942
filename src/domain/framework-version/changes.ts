import type { Framework, Role } from '../framework/framework.js';
import { itemAfter, itemBefore } from '../framework/renames.js';
import { type FrameworkIndex, indexOf } from '../role/position.js';
import { plain } from '../text/words.js';
import { isChanged, type RoleChange, roleChange } from './role-change.js';

/** A role of an earlier version in a later one. */
export interface KeptRole extends RoleChange {
  /** By its key; by a key that it says it had; or only by a title that no other role has. */
  by: 'key' | 'was' | 'title';
  /** The rung, from 1, where it stands elsewhere among the roles that its track had before and has now. */
  rung: { from: number; to: number } | undefined;
}

/** Things that have a key and a name, in an earlier and a later version. */
export interface NamedChanges {
  added: string[];
  gone: string[];
  renamed: { from: string; to: string }[];
  /** Those with another key: by `was`, or only by a name that no other has. */
  rekeyed: { name: string; from: string; to: string; by: 'was' | 'name' }[];
}

/** What differs between two versions. */
export interface FrameworkChanges {
  /** The roles that differ, in the later version's order. */
  roles: KeptRole[];
  added: Role[];
  gone: Role[];
  /** How many roles are as they were. */
  same: number;
  competencies: NamedChanges;
  tracks: NamedChanges;
  /** Other parts that differ; details are aliases, opportunities, skills, links and summaries. */
  parts: ('name' | 'about' | 'scale' | 'details')[];
}

/** Compares two versions: roles by key, then by `was`, then by a title that is clearly the same. */
export function frameworkChanges(before: Framework, after: Framework): FrameworkChanges {
  const indices = { before: indexOf(before), after: indexOf(after) };
  const pairs = pairRoles(before, after);
  const kept = pairs.map(({ from, to, by }): KeptRole => {
    const change = roleChange(
      { index: indices.before, role: from },
      { index: indices.after, role: to },
    );
    return { ...change, by, rung: rungMoved(indices, pairs, { from, to }) };
  });
  const differing = kept.filter((role) => role.by !== 'key' || role.rung || isChanged(role));
  const [from, to] = [new Set(pairs.map((one) => one.from)), new Set(pairs.map((one) => one.to))];
  return {
    roles: differing,
    added: after.roles.filter((role) => !to.has(role)),
    gone: before.roles.filter((role) => !from.has(role)),
    same: kept.length - differing.length,
    competencies: namedChanges(before.competencies, after.competencies),
    tracks: namedChanges(before.tracks, after.tracks),
    parts: otherParts(before, after, pairs),
  };
}

interface Pair {
  from: Role;
  to: Role;
  by: KeptRole['by'];
}

function pairRoles(before: Framework, after: Framework): Pair[] {
  const sure = before.roles.flatMap((from): Pair[] => {
    const to = itemAfter(after.roles, from.key);
    return to ? [{ from, to, by: to.key === from.key ? 'key' : 'was' }] : [];
  });
  const taken = new Set(sure.map(({ to }) => to));
  const known = new Set(sure.map(({ from }) => from));
  const [lost, added] = [
    onlyNames(
      before.roles.filter((role) => !known.has(role)),
      titleOf,
    ),
    onlyNames(
      after.roles.filter((role) => !taken.has(role)),
      titleOf,
    ),
  ];
  const alike = [...lost].flatMap(([title, from]): Pair[] => {
    const to = added.get(title);
    return from && to ? [{ from, to, by: 'title' }] : [];
  });
  const place = new Map(after.roles.map((role, nth) => [role, nth]));
  return [...sure, ...alike].sort((a, b) => (place.get(a.to) ?? 0) - (place.get(b.to) ?? 0));
}

const titleOf = ({ title }: Role) => title;

/** Things by their name in plain words; undefined for a name that several have. */
function onlyNames<Item>(items: readonly Item[], nameOf: (item: Item) => string) {
  const names = new Map<string, Item | undefined>();
  for (const item of items) {
    const name = plain(nameOf(item));
    names.set(name, names.has(name) ? undefined : item);
  }
  return names;
}

/** Roles that come or go don't move the others. */
function rungMoved(
  indices: { before: FrameworkIndex; after: FrameworkIndex },
  pairs: readonly Pair[],
  { from, to }: Pick<Pair, 'from' | 'to'>,
): KeptRole['rung'] {
  if (from.track !== to.track) return undefined;
  const common = pairs.filter((one) => one.from.track === from.track && one.to.track === to.track);
  const rank = (roles: Role[], role: Role) => roles.indexOf(role) + 1;
  const rungs = {
    from: rank(
      indices.before.rungs(from.track).filter((role) => common.some((one) => one.from === role)),
      from,
    ),
    to: rank(
      indices.after.rungs(to.track).filter((role) => common.some((one) => one.to === role)),
      to,
    ),
  };
  return rungs.from === rungs.to ? undefined : rungs;
}

interface Named {
  key: string;
  name?: string | undefined;
  was?: string[] | undefined;
}

function namedChanges(before: readonly Named[], after: readonly Named[]): NamedChanges {
  const nameOf = ({ name, key }: Named) => name ?? key;
  const sure = after.flatMap((to) => {
    const from = itemBefore(before, to);
    return from ? [{ from, to, by: 'was' as const }] : [];
  });
  const [known, taken] = [new Set(sure.map(({ from }) => from)), new Set(sure.map(({ to }) => to))];
  const lost = onlyNames(
    before.filter((one) => !known.has(one)),
    nameOf,
  );
  const added = onlyNames(
    after.filter((one) => !taken.has(one)),
    nameOf,
  );
  const alike = [...lost].flatMap(([name, from]) => {
    const to = added.get(name);
    return from && to ? [{ from, to, by: 'name' as const }] : [];
  });
  const pairs = [...sure, ...alike];
  const [from, to] = [new Set(pairs.map((one) => one.from)), new Set(pairs.map((one) => one.to))];
  return {
    added: after.filter((one) => !to.has(one)).map(nameOf),
    gone: before.filter((one) => !from.has(one)).map(nameOf),
    renamed: pairs
      .filter(({ from, to }) => nameOf(from) !== nameOf(to))
      .map(({ from, to }) => ({ from: nameOf(from), to: nameOf(to) })),
    rekeyed: pairs
      .filter(({ from, to }) => from.key !== to.key)
      .map(({ from, to, by }) => ({ name: nameOf(to), from: from.key, to: to.key, by })),
  };
}

function otherParts(
  before: Framework,
  after: Framework,
  pairs: readonly Pair[],
): FrameworkChanges['parts'] {
  const differs = (one: unknown, other: unknown) => JSON.stringify(one) !== JSON.stringify(other);
  const earlier = (key: string) => {
    const one = after.competencies.find((competency) => competency.key === key);
    return (one && itemBefore(before.competencies, one)?.key) ?? key;
  };
  const same = (key: string) => key;
  const isDetailed =
    pairs.some(({ from, to }) => differs(detailsOf(from, same), detailsOf(to, earlier))) ||
    after.competencies.some((one) => {
      const was = itemBefore(before.competencies, one);
      const nameless = { name: '', key: '', was: undefined };
      return was && differs({ ...was, ...nameless }, { ...one, ...nameless });
    });
  return [
    ...(before.name === after.name ? [] : (['name'] as const)),
    ...(differs(before.about, after.about) ? (['about'] as const) : []),
    ...(differs(before.scale, after.scale) ? (['scale'] as const) : []),
    ...(isDetailed ? (['details'] as const) : []),
  ];
}

/** What no other part of the comparison looks at, with the keys that competencies had. */
function detailsOf({ aliases, expectations }: Role, keyBefore: (key: string) => string) {
  const lists = expectations.map(({ competency, opportunities, skills, links }) => ({
    ...{ competency: keyBefore(competency), opportunities, skills, links },
  }));
  return { aliases, lists };
}
