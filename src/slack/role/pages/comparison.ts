import { gistOf } from '../../../domain/framework/expectations.js';
import type { Competency, FrameworkVersion, Role } from '../../../domain/framework/framework.js';
import { type ComparedCompetency, compareRoles } from '../../../domain/role/comparison.js';
import { shortTitle } from '../../../domain/role/names.js';
import { indexOf } from '../../../domain/role/position.js';
import { withoutMarks } from '../../../domain/text/markup.js';
import { count, type Surface, sizeOf } from '../../ui/blocks.js';
import type { Piece, Section } from '../../ui/sections.js';

/** A role, and the one or several that it is compared with. */
export interface Compared {
  from: Role;
  to: Role[];
}

/** One competency of a role against several: each of them, or none where neither asks anything. */
interface Row {
  competency: Competency;
  compared: (ComparedCompetency | undefined)[];
  /** What each role asks by definition, `from` first; empty where it asks nothing. */
  definitions: string[];
}

/** The columns of the table of `comparisonSections`. */
export function comparisonHead(version: FrameworkVersion, { from, to }: Compared): string[] {
  return ['Competency', ...[from, ...to].map((role) => `${shortOf(version, role)} asks`)];
}

/**
 * The two or more roles at a glance: what each asks by definition, a row for each competency in a
 * message and a section in a window; then in a line each the competencies with the same definition.
 */
export function comparisonSections(
  version: FrameworkVersion,
  compared: Compared,
  surface: Surface,
): Section[] {
  const rows = rowsOf(version, compared);
  const differing = rows.filter(({ definitions }) => new Set(definitions).size > 1);
  const same = rows.filter(({ definitions }) => new Set(definitions).size === 1);
  const [, ...head] = comparisonHead(version, compared);
  const sections = differing.map(({ competency: { name }, definitions }): Section => {
    if (surface === 'message') {
      return { name, pieces: [], row: [name, ...definitions.map(withoutMarks)] };
    }
    const asked = head.map((label, nth) => ({ label, text: definitions[nth] || '–' }));
    return { name, pieces: asked.map((one): Piece => ({ kind: 'note', ...one })) };
  });
  if (same.length === 0) return sections;
  const line = (row: Row): Piece => ({ kind: 'point', text: sameText(version, row, compared) });
  return [...sections, { name: 'Defined alike', pieces: same.map(line) }];
}

/** So much of a message's characters one row of the table may take. */
const MOST_IN_A_ROW = 8000;

/** Returns the roles with which a table has room for whole sentences, at least the first. */
export function rolesThatFit(version: FrameworkVersion, from: Role, to: Role[]): Role[] {
  const fits = (some: Role[]) =>
    rowsOf(version, { from, to: some }).every(
      ({ definitions }) => sizeOf(definitions) <= MOST_IN_A_ROW,
    );
  let most = Math.min(to.length, 3);
  while (most > 1 && !fits(to.slice(0, most))) most--;
  return to.slice(0, most);
}

/** One competency in full, for each of the roles: what is new, what changes, what carries on. */
export function inFullSections(
  version: FrameworkVersion,
  { from, to }: Compared,
  competency: string,
): Section[] {
  return to.flatMap((role) => {
    const one = comparedIn(version, from, role).find((each) => each.competency.key === competency);
    const sections = one ? inFull(version, one, from, role) : [];
    if (to.length === 1) return sections;
    const short = shortOf(version, role);
    return sections.map(({ name, pieces }) => ({ name: `${short} · ${name}`, pieces }));
  });
}

function inFull(
  version: FrameworkVersion,
  { definitions, carried, changed, added, dropped }: ComparedCompetency,
  from: Role,
  to: Role,
): Section[] {
  const definition = ((): Section => {
    const name = 'By definition';
    if (definitions.from + definitions.to === '') return { name, pieces: [] };
    if (definitions.from === definitions.to) {
      return { name: `${name}, the same`, pieces: [{ kind: 'lead', text: definitions.to }] };
    }
    if (definitions.from && definitions.to) {
      return {
        name,
        pieces: [{ kind: 'change', before: definitions.from, text: definitions.to }],
      };
    }
    const role = definitions.to ? to : from;
    const label = `Only ${shortOf(version, role)}`;
    return { name, pieces: [{ kind: 'note', label, text: definitions.to || definitions.from }] };
  })();
  const point = ({ text }: { text: string }): Piece => ({ kind: 'point', text });
  const lists: Section[] = [
    { name: 'New', pieces: added.map(point) },
    {
      name: 'Changed',
      pieces: changed.map(({ from, to }): Piece => {
        return { kind: 'change', before: from.text, text: to.text };
      }),
    },
    { name: 'Carries on', pieces: carried.map(point) },
    { name: `Only at ${shortOf(version, from)}`, pieces: dropped.map(point) },
  ];
  return [definition, ...lists].filter(({ pieces }) => pieces.length > 0);
}

/** How much differs over all competencies: "12 new, 3 changed, 20 carry on; 4 of 5 definitions changed". */
export function comparisonTotals(version: FrameworkVersion, from: Role, to: Role): string {
  return totalsText(comparedIn(version, from, to));
}

/** The same in one competency. */
export function comparisonTotalsIn(
  version: FrameworkVersion,
  { from, to }: { from: Role; to: Role },
  competency: string,
): string {
  return totalsText(
    comparedIn(version, from, to).filter((each) => each.competency.key === competency),
  );
}

function totalsText(all: ComparedCompetency[]): string {
  const sum = (key: 'added' | 'changed' | 'carried') =>
    all.reduce((sum, compared) => sum + compared[key].length, 0);
  const [added, changed, carried] = [sum('added'), sum('changed'), sum('carried')];
  const definitions = definitionsText(all);
  const parts = [
    ...(added + changed + carried > 0 ? [countsText(added, changed, carried)] : []),
    ...(definitions ? [definitions] : []),
  ];
  return added + changed === 0 && !definitions ? 'the same in both' : parts.join('; ');
}

function countsText(added: number, changed: number, carried: number): string {
  return [
    ...(added > 0 ? [`${added} new`] : []),
    ...(changed > 0 ? [`${changed} changed`] : []),
    ...(carried > 0 ? [`${carried} ${carried === 1 ? 'carries' : 'carry'} on`] : []),
  ].join(', ');
}

/** Where only one of the two has a definition, nothing has changed. Empty where all are the same. */
function definitionsText(all: readonly ComparedCompetency[]): string {
  const number = (matches: (from: string, to: string) => boolean) =>
    all.filter(({ definitions: { from, to } }) => matches(from, to)).length;
  const inBoth = number((from, to) => from !== '' && to !== '');
  const reworded = number((from, to) => from !== '' && to !== '' && from !== to);
  const added = number((from, to) => from === '' && to !== '');
  const gone = number((from, to) => from !== '' && to === '');
  const changed =
    inBoth === 1 ? 'the definition changed' : `${reworded} of ${inBoth} definitions changed`;
  return [
    ...(added > 0 ? [count(added, 'new definition')] : []),
    ...(reworded > 0 ? [changed] : []),
    ...(gone > 0 ? [`${count(gone, 'definition')} no longer there`] : []),
  ].join(', ');
}

function sameText(version: FrameworkVersion, row: Row, { to }: Compared): string {
  const texts = row.compared.map((one) => (one ? totalsText([one]) : 'nothing asked'));
  const [only] = texts;
  if (texts.length === 1 && only !== undefined) return `${row.competency.name}: ${only}`;
  const each = to.map((role, nth) => `${shortOf(version, role)} ${texts[nth] ?? ''}`);
  return `${row.competency.name}: ${each.join('; ')}`;
}

function rowsOf(version: FrameworkVersion, { from, to }: Compared): Row[] {
  const index = indexOf(version.framework);
  const all = to.map((role) => comparedIn(version, from, role));
  return version.framework.competencies.flatMap((competency): Row[] => {
    const compared = all.map((some) => some.find((one) => one.competency === competency));
    if (compared.every((one) => one === undefined)) return [];
    const asks = ({ key }: Role) => {
      const expectation = index.expectation(key, competency.key);
      return expectation ? gistOf(expectation) : '';
    };
    return [{ competency, compared, definitions: [from, ...to].map(asks) }];
  });
}

function comparedIn({ framework }: FrameworkVersion, from: Role, to: Role): ComparedCompetency[] {
  return compareRoles(indexOf(framework), from, to);
}

function shortOf({ framework }: FrameworkVersion, role: Role): string {
  return shortTitle(indexOf(framework), role);
}
