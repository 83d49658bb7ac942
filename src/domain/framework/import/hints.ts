import { typosBetween } from '../../text/typos.js';
import { grouped } from '../grouped.js';
import { yearsOf } from './cell-text.js';
import type { Draft, DraftRung } from './draft.js';
import { codeOf } from './evidence.js';
import { identity } from './identity.js';
import { type Cell, placeOf } from './sheet.js';

/** More names are not compared with each other. */
const mostNames = 600;

/** Returns what a person should look at: names that are nearly the same, and empty places. */
export function hintsOf({ competencies, rungs }: Draft): string[] {
  const titles = new Map(rungs.map(({ title, cell }) => [title, { name: title, cell }]));
  return [
    ...nearlySame(competencies, 'competencies'),
    ...nearlySame([...titles.values()], 'roles'),
    ...mixedCodes(rungs),
    ...onlyNumbers(rungs),
    ...likeYears(competencies, rungs),
    ...emptyPlaces(rungs.length, competencies.length, rungs),
  ];
}

function nearlySame(named: readonly { name: string; cell: Cell }[], what: string): string[] {
  // "Level 1" and "Level 2" differ in a letter on purpose.
  const some = named
    .map(({ name, cell }) => ({ name, cell, lower: identity(name) }))
    .filter(({ lower }) => lower.length > 5 && !/\p{N}|\b[ivx]+$/u.test(lower))
    .slice(0, mostNames);
  return some.flatMap((one, place) =>
    some.slice(place + 1).flatMap((other) => {
      if (typosBetween(one.lower, other.lower, 1) > 1) return [];
      return [
        `"${one.name}" (${placeOf(one.cell)}) and "${other.name}" (${placeOf(other.cell)}) are nearly the same; they were taken as two ${what}.`,
      ];
    }),
  );
}

/** Levels that count in several ways ("F1", "F2", "P1", "P2") are those of several tracks. */
function mixedCodes(rungs: readonly DraftRung[]): string[] {
  return [...grouped(rungs, ({ track }) => track)].flatMap(([track, some]) => {
    const codes = some.flatMap(({ level }) => codeOf(level ?? '') ?? []);
    const series = [...grouped(codes, ({ prefix }) => prefix)].filter(([, own]) => own.length > 1);
    if (series.length < 2) return [];
    const names = series.map(([prefix]) => `"${prefix.toUpperCase()}"`).join(', ');
    const where = track ? ` of ${track.name}` : '';
    return [
      `The levels${where} count in ${series.length} ways (${names}), so these may be several tracks. Where a column or row says which, name it: --map "track=ITS HEADING".`,
    ];
  });
}

/** Columns that are only numbered are rungs, or the levels of skills that no role asks. */
function onlyNumbers(rungs: readonly DraftRung[]): string[] {
  const isNumbered = rungs.every(({ cell, track }) => !track && /^\d+$/u.test(cell.text));
  if (!isNumbered || rungs.length < 2) return [];
  const [first, last] = [rungs[0]?.title, rungs.at(-1)?.title];
  return [
    `The rungs have numbers only, so they are called "${first}" to "${last}". If the numbers are levels of a skill and not of a person, the file lacks its roles: add a column for each role that says which level it asks.`,
  ];
}

/** A competency of which all roles ask "0-2" and the like may be their years. */
function likeYears(competencies: Draft['competencies'], rungs: readonly DraftRung[]): string[] {
  return competencies.flatMap((competency) => {
    const asked = rungs.flatMap(({ expectations }) => expectations.get(competency) ?? []);
    const isYears = asked.every(
      ({ definition: [first, ...rest], behaviours }) =>
        rest.length + behaviours.length === 0 && first && yearsOf(first) !== undefined,
    );
    if (!isYears || asked.length === 0) return [];
    return [
      `"${competency.name}" (${placeOf(competency.cell)}) was taken for a competency. If it has the years in a role, say --map "years=${competency.name}".`,
    ];
  });
}

function emptyPlaces(rungs: number, competencies: number, all: Draft['rungs']): string[] {
  const asked = all.reduce((sum, { expectations }) => sum + expectations.size, 0);
  const empty = rungs * competencies - asked;
  if (empty === 0 || empty * 5 > rungs * competencies) return [];
  return [
    `${empty} of ${rungs * competencies} places are empty. Where a cell was merged over several roles, only the first has its text.`,
  ];
}
