import type { FileBehaviours, FileExpectation, FrameworkFile } from './file-schema.js';
import type {
  Behaviour,
  Competency,
  Framework,
  Level,
  RatingPoint,
  Role,
  Track,
  WrittenExpectation,
} from './framework.js';
import { keyFrom } from './keys.js';

/**
 * The scale of every framework that defines none.
 * @internal
 */
export const DEFAULT_SCALE: RatingPoint[] = [
  { key: 'not-yet', label: 'Not yet', meaning: 'It does not show so far' },
  { key: 'developing', label: 'Developing', meaning: 'It shows at times, or with help' },
  { key: 'meeting', label: 'Meeting', meaning: 'It shows steadily, as the role asks' },
  { key: 'exceeding', label: 'Exceeding', meaning: 'It goes well beyond what the role asks' },
  {
    key: 'next-level',
    label: 'Working at the next level',
    meaning: 'It shows steadily, as the next role asks',
  },
];

/** The only track of a ladder that lists none. */
const NAMELESS: Track = { key: 'ladder', leadsTo: [] };

type Levels = ReadonlySet<string>;

/**
 * Converts a valid file into the document: what can be written in several ways is written in one,
 * expectations follow the competencies' order, and what isn't used is left out.
 */
export function toFramework(file: FrameworkFile): Framework {
  const shared = (file.levels ?? []).length > 0;
  const withLevels = new Set(
    file.competencies
      .filter(({ levels }) => (Array.isArray(levels) ? levels.length > 0 : shared))
      .map(({ key }) => key),
  );
  const inOrder = file.competencies.map(({ key }) => key);
  const expectations = (written: Record<string, FileExpectation> | null | undefined) =>
    inOrder.flatMap((key) => {
      const one = written && Object.hasOwn(written, key) ? written[key] : undefined;
      return one === undefined ? [] : [toExpectation(key, one, withLevels)];
    });
  const tracks = file.tracks?.length
    ? file.tracks.map((track): Track => {
        const { key, name, family, summary, leads_to, all_roles } = track;
        const allRoles = expectations(all_roles);
        return used({
          ...{ key, name, family, summary, leadsTo: leads_to ?? [] },
          allRoles: allRoles.length > 0 ? allRoles : undefined,
        });
      })
    : [NAMELESS];
  return used({
    key: file.key ?? keyFrom(file.name, 'ladder'),
    name: file.name,
    about: file.about && {
      ...file.about,
      sections: (file.about.sections ?? []).map(({ title, text, points }) => ({
        ...{ title, text: text ?? '', points: points ?? [] },
      })),
    },
    buildsUp: file.builds_up ? (true as const) : undefined,
    rate: file.rate,
    scale:
      file.scale?.map((point) => ({ ...point, meaning: point.meaning ?? '' })) ?? DEFAULT_SCALE,
    levels: file.levels?.map(({ key, ...level }) => toLevel(key, level)),
    tracks,
    competencies: file.competencies.map((one): Competency => {
      const { key, name, aliases, group, summary } = one;
      const levels = levelsOf(one.levels, file.levels ?? []);
      const was = formerKeys(one.was);
      return used({ key, name, aliases: aliases ?? [], group, summary, was, levels });
    }),
    roles: file.roles.map((role): Role => {
      const { key, title, level, years, aliases, summary, was } = role;
      return used({
        ...{ key, title, level, aliases: aliases ?? [], summary },
        years: years ? { from: years.from, to: years.to ?? null } : undefined,
        track: role.track ?? tracks[0]?.key ?? NAMELESS.key,
        was: formerKeys(was),
        expectations: expectations(role.expectations),
      });
    }),
  });
}

function formerKeys(was: string | string[] | null | undefined): string[] | undefined {
  return was?.length ? [was].flat() : undefined;
}

function toExpectation(
  competency: string,
  written: FileExpectation,
  withLevels: Levels,
): WrittenExpectation {
  const none = { behaviours: [], opportunities: [], skills: [], links: [] };
  if (typeof written === 'string') {
    const text = withLevels.has(competency) ? { level: written } : { definition: written };
    return { competency, ...text, ...none };
  }
  if (Array.isArray(written)) return { competency, ...none, behaviours: toBehaviours(written) };
  return used({
    ...{ competency, level: written.level, definition: written.definition },
    behaviours: toBehaviours(written.behaviours),
    opportunities: written.opportunities ?? [],
    skills: written.skills ?? [],
    links: written.links ?? [],
  });
}

function toBehaviours(written: FileBehaviours | null | undefined): Behaviour[] {
  if (!written) return [];
  const listed = Array.isArray(written)
    ? written
    : Object.entries(written).map(([key, one]) =>
        typeof one === 'string' ? { key, text: one } : { key, ...one },
      );
  return listed.map((one) => {
    if (typeof one === 'string') return { text: one };
    const { key, text, examples, links } = one;
    const some = <Item>(list: Item[] | null | undefined) => (list?.length ? list : undefined);
    return used({ key, text, examples: some(examples), links: some(links) });
  });
}

type FileLevels = FrameworkFile['competencies'][number]['levels'];
type FileLevel = Omit<NonNullable<FrameworkFile['levels']>[number], 'key'>;

function levelsOf(written: FileLevels, shared: { key: string }[]): Level[] | undefined {
  if (!written) return undefined;
  if (Array.isArray(written)) return written.map(({ key, ...level }) => toLevel(key, level));
  return shared.map(({ key }) => {
    const one = Object.hasOwn(written, key) ? written[key] : undefined;
    if (typeof one === 'string') return toLevel(key, { text: one });
    return toLevel(key, Array.isArray(one) ? { behaviours: one } : (one ?? {}));
  });
}

function toLevel(key: string, { name, text, behaviours }: FileLevel): Level {
  const all = toBehaviours(behaviours);
  return used({ key, name, text, behaviours: all.length > 0 ? all : undefined });
}

type Used<Parts> = { [Key in keyof Parts]: Exclude<Parts[Key], null> };

/** Leaves out what is missing or empty after its key. */
function used<Parts extends object>(parts: Parts): Used<Parts> {
  const there = Object.entries(parts).filter(([, part]) => part !== undefined && part !== null);
  return Object.fromEntries(there) as Used<Parts>;
}
