import {
  type CompetencyLevel,
  competencyLevels,
  type Expectation,
  expectationsOf,
} from '../framework/expectations.js';
import type { Competency, Framework, Role, Track } from '../framework/framework.js';

/** A framework with its look-ups. */
export interface FrameworkIndex {
  framework: Framework;
  role(key: string): Role | undefined;
  competency(key: string): Competency | undefined;
  track(key: string): Track | undefined;
  /** The track's roles, lowest rung first; empty where the track has no rung yet. */
  rungs(trackKey: string): Role[];
  /** A competency's levels, lowest first; empty where it has none. */
  levels(competencyKey: string): CompetencyLevel[];
  /** All that the role asks in the competency; undefined if it asks nothing there. */
  expectation(roleKey: string, competencyKey: string): Expectation | undefined;
  /** All that the role asks, in the order of the competencies; empty for an unknown role. */
  expectations(roleKey: string): Expectation[];
}

/** A next role: the track that it is in, and the role unless the track has no rung yet. */
export interface NextRung {
  track: Track;
  role: Role | undefined;
}

/**
 * The position of a role: rung `rung` of `of` in its track, and the tracks that this one leads to.
 */
export interface Position {
  track: Track;
  rung: number;
  of: number;
  leadsTo: Track[];
}

const built = new WeakMap<Framework, FrameworkIndex>();

/** Returns the index of a framework document; the same object for the same document. */
export function indexOf(framework: Framework): FrameworkIndex {
  const known = built.get(framework);
  if (known) return known;
  const index = build(framework);
  built.set(framework, index);
  return index;
}

function build(framework: Framework): FrameworkIndex {
  const roles = byKey(framework.roles);
  const competencies = byKey(framework.competencies);
  const tracks = byKey(framework.tracks);
  const rungs = new Map(
    framework.tracks.map(({ key }) => [key, framework.roles.filter(({ track }) => track === key)]),
  );
  const levels = competencyLevels(framework);
  const asked = new Map<string, Map<string, Expectation>>();
  const inOrder = framework.competencies.map(({ key }) => key);
  /** Works out a role after the rungs below it, once. */
  const expectationsOfRole = (role: Role): Map<string, Expectation> => {
    const known = asked.get(role.key);
    if (known) return known;
    let below: { role: Role; expectations: Map<string, Expectation> } | undefined;
    const track = rungs.get(role.track) ?? [];
    for (const rung of framework.buildsUp ? track.slice(0, track.indexOf(role) + 1) : [role]) {
      const shared = tracks.get(rung.track)?.allRoles ?? [];
      const expectations =
        asked.get(rung.key) ?? expectationsOf(rung, inOrder, { shared, below, levels });
      asked.set(rung.key, expectations);
      below = { role: rung, expectations };
    }
    return asked.get(role.key) ?? new Map();
  };
  const expectationsAt = (roleKey: string) => {
    const role = roles.get(roleKey);
    return role && expectationsOfRole(role);
  };
  return {
    framework,
    role: (key) => roles.get(key),
    competency: (key) => competencies.get(key),
    track: (key) => tracks.get(key),
    rungs: (trackKey) => rungs.get(trackKey) ?? [],
    levels: (competencyKey) => levels.get(competencyKey) ?? [],
    expectation: (roleKey, competencyKey) => expectationsAt(roleKey)?.get(competencyKey),
    expectations: (roleKey) => [...(expectationsAt(roleKey)?.values() ?? [])],
  };
}

function byKey<Item extends { key: string }>(items: Item[]): Map<string, Item> {
  return new Map(items.map((item) => [item.key, item]));
}

/** Returns the name of a track; its key where it has none. */
export function trackName({ name, key }: Track): string {
  return name ?? key;
}

/** Returns the role's position on its track. Throws if the role is not one of this framework. */
export function positionOf(index: FrameworkIndex, role: Role): Position {
  const track = index.track(role.track);
  const rungs = index.rungs(role.track);
  const rung = rungs.indexOf(role) + 1;
  if (!track || rung === 0) throw new Error(`The role ${role.key} is not in this framework`);
  const leadsTo = track.leadsTo.flatMap((key) => index.track(key) ?? []);
  return { track, rung, of: rungs.length, leadsTo };
}

/**
 * Returns the next steps from a role: the next rung of its track or, from the last rung, one for
 * each track that it leads to, without a role where that track has no rung yet. Empty at the top of
 * the ladder.
 */
export function nextRungs(index: FrameworkIndex, role: Role): NextRung[] {
  const { track, rung, leadsTo } = positionOf(index, role);
  const next = index.rungs(track.key)[rung];
  if (next) return [{ track, role: next }];
  return leadsTo.map((other) => ({ track: other, role: index.rungs(other.key)[0] }));
}
