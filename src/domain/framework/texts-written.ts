import type { Framework } from './framework.js';

/** How many texts say what is asked, by the place where they are written. */
interface Written {
  /** For one role. */
  roles: number;
  /** For all roles of a track. */
  tracks: number;
  /** For the levels of competencies. */
  levels: number;
}

/** What a ladder asks, each text counted once, where it is written. */
export interface TextsWritten {
  /** Definitions, and the texts of levels. */
  definitions: Written;
  behaviours: Written;
}

/** Counts the definitions and behaviours of a ladder. */
export function textsWritten({
  roles,
  tracks,
  levels = [],
  competencies,
}: Framework): TextsWritten {
  const parts = {
    roles: roles.flatMap(({ expectations }) => expectations),
    tracks: tracks.flatMap(({ allRoles = [] }) => allRoles),
    levels: [...levels, ...competencies.flatMap((one) => one.levels ?? [])].map(
      ({ text: definition, behaviours = [] }) => ({ definition, behaviours }),
    ),
  };
  const written = (countOf: (part: (typeof parts)[keyof typeof parts][number]) => number) => {
    const sum = (some: (typeof parts)[keyof typeof parts]) =>
      some.reduce((total, part) => total + countOf(part), 0);
    return { roles: sum(parts.roles), tracks: sum(parts.tracks), levels: sum(parts.levels) };
  };
  return {
    definitions: written(({ definition }) => (definition ? 1 : 0)),
    behaviours: written(({ behaviours }) => behaviours.length),
  };
}
