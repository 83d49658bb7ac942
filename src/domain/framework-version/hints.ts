import type { Framework, Role } from '../framework/framework.js';
import { grouped } from '../framework/grouped.js';
import { checkInPages } from '../questionnaire/pages.js';
import { minutesFor, sheetsOf } from '../questionnaire/sheets.js';
import { compareRoles } from '../role/comparison.js';
import { matchNamed } from '../role/matching.js';
import { type FrameworkIndex, indexOf } from '../role/position.js';
import { plain } from '../text/words.js';

/** What is allowed in a ladder, and may be meant otherwise. */
export interface LadderHints {
  /** Rungs of which no behaviour carries on from the rung below, of how many. */
  allNew: { roles: Role[]; of: number };
  /** Roles to which neither their title nor any other of their names leads. */
  notFound: Role[];
  /** Levels that several roles have, with how many. */
  sharedLevels: { level: string; roles: number }[];
  /** The role whose check-in asks about the most competencies. */
  longest: { role: Role; competencies: number; pages: number; minutes: number } | undefined;
}

/** Returns what the author of a sound ladder may want to check. */
export function ladderHints(framework: Framework): LadderHints {
  const index = indexOf(framework);
  return {
    allNew: allNewOf(index),
    notFound: framework.roles.filter((role) => !isFound(index, role)),
    sharedLevels: sharedLevelsOf(framework),
    longest: longestOf(framework),
  };
}

function allNewOf(index: FrameworkIndex): LadderHints['allNew'] {
  const steps = index.framework.tracks.flatMap(({ key }) => {
    const rungs = index.rungs(key);
    return rungs.slice(1).map((role, nth) => compareRung(index, rungs[nth], role));
  });
  const comparable = steps.filter((step) => step !== undefined);
  return {
    roles: comparable.filter(({ isNew }) => isNew).map(({ role }) => role),
    of: comparable.length,
  };
}

/** Undefined where one of the two asks no behaviours. */
function compareRung(index: FrameworkIndex, below: Role | undefined, role: Role) {
  if (!below) return undefined;
  const compared = compareRoles(index, below, role);
  const sum = (part: 'carried' | 'changed' | 'added' | 'dropped') =>
    compared.reduce((total, one) => total + one[part].length, 0);
  const [kept, added, dropped] = [sum('carried') + sum('changed'), sum('added'), sum('dropped')];
  if (kept + added === 0 || kept + dropped === 0) return undefined;
  return { role, isNew: kept === 0 };
}

function isFound(index: FrameworkIndex, role: Role): boolean {
  const track = index.track(role.track)?.name ?? '';
  const texts = [
    role.title,
    `${track} ${role.title}`,
    `${track} ${role.level ?? ''}`,
    `${track} ${role.title} ${role.level ?? ''}`,
    ...role.aliases,
    role.key,
  ];
  return texts.some((text) => {
    const match = matchNamed(index, text);
    return match?.kind === 'role' && match.role === role;
  });
}

function sharedLevelsOf({ roles }: Framework): LadderHints['sharedLevels'] {
  const levels = grouped(
    roles.flatMap(({ level }) => (level ? [level] : [])),
    plain,
  );
  return [...levels.values()].flatMap((same) => {
    const [level] = same;
    return level !== undefined && same.length > 1 ? [{ level, roles: same.length }] : [];
  });
}

function longestOf(framework: Framework): LadderHints['longest'] {
  let longest: LadderHints['longest'];
  for (const role of framework.roles) {
    const asked = checkInPages(framework, role);
    if (longest && asked.length <= longest.competencies) continue;
    longest = {
      ...{ role, competencies: asked.length },
      ...{ pages: sheetsOf(asked).length, minutes: minutesFor(asked) },
    };
  }
  return longest;
}
