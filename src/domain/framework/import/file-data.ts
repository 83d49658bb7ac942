import type {
  Draft,
  DraftBehaviour,
  DraftCompetency,
  DraftExpectation,
  DraftLevel,
  DraftRung,
} from './draft.js';
import { withoutNumber } from './fields.js';
import { identity } from './identity.js';
import { keyOf, uniqueKeys } from './keys.js';
import type { Cell } from './sheet.js';

/** A ladder file as data, and of which cell each of its parts comes, by its path in the file. */
export interface FileData {
  data: Record<string, unknown>;
  sources: Map<string, Cell>;
}

/** What stands at the top of a ladder file. */
export interface Head {
  key: string | undefined;
  name: string;
  about: string | undefined;
  buildsUp: boolean;
}

type Data = Record<string, unknown>;

/** Makes a ladder file of a draft: `undefined` parts are left out when it is written. */
export function fileData(draft: Draft, head: Head): FileData {
  const { tracks, competencies, levels: shared, rungs } = draft;
  const sources = new Map<string, Cell>();
  const from = (cell: Cell, ...path: (string | number)[]) => sources.set(path.join('.'), cell);
  const trackKeys = uniqueKeys(tracks, ({ name }) => [name], 'track');
  // People type keys and names of both after the command, so none may be the other's.
  const names = new Set(competencies.map(({ name }) => identity(name)));
  const roleKeys = uniqueKeys(rungs, roleNames, 'role', names);
  const competencyKeys = uniqueKeys(
    competencies,
    ({ name, group }) => [withoutNumber(name), name, `${name} ${group ?? ''}`, `${name} skill`],
    'skill',
    new Set([...roleKeys.values(), ...rungs.map(({ title }) => identity(title))]),
  );
  for (const [at, { cell }] of tracks.entries()) from(cell, 'tracks', at);
  competencies.forEach(({ cell, levels }, at) => {
    from(cell, 'competencies', at);
    for (const [place, level] of levels.entries()) {
      from(level.cell, 'competencies', at, 'levels', place);
    }
  });
  const data: Data = {
    format: 1,
    key: head.key ?? keyOf(head.name, 'ladder'),
    name: head.name,
    builds_up: head.buildsUp || undefined,
    about: head.about === undefined ? undefined : { title: head.name, summary: head.about },
    tracks: listed(tracks, (track) => {
      return { key: trackKeys.get(track), name: track.name, family: track.family };
    }),
    levels: listed(shared, ({ name }) => ({ key: keysOf(shared).get(identity(name)), name })),
    competencies: competencies.map((competency) => {
      const { name, group, summary, aliases } = competency;
      return {
        ...{ key: competencyKeys.get(competency), name, group, summary },
        ...{ aliases: listed(aliases, (alias) => alias), levels: levelsOf(competency, shared) },
      };
    }),
    roles: rungs.map((rung, at) => {
      from(rung.cell, 'roles', at);
      const expectations: Data = {};
      for (const competency of competencies) {
        const expectation = rung.expectations.get(competency);
        const key = competencyKeys.get(competency);
        if (!expectation || !key) continue;
        from(expectation.cell, 'roles', at, 'expectations', key);
        expectations[key] = expectationOf(expectation, competency, shared);
      }
      const { title, years, summary, aliases, track } = rung;
      const isTitle = [rung.level, `Level ${rung.level}`].some(
        (name) => identity(name) === identity(title),
      );
      const level = isTitle ? undefined : rung.level;
      return {
        ...{ key: roleKeys.get(rung), title, level, years, track: track && trackKeys.get(track) },
        ...{ summary, aliases: listed(aliases, (alias) => alias), expectations },
      };
    }),
  };
  return { data, sources };
}

function listed<Item, Entry>(items: readonly Item[], entry: (item: Item) => Entry) {
  return items.length > 0 ? items.map(entry) : undefined;
}

/** The names of which a role's key may be made, the plainest first. */
function roleNames({ title, level, track }: DraftRung): string[] {
  const withLevel = level && identity(level) !== identity(title) ? `${title} ${level}` : title;
  if (!track) return [title, withLevel];
  return [title, withLevel, `${track.name} ${title}`, `${track.name} ${withLevel}`];
}

function keysOf(levels: readonly DraftLevel[]): Map<string, string> {
  const keys = uniqueKeys(levels, ({ name }) => [name], 'level');
  return new Map([...keys].map(([{ name }, key]) => [identity(name), key]));
}

/** Where competencies share their levels, one without any says so with an empty list. */
function levelsOf({ levels }: DraftCompetency, shared: readonly DraftLevel[]) {
  if (shared.length > 0) return levels.length > 0 ? undefined : [];
  const keys = keysOf(levels);
  return listed(levels, ({ name, lead, items }) => {
    const key = keys.get(identity(name));
    return { key, name, text: lead || undefined, behaviours: listed(items, behaviourOf) };
  });
}

function behaviourOf({ text, examples }: DraftBehaviour) {
  return examples.length > 0 ? { text, examples } : text;
}

/** Returns the shortest form in which an expectation can be written. */
function expectationOf(
  expectation: DraftExpectation,
  competency: DraftCompetency,
  shared: readonly DraftLevel[],
): unknown {
  const { opportunities, skills, links } = expectation;
  const level = keysOf(shared.length > 0 ? shared : competency.levels).get(
    identity(expectation.level),
  );
  const definition = expectation.definition.join('\n\n') || undefined;
  const behaviours = listed(expectation.behaviours, behaviourOf);
  const hasMore = opportunities.length > 0 || skills.length > 0 || links.length > 0;
  const parts = [level, definition, behaviours].filter((part) => part !== undefined);
  const isShort = !hasMore && parts.length === 1;
  if (isShort && level !== undefined) return level;
  if (isShort && behaviours !== undefined) return behaviours;
  if (isShort && definition !== undefined && competency.levels.length === 0) return definition;
  return {
    ...{ level, definition, behaviours },
    opportunities: listed(opportunities, (one) => one),
    skills: listed(skills, (one) => one),
    links: listed(links, (one) => one),
  };
}
