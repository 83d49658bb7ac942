import { typosBetween } from '../../text/typos.js';
import type { Draft } from './draft.js';
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

function emptyPlaces(rungs: number, competencies: number, all: Draft['rungs']): string[] {
  const asked = all.reduce((sum, { expectations }) => sum + expectations.size, 0);
  const empty = rungs * competencies - asked;
  if (empty === 0 || empty * 5 > rungs * competencies) return [];
  return [
    `${empty} of ${rungs * competencies} places are empty. Where a cell was merged over several roles, only the first has its text.`,
  ];
}
