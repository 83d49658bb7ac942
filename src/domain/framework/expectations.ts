import { continuedAmong } from './behaviours.js';
import type { Behaviour, Framework, Level, Link, Role, WrittenExpectation } from './framework.js';

/**
 * What one role asks in one competency, in all: what is written for the role, what its whole track
 * shares, the level that is asked with those before it and, where the ladder builds up, what the
 * rungs below ask.
 */
export interface Expectation {
  /** The competency's key. */
  competency: string;
  /** Empty where nobody wrote one. */
  definition: string;
  level: AskedLevel | undefined;
  /** The role's own first, then those of the levels, of the track and of the rungs below. */
  behaviours: AskedBehaviour[];
  opportunities: string[];
  skills: string[];
  links: Link[];
}

/** A level of a competency as it stands among the others. */
export interface CompetencyLevel {
  key: string;
  name: string;
  /** Empty where nobody wrote one. */
  text: string;
  behaviours: Behaviour[];
}

/** The level that a role asks: the first is 1. Its text and behaviours are among the behaviours. */
interface AskedLevel extends CompetencyLevel {
  place: number;
  of: number;
}

export interface AskedBehaviour extends Behaviour {
  /** What asks it: the role by itself, the level, the whole track, or a rung below. */
  from: 'role' | 'level' | 'track' | 'below';
  /** The key of the level that holds it. */
  level?: string | undefined;
  /** The role below that it comes from. */
  rung?: Role | undefined;
}

/** Returns the levels of each competency that has some, lowest first. */
export function competencyLevels(framework: Framework): Map<string, CompetencyLevel[]> {
  const shared = new Map(framework.levels?.map((level) => [level.key, level]));
  return new Map(
    framework.competencies.map(({ key, levels }) => [
      key,
      (levels ?? framework.levels ?? []).map((level) => named(level, shared.get(level.key))),
    ]),
  );
}

function named(level: Level, shared: Level | undefined): CompetencyLevel {
  const { key, name = shared?.name ?? key } = level;
  return {
    key,
    name,
    text: level.text ?? shared?.text ?? '',
    behaviours: level.behaviours ?? shared?.behaviours ?? [],
  };
}

/** What is asked, by definition: what is written, else the level. Empty where neither is there. */
export function definitionOf({ definition, level }: Expectation): string {
  if (definition || !level) return definition;
  return level.text ? `${level.name}: ${level.text}` : level.name;
}

/** An expectation in a sentence: its definition, its level or its first behaviour. */
export function gistOf(expectation: Expectation): string {
  return definitionOf(expectation) || (expectation.behaviours[0]?.text ?? '');
}

/** What a role's expectations are worked out from. */
export interface Surroundings {
  /** The expectations that all roles of its track share. */
  shared: readonly WrittenExpectation[];
  /** The rung below and what it asks; undefined on the lowest rung, or where nothing adds up. */
  below: { role: Role; expectations: ReadonlyMap<string, Expectation> } | undefined;
  levels: ReadonlyMap<string, CompetencyLevel[]>;
}

/** Returns what a role asks, by competency, in the order of `competencies`. */
export function expectationsOf(
  role: Role,
  competencies: readonly string[],
  { shared, below, levels }: Surroundings,
): Map<string, Expectation> {
  const own = byCompetency(role.expectations);
  const ofTrack = byCompetency(shared);
  const asked = new Map<string, Expectation>();
  for (const competency of competencies) {
    const parts = {
      own: own.get(competency),
      track: ofTrack.get(competency),
      below: below?.expectations.get(competency),
    };
    if (!parts.own && !parts.track && !parts.below) continue;
    const rung = below?.role;
    asked.set(competency, resolve(competency, parts, rung, levels.get(competency) ?? []));
  }
  return asked;
}

interface Parts {
  own: WrittenExpectation | undefined;
  track: WrittenExpectation | undefined;
  below: Expectation | undefined;
}

function resolve(
  competency: string,
  { own, track, below }: Parts,
  rung: Role | undefined,
  levels: readonly CompetencyLevel[],
): Expectation {
  const definition = own?.definition ?? track?.definition ?? (below?.definition || '');
  const key = own?.level ?? track?.level ?? below?.level?.key;
  const place = levels.findIndex((level) => level.key === key) + 1;
  const level = levels[place - 1];
  const more = [own, track, below].flatMap((part) => part ?? []);
  const defined = (text: string | undefined): Behaviour[] =>
    text && text !== definition ? [{ text }] : [];
  const carried = below?.behaviours.filter(({ from }) => from === 'role' || from === 'below') ?? [];
  return {
    competency,
    definition,
    level: level && { ...level, place, of: levels.length },
    behaviours: withoutRepeated([
      ...(own?.behaviours ?? []).map((one): AskedBehaviour => ({ ...one, from: 'role' })),
      ...levels.slice(0, place).reverse().flatMap(ofLevel),
      ...[...defined(track?.definition), ...(track?.behaviours ?? [])].map(
        (one): AskedBehaviour => ({ ...one, from: 'track' }),
      ),
      ...[...defined(below?.definition), ...carried].map(
        (one): AskedBehaviour => ({ rung, ...one, from: 'below' }),
      ),
    ]),
    opportunities: distinct(more.flatMap(({ opportunities }) => opportunities)),
    skills: distinct(more.flatMap(({ skills }) => skills)),
    links: distinctBy(
      more.flatMap(({ links }) => links),
      ({ title, url }) => `${url} ${title}`,
    ),
  };
}

function ofLevel({ key: level, text, behaviours }: CompetencyLevel): AskedBehaviour[] {
  return [...(text ? [{ text }] : []), ...behaviours].map((one) => ({
    ...one,
    from: 'level',
    level,
  }));
}

/**
 * Leaves out what another part says already: what is asked here and from below stands here. The
 * behaviours of one part are never compared with each other.
 */
function withoutRepeated(behaviours: AskedBehaviour[]): AskedBehaviour[] {
  const kept: AskedBehaviour[] = [];
  for (const from of ['role', 'level', 'track', 'below'] as const) {
    const part = behaviours.filter((one) => one.from === from);
    const known = continuedAmong(kept);
    kept.push(...part.filter((one) => kept.length === 0 || !known(one)));
  }
  return kept;
}

function byCompetency(expectations: readonly WrittenExpectation[]) {
  return new Map(expectations.map((one) => [one.competency, one]));
}

function distinct(texts: string[]): string[] {
  return [...new Set(texts)];
}

function distinctBy<Item>(items: Item[], name: (item: Item) => string): Item[] {
  return [...new Map(items.map((item) => [name(item), item])).values()];
}
