import type { FrameworkVersion, Role } from '../../../domain/framework/framework.js';
import { type ComparedCompetency, compareRoles } from '../../../domain/role/comparison.js';
import { indexOf } from '../../../domain/role/position.js';
import type { Piece, Section } from '../../ui/sections.js';

/** The part of a comparison shown: what the second role adds, or also what the first asks. */
export type Detail = 'new' | 'both';

/** The columns of `comparisonSections`' rows. */
export function comparisonHead(from: Role, to: Role, detail: Detail): string[] {
  const head = ['Competency', 'Carries on', 'Changes', `New at ${to.title}`];
  return detail === 'both' ? [...head, `Only at ${from.title}`] : head;
}

/** Competency by competency: the counts as a row, what is new and what changes in full. */
export function comparisonSections(
  { framework }: FrameworkVersion,
  { from, to, detail }: { from: Role; to: Role; detail: Detail },
): Section[] {
  return compareRoles(indexOf(framework), from, to).map((compared): Section => {
    const { carried, changed, added, dropped } = compared;
    const counts = [carried.length, changed.length, added.length];
    if (detail === 'both') counts.push(dropped.length);
    return {
      name: compared.competency.name,
      row: [compared.competency.name, ...counts.map((count) => (count === 0 ? '–' : `${count}`))],
      pieces: pieces(compared, from, detail),
    };
  });
}

/** How much is new and how much changes, over all competencies: "12 new, 3 change". */
export function comparisonTotals({ framework }: FrameworkVersion, from: Role, to: Role): string {
  const all = compareRoles(indexOf(framework), from, to);
  const sum = (key: 'added' | 'changed' | 'carried') =>
    all.reduce((sum, compared) => sum + compared[key].length, 0);
  return countsText({ carried: sum('carried'), changed: sum('changed'), added: sum('added') });
}

function pieces(compared: ComparedCompetency, from: Role, detail: Detail): Piece[] {
  const { carried, changed, added, dropped } = compared;
  const list = (name: string, texts: string[]): Piece[] =>
    texts.length === 0
      ? []
      : [{ kind: 'subhead', text: name }, ...texts.map((text): Piece => ({ kind: 'point', text }))];
  const counts = { carried: carried.length, changed: changed.length, added: added.length };
  return [
    { kind: 'lead', text: `${countsText(counts)}.` },
    ...list(
      'New',
      added.map(({ text }) => text),
    ),
    ...list(
      'Changes to',
      changed.map(({ to }) => to.text),
    ),
    ...(detail === 'both'
      ? list(
          `Only at ${from.title}`,
          dropped.map(({ text }) => text),
        )
      : []),
  ];
}

function countsText(counts: { carried: number; changed: number; added: number }): string {
  const { carried, changed, added } = counts;
  return `${added} new, ${changed} ${changed === 1 ? 'changes' : 'change'}, ${carried} ${
    carried === 1 ? 'carries on' : 'carry on'
  }`;
}
